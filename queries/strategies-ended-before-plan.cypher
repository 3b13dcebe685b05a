// title: Strategies that ended before the plan began
// question: Which strategies that the plan leans on had run out before it began?
// group: strategies and their dates
// kind: check
// of: MATCH (s:Strategy) WHERE s.register IN $registers AND s.until IS NOT NULL RETURN count(s)
// counted: strategies whose end is recorded
// why: A plan that leans on what has run out leans on nothing.
// note: A strategy that another one replaces is not found, and neither is one the source calls ended.
// synonyms: out of date, expired, old, lapsed
// column until: Ended
// column used_by: Leaned on by
MATCH (s:Strategy), (n:Register {id: s.register})
WHERE s.register IN $registers AND s.until IS NOT NULL AND s.until_day < n.since_day AND s.status <> 'ended'
OPTIONAL MATCH (s)<-[r:ALIGNS_WITH]-(x:Strategy)
WHERE r.relation = 'replaces'
WITH s, collect(r.basis) AS replaced
WHERE NOT 'stated' IN replaced
OPTIONAL MATCH (s)<-[r:IMPLEMENTS|EVIDENCED_BY|ALIGNS_WITH]-(x:Action|Issue|Finding|Strategy)
WITH s, replaced, collect(x.name) AS above
OPTIONAL MATCH (s)-[g:GUIDES]->(y:Theme|PriorityArea)
WITH s, replaced, above, collect(y.name) AS guided
RETURN s.name AS strategy, s.classification AS classification, s.until AS until, above + guided AS used_by,
  CASE WHEN 'inferred' IN replaced THEN 'inferred' ELSE 'gap' END AS state, s.sources AS sources, s.id AS id
ORDER BY state, s.register, s.until_day, s.position, id
