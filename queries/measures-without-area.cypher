// title: Measures that belong to no priority area
// question: Which measures are tied to no priority area?
// group: measures
// kind: check
// of: MATCH (m:Measure) WHERE m.register IN $registers AND m.since_day <= $as_of AND m.until_day >= $as_of AND
//   coalesce(m.classification, '') <> 'rule' RETURN count(m)
// counted: measures, rules on reporting aside
// why: A figure tied to no area comes to the board without a purpose.
// note: A measure of an objective, or beneath a measure of an area, belongs to that area; one of a whole theme or of an
//   issue does not, unless the theme has no area beneath it, or one of its own name.
// synonyms: indicators, performance, kpi, unused
// column heading: Under the heading
// column measured: What it measures instead
// column settled_by: Area, by inference
MATCH (m:Measure)
WHERE m.register IN $registers AND m.since_day <= $as_of AND m.until_day >= $as_of AND m.classification <> 'rule'
OPTIONAL MATCH (m)-[r:MEASURES]->(x:PriorityArea|Objective)
WHERE r.since_day <= $as_of AND r.until_day >= $as_of
WITH m, collect(r.basis) AS direct, collect(x.name) AS areas
OPTIONAL MATCH (m)-[s:PART_OF]->(n:Measure)
WHERE s.since_day <= $as_of AND s.until_day >= $as_of
OPTIONAL MATCH (n)-[r:MEASURES]->(x:PriorityArea|Objective)
WHERE r.since_day <= $as_of AND r.until_day >= $as_of
WITH m, direct, areas, collect(x.name) AS more, collect(CASE r.basis WHEN 'stated' THEN s.basis ELSE r.basis
  END) AS through
WITH m, areas + more AS settled, direct + through AS found
WHERE NOT 'stated' IN found
OPTIONAL MATCH (m)-[w:MEASURES]->(x:Theme|Issue)
WHERE w.since_day <= $as_of AND w.until_day >= $as_of
OPTIONAL MATCH (x)<-[u:PART_OF]-(p:PriorityArea)
WHERE u.since_day <= $as_of AND u.until_day >= $as_of
WITH m, settled, found, collect(DISTINCT x.name) AS others,
  collect(CASE WHEN x.kind = 'theme' AND coalesce(p.name, x.name) = x.name THEN w.basis END) AS alone
WHERE NOT 'stated' IN alone
RETURN m.name AS measure, m.`group` AS heading, others AS measured, settled AS settled_by,
  CASE WHEN 'inferred' IN found THEN 'inferred' ELSE 'gap' END AS state, m.sources AS sources, m.id AS id
ORDER BY state, m.register, m.position, id
