// title: Strategies that end during the plan
// question: Which strategies run out before the plan does?
// group: strategies and their dates
// kind: check
// of: MATCH (s:Strategy) WHERE s.register IN $registers AND s.until IS NOT NULL AND NOT (coalesce(s.since, '') =
//   s.until AND EXISTS { MATCH (s)-[r:PART_OF]->(w:Strategy) WHERE w.until_day > s.until_day }) RETURN count(s)
// counted: strategies whose end is recorded, yearly parts of a longer one aside
// why: What runs out half-way needs a successor, or the plan loses its footing.
// note: A strategy that another one replaces is not found, nor one that is the part for one year of another that lasts
//   longer: the next year's is meant to follow.
// synonyms: expiring, out of date, renewal, review date
// column until: Ends
// column owner: Owner
MATCH (s:Strategy), (n:Register {id: s.register})
WHERE s.register IN $registers AND s.until IS NOT NULL AND s.until_day >= n.since_day AND s.until_day < n.until_day
  AND NOT (coalesce(s.since, '') = s.until AND EXISTS {
    MATCH (s)-[:PART_OF]->(w:Strategy)
    WHERE w.until_day > s.until_day
  })
OPTIONAL MATCH (s)<-[r:ALIGNS_WITH]-(x:Strategy)
WHERE r.relation = 'replaces'
WITH s, collect(r.basis) AS replaced
WHERE NOT 'stated' IN replaced
OPTIONAL MATCH (x:Post|Body|Organisation)-[o:OWNS]->(s)
WHERE o.capacity <> 'issuer' AND o.since_day <= $as_of AND o.until_day >= $as_of
WITH s, replaced, CASE count(x) WHEN 0 THEN ['not recorded'] ELSE collect(x.name) END AS names
RETURN s.name AS strategy, s.classification AS classification, s.until AS until, names AS owner,
  CASE WHEN 'inferred' IN replaced THEN 'inferred' ELSE 'gap' END AS state, s.sources AS sources, s.id AS id
ORDER BY state, s.register, s.until_day, s.position, id
