// title: Priority areas that rest on one action
// question: In which priority areas is there a single action?
// group: gaps
// kind: check
// of: MATCH (p:PriorityArea) WHERE p.register IN $registers AND p.since_day <= $as_of AND p.until_day >= $as_of AND
//   EXISTS { MATCH (p)<-[r:PART_OF]-(a:Action) WHERE a.status <> 'stopped' AND r.since_day <= $as_of AND r.until_day
//   >= $as_of AND a.since_day <= $as_of AND a.until_day >= $as_of AND a.year_since_day <= $as_of AND a.year_until_day
//   >= $as_of } RETURN count(p)
// counted: priority areas with an action
// why: If it slips, nothing is done in the area.
// note: An action counts for the year of its action table, and one without a year always; one that was stopped does
//   not.
// synonyms: thin, few actions, single point of failure
// column area: Priority area
// column actions: Action
MATCH (p:PriorityArea)
WHERE p.register IN $registers AND p.since_day <= $as_of AND p.until_day >= $as_of
MATCH (p)<-[r:PART_OF]-(a:Action)
WHERE a.status <> 'stopped' AND r.since_day <= $as_of AND r.until_day >= $as_of AND a.since_day <= $as_of
  AND a.until_day >= $as_of AND a.year_since_day <= $as_of AND a.year_until_day >= $as_of
WITH p, collect(a.name) AS names, collect(a.sources) AS found, count(DISTINCT a.id) AS number,
  count(DISTINCT CASE r.basis WHEN 'stated' THEN a.id END) AS sure
WHERE number = 1 OR sure < 2
OPTIONAL MATCH (p)-[u:PART_OF]->(t:Theme)
WHERE u.since_day <= $as_of AND u.until_day >= $as_of
WITH p, names, found, number, collect(t.name) AS themes
RETURN p.name AS area, themes AS theme, names AS actions, CASE number WHEN 1 THEN 'gap' ELSE 'inferred' END AS state,
  found AS sources, p.id AS id
ORDER BY state, p.register, p.position, id
