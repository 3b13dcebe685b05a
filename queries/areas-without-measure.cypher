// title: Priority areas without a measure
// question: Which priority areas would nobody see getting better or worse?
// group: measures
// kind: check
// of: MATCH (p:PriorityArea|Theme) WHERE p.register IN $registers AND p.since_day <= $as_of AND p.until_day >= $as_of
//   AND NOT EXISTS { MATCH (p)<-[w:PART_OF]-(:PriorityArea) WHERE w.since_day <= $as_of AND w.until_day >= $as_of }
//   RETURN count(p)
// counted: priority areas
// why: Without a measure the board cannot tell whether an area improves.
// note: A measure of one of the area's objectives counts; a measure of its theme alone does not,
//   unless the area bears the theme's own name, as in a plan of one level.
// note: A theme that has no area beneath it counts as one.
// synonyms: indicators, performance, kpi, not measured
// column area: Priority area
MATCH (p:PriorityArea|Theme)
WHERE p.register IN $registers AND p.since_day <= $as_of AND p.until_day >= $as_of
  AND NOT EXISTS {
    MATCH (p)<-[w:PART_OF]-(:PriorityArea)
    WHERE w.since_day <= $as_of AND w.until_day >= $as_of
  }
OPTIONAL MATCH (p)<-[r:MEASURES]-(m:Measure)
WHERE r.since_day <= $as_of AND r.until_day >= $as_of AND m.since_day <= $as_of AND m.until_day >= $as_of
WITH p, collect(r.basis) AS direct
OPTIONAL MATCH (p)<-[s:PART_OF]-(b:Objective)
WHERE s.since_day <= $as_of AND s.until_day >= $as_of
OPTIONAL MATCH (b)<-[r:MEASURES]-(m:Measure)
WHERE r.since_day <= $as_of AND r.until_day >= $as_of AND m.since_day <= $as_of AND m.until_day >= $as_of
WITH p, direct, collect(CASE r.basis WHEN 'stated' THEN s.basis ELSE r.basis END) AS through
WITH p, direct + through AS found
WHERE NOT 'stated' IN found
OPTIONAL MATCH (p)-[u:PART_OF]->(t:Theme)
WHERE u.since_day <= $as_of AND u.until_day >= $as_of
OPTIONAL MATCH (t)<-[r:MEASURES]-(m:Measure)
WHERE t.name = p.name AND r.since_day <= $as_of AND r.until_day >= $as_of AND m.since_day <= $as_of
  AND m.until_day >= $as_of
WITH p, found, collect(DISTINCT t.name) AS themes, collect(r.basis) AS own
WHERE NOT 'stated' IN own
RETURN p.name AS area, themes AS theme,
  CASE WHEN 'inferred' IN found THEN 'inferred' ELSE 'gap' END AS state, p.sources AS sources, p.id AS id
ORDER BY state, p.register, p.position, id
