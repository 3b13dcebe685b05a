// title: Actions that only consider something
// question: Which actions promise to consider something, and no more?
// group: gaps
// kind: check
// of: MATCH (a:Action) WHERE a.register IN $registers AND a.since_day <= $as_of AND a.until_day >= $as_of AND
//   a.status <> 'stopped' RETURN count(a)
// counted: actions not recorded as stopped
// why: To have considered something is done whatever comes of it.
// note: An action whose every change is to consider, and that carries nothing out; or one that is recorded as only
//   considering.
// synonyms: explore, look at, scope, vague, commitment
// column area: Priority area
MATCH (a:Action)
WHERE a.register IN $registers AND a.since_day <= $as_of AND a.until_day >= $as_of AND a.status <> 'stopped'
OPTIONAL MATCH (a)-[c:CHANGES]->(x)
WHERE c.since_day <= $as_of AND c.until_day >= $as_of
WITH a, count(CASE c.how WHEN 'consider' THEN 1 END) AS considered, count(c.id) AS changed, collect(x.name) AS names
OPTIONAL MATCH (a)-[i:IMPLEMENTS]->(s:Strategy)
WHERE i.since_day <= $as_of AND i.until_day >= $as_of
WITH a, considered, changed, names, count(i.id) AS carried_out
WHERE a.only_considers OR (considered > 0 AND considered = changed AND carried_out = 0)
OPTIONAL MATCH (a)-[u:PART_OF]->(p:PriorityArea)
WHERE u.since_day <= $as_of AND u.until_day >= $as_of
WITH a, names, collect(p.name) AS areas
RETURN a.name AS action, areas AS area, names AS considers, 'gap' AS state, a.sources AS sources, a.id AS id
ORDER BY a.register, a.position, id
