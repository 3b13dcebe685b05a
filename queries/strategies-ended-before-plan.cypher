// title: Strategies that ended before the plan began
// question: Which strategies that the plan leans on had run out before it began?
// group: strategies and their dates
// kind: check
// of: MATCH (s:Strategy) WHERE s.register IN $registers AND s.until IS NOT NULL AND (EXISTS { MATCH
//   (s)<-[r:IMPLEMENTS|EVIDENCED_BY|ALIGNS_WITH]-(x) } OR EXISTS { MATCH (s)-[r:GUIDES]->(y) }) RETURN count(s)
// counted: strategies that something leans on and whose end is recorded
// why: A plan that leans on what has run out leans on nothing.
// note: What guides nothing, is carried out by nothing and has nothing based on it is not leaned on, as the plan before
//   this one.
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
WITH s, replaced, above + guided AS leaning
WHERE size(leaning) > 0
RETURN s.name AS strategy, s.classification AS classification, s.until AS until, leaning AS used_by,
  CASE WHEN 'inferred' IN replaced THEN 'inferred' ELSE 'gap' END AS state, s.sources AS sources, s.id AS id
ORDER BY state, s.register, s.until_day, s.position, id
