// title: Themes and the regional priorities they are set against
// question: Which regional priorities does the plan set against each theme, and how do they compare?
// group: regional and borough priorities
// kind: report
// counted: themes and areas
// why: What the plan says of itself, before anybody compares the contents.
// synonyms: mapping, region, combined authority, police and crime plan, alignment
// column thing: Theme or area
// column priority: Regional priority
// column relation: How they compare
MATCH (x:Theme|PriorityArea)-[m:MAPS_TO]->(q:RegionalPriority)
WHERE m.register IN $registers AND m.since_day <= $as_of AND m.until_day >= $as_of
RETURN x.name AS thing, q.name AS priority, m.relation AS relation, m.rationale AS rationale, m.basis AS basis,
  m.sources AS sources, q.id AS priority_id, x.id AS id
ORDER BY x.register, x.kind DESC, x.position, id, q.register, q.position, priority_id, m.position, m.id
