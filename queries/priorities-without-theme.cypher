// title: Regional priorities that no theme maps to
// question: Which regional priorities does none of our themes serve?
// group: regional and borough priorities
// kind: check
// of: MATCH (n:Register), (q:RegionalPriority) WHERE n.id IN $registers AND (q.register = n.id OR n.uses CONTAINS ('"'
//   + q.register + '"')) AND q.since_day <= $as_of AND q.until_day >= $as_of AND EXISTS { MATCH (x:Theme) WHERE
//   x.register = n.id OR n.uses CONTAINS ('"' + x.register + '"') } RETURN count(q)
// counted: regional priorities counted plan by plan
// why: Partnerships and the region's police and crime plan are to have regard to each other's priorities.
// law: Police Reform and Social Responsibility Act 2011, s.10
// synonyms: mapping, region, combined authority, police and crime plan, alignment
// column priority: Regional priority
MATCH (n:Register), (q:RegionalPriority)
WHERE n.id IN $registers AND (q.register = n.id OR n.uses CONTAINS ('"' + q.register + '"')) AND q.since_day <= $as_of
  AND q.until_day >= $as_of
  AND EXISTS {
    MATCH (t:Theme)
    WHERE t.register = n.id OR n.uses CONTAINS ('"' + t.register + '"')
  }
OPTIONAL MATCH (q)<-[m:MAPS_TO]-(x:Theme|PriorityArea)
WHERE x.register = n.id AND m.since_day <= $as_of AND m.until_day >= $as_of AND x.since_day <= $as_of
  AND x.until_day >= $as_of
WITH n, q, collect(m.basis) AS found
WHERE NOT 'stated' IN found
RETURN q.name AS priority, CASE WHEN 'inferred' IN found THEN 'inferred' ELSE 'gap' END AS state,
  q.sources AS sources, n.id AS register, q.id AS id
ORDER BY state, register, q.register, q.position, id
