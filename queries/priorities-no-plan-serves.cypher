// title: Regional priorities that no plan serves
// question: Which regional priorities does no theme of any of these plans serve?
// group: regional and borough priorities
// kind: report
// of: MATCH (q:RegionalPriority) WHERE q.register IN $loaded AND q.since_day <= $as_of AND q.until_day >= $as_of
//   RETURN count(q)
// counted: regional priorities
// why: A priority of the region that no partnership takes up is kept by nobody there.
// law: Police Reform and Social Responsibility Act 2011, s.10
// note: Of one plan it says the same as `priorities-without-theme`; of several, what all of them leave out.
// synonyms: region, several registers, combined authority, police and crime plan, nobody serves
// column priority: Regional priority
MATCH (q:RegionalPriority)
WHERE q.register IN $loaded AND q.since_day <= $as_of AND q.until_day >= $as_of
OPTIONAL MATCH (q)<-[m:MAPS_TO]-(x:Theme|PriorityArea)
WHERE x.register IN $registers AND m.since_day <= $as_of AND m.until_day >= $as_of
WITH q, collect(m.basis) AS found
WHERE NOT 'stated' IN found
RETURN q.name AS priority, CASE WHEN 'inferred' IN found THEN 'only by inference' ELSE 'by none' END AS served,
  q.sources AS sources, q.id AS id
ORDER BY q.register, q.position, id
