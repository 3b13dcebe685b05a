// title: Priority areas without an action
// question: In which priority areas is nothing to be done?
// group: gaps
// kind: check
// of: MATCH (p:PriorityArea) WHERE p.register IN $registers AND p.since_day <= $as_of AND p.until_day >= $as_of RETURN
//   count(p)
// counted: priority areas
// why: A priority without an action is only a heading.
// note: An action that was stopped does not count.
// synonyms: priorities, nothing planned, no actions
// column area: Priority area
MATCH (p:PriorityArea)
WHERE p.register IN $registers AND p.since_day <= $as_of AND p.until_day >= $as_of
OPTIONAL MATCH (p)<-[r:PART_OF]-(a:Action)
WHERE a.status <> 'stopped' AND r.since_day <= $as_of AND r.until_day >= $as_of AND a.since_day <= $as_of
  AND a.until_day >= $as_of
WITH p, collect(r.basis) AS found
WHERE NOT 'stated' IN found
OPTIONAL MATCH (p)-[u:PART_OF]->(t:Theme)
WHERE u.since_day <= $as_of AND u.until_day >= $as_of
WITH p, found, collect(t.name) AS themes
OPTIONAL MATCH (p)<-[v:PART_OF]-(b:Objective)
WHERE v.since_day <= $as_of AND v.until_day >= $as_of
WITH p, found, themes, count(b) AS number
RETURN p.name AS area, themes AS theme, number AS objectives,
  CASE WHEN 'inferred' IN found THEN 'inferred' ELSE 'gap' END AS state, p.sources AS sources, p.id AS id
ORDER BY state, p.register, p.position, id
