// title: Actions by owner and due date
// question: Who is to do what, and by when?
// group: who owns what
// kind: report
// counted: actions
// why: Whoever chairs the meeting can go through it owner by owner.
// note: Actions that nobody owns come last.
// synonyms: action plan, responsible, deadlines, tasks, to do
// param owner: thing, default "". Only what this post, body or organisation owns.
// param theme: theme, default "". Only actions of this theme.
// grouped by: owner
// column due: Due date
// column area: Priority area
// column capacity: Owned as
MATCH (a:Action)
WHERE a.register IN $registers AND a.since_day <= $as_of AND a.until_day >= $as_of
OPTIONAL MATCH (a)-[u:PART_OF]->(p:PriorityArea)
WHERE u.since_day <= $as_of AND u.until_day >= $as_of
OPTIONAL MATCH (p)-[v:PART_OF]->(t:Theme)
WHERE v.since_day <= $as_of AND v.until_day >= $as_of
WITH a, collect(p.name) AS areas, collect(t.id) AS themes
WHERE $theme = '' OR $theme IN themes
OPTIONAL MATCH (x:Post|Body|Organisation|Person)-[o:OWNS]->(a)
WHERE o.since_day <= $as_of AND o.until_day >= $as_of
WITH a, areas, x, o
WHERE $owner IN ['', x.id]
RETURN coalesce(x.name, 'No owner recorded') AS owner, a.name AS action, coalesce(a.due, 'not recorded') AS due,
  a.status AS status, areas AS area, CASE o.capacity WHEN 'owner' THEN NULL ELSE o.capacity END AS capacity,
  coalesce(o.basis, a.basis) AS basis, coalesce(o.sources, a.sources) AS sources, x.id AS owner_id, a.id AS id
ORDER BY a.register, x.register, x.kind, x.position, owner_id, a.due, a.position, id, o.position, o.id
