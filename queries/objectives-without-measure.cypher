// title: Objectives without a measure
// question: For which objectives would nobody know that they are reached?
// group: measures
// kind: check
// of: MATCH (o:Objective) WHERE o.register IN $registers AND o.since_day <= $as_of AND o.until_day >= $as_of RETURN
//   count(o)
// counted: objectives
// why: An objective that nothing measures cannot be shown to be reached.
// note: Only a measure of the objective itself counts; those of its whole area are numbered beside it.
// synonyms: indicators, performance, kpi, targets
// column area: Priority area
// column area_measures: Measures of its area
MATCH (b:Objective)
WHERE b.register IN $registers AND b.since_day <= $as_of AND b.until_day >= $as_of
OPTIONAL MATCH (b)<-[r:MEASURES]-(m:Measure)
WHERE r.since_day <= $as_of AND r.until_day >= $as_of AND m.since_day <= $as_of AND m.until_day >= $as_of
WITH b, collect(r.basis) AS found
WHERE NOT 'stated' IN found
OPTIONAL MATCH (b)-[u:PART_OF]->(p:PriorityArea)
WHERE u.since_day <= $as_of AND u.until_day >= $as_of
OPTIONAL MATCH (p)<-[v:MEASURES]-(m:Measure)
WHERE v.since_day <= $as_of AND v.until_day >= $as_of AND m.since_day <= $as_of AND m.until_day >= $as_of
WITH b, found, collect(p.name) AS areas, count(DISTINCT m.id) AS number
RETURN b.name AS objective, areas AS area, number AS area_measures,
  CASE WHEN 'inferred' IN found THEN 'inferred' ELSE 'gap' END AS state, b.sources AS sources, b.id AS id
ORDER BY state, b.register, b.position, id
