// title: Actions by priority area
// question: What is to be done in each priority area, by whom and with whom?
// group: who owns what
// kind: report
// counted: actions
// why: The action tables of the plan, with what they leave out.
// synonyms: action plan, action table, tasks, theme
// param theme: theme, default "". Only actions of this theme.
// grouped by: area
// column area: Priority area
// column partners: With
// column due: Due date
MATCH (a:Action)
WHERE a.register IN $registers AND a.since_day <= $as_of AND a.until_day >= $as_of
OPTIONAL MATCH (a)-[u:PART_OF]->(p:PriorityArea)
WHERE u.since_day <= $as_of AND u.until_day >= $as_of
OPTIONAL MATCH (p)-[v:PART_OF]->(t:Theme)
WHERE v.since_day <= $as_of AND v.until_day >= $as_of
WITH a, u, p, collect(t.name) AS themes, collect(t.id) AS ids
WHERE $theme = '' OR $theme IN ids
OPTIONAL MATCH (x:Post|Body|Organisation)-[o:OWNS]->(a)
WHERE o.since_day <= $as_of AND o.until_day >= $as_of
WITH a, u, p, themes, count(x) AS owned,
  collect(CASE o.basis WHEN 'inferred' THEN x.name + ' (inferred)' ELSE x.name END) AS owners
OPTIONAL MATCH (a)-[i:INVOLVES]->(y:Organisation|Body|Post)
WHERE i.since_day <= $as_of AND i.until_day >= $as_of
WITH a, u, p, themes, owned, owners,
  collect(CASE i.basis WHEN 'inferred' THEN y.name + ' (inferred)' ELSE y.name END) AS names
RETURN coalesce(p.name, 'No area recorded') AS area, a.name AS action, CASE owned WHEN 0 THEN ['not recorded'] ELSE
  owners END AS owner, names AS partners,
  coalesce(a.due, 'not recorded') AS due, a.status AS status, themes AS theme, coalesce(u.basis, a.basis) AS basis,
  a.sources AS sources, p.id AS area_id, a.id AS id
ORDER BY a.register, p.register, p.position, area_id, a.position, id, u.id
