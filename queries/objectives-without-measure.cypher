// title: Objectives without a measure
// question: For which objectives would nobody know that they are reached?
// group: measures
// kind: check
// of: MATCH (o:Objective) WHERE o.register IN $registers AND o.since_day <= $as_of AND o.until_day >= $as_of RETURN
//   count(o)
// counted: objectives
// why: An objective that nothing measures cannot be shown to be reached.
// note: What measures an area measures its only objective. Where an area has several, which of them its measures are
//   for is not said: unknown.
// synonyms: indicators, performance, kpi, targets
// column area: Priority area
// column area_measures: Measures of its area
MATCH (b:Objective)
WHERE b.register IN $registers AND b.since_day <= $as_of AND b.until_day >= $as_of
OPTIONAL MATCH (b)<-[r:MEASURES]-(m:Measure)
WHERE r.since_day <= $as_of AND r.until_day >= $as_of AND m.since_day <= $as_of AND m.until_day >= $as_of
WITH b, collect(r.basis) AS direct
OPTIONAL MATCH (b)-[u:PART_OF]->(p:PriorityArea)
WHERE u.since_day <= $as_of AND u.until_day >= $as_of
OPTIONAL MATCH (p)<-[w:PART_OF]-(c:Objective)
WHERE w.since_day <= $as_of AND w.until_day >= $as_of
WITH b, direct, p, count(DISTINCT c.id) AS objectives
OPTIONAL MATCH (p)<-[v:MEASURES]-(m:Measure)
WHERE v.since_day <= $as_of AND v.until_day >= $as_of AND m.since_day <= $as_of AND m.until_day >= $as_of
WITH b, direct, collect(p.name) AS areas, count(DISTINCT m.id) AS number,
  collect(CASE objectives WHEN 1 THEN v.basis END) AS through
WITH b, direct + through AS found, areas, number
WHERE NOT 'stated' IN found
RETURN b.name AS objective, areas AS area, number AS area_measures,
  CASE WHEN 'inferred' IN found THEN 'inferred' WHEN number > 0 THEN 'unknown' ELSE 'gap' END AS state,
  b.sources AS sources, b.id AS id
ORDER BY state, b.register, b.position, id
