// title: Regional commitments by number of local actions
// question: How much of what we do serves each commitment of the region?
// group: regional and borough priorities
// kind: report
// counted: regional commitments counted plan by plan
// why: Shows the region what the borough contributes, and where nothing does.
// synonyms: mapping, coverage, contribution, combined authority, police and crime plan
// column priority: Regional priority
// column stated: Of these, stated
MATCH (n:Register), (c:Commitment)
WHERE n.id IN $registers AND (c.register = n.id OR n.uses CONTAINS ('"' + c.register + '"')) AND c.since_day <= $as_of
  AND c.until_day >= $as_of
OPTIONAL MATCH (c)-[u:PART_OF]->(q:RegionalPriority)
WHERE u.since_day <= $as_of AND u.until_day >= $as_of
WITH n, c, collect(q.name) AS priorities
OPTIONAL MATCH (c)<-[r:ADDRESSES]-(x:Action|PriorityArea|Strategy)
WHERE x.register = n.id AND r.since_day <= $as_of AND r.until_day >= $as_of
WITH n, c, priorities,
  count(DISTINCT CASE x.kind WHEN 'action' THEN x.id END) AS actions,
  count(DISTINCT CASE x.kind WHEN 'priority-area' THEN x.id END) AS areas,
  count(DISTINCT CASE x.kind WHEN 'strategy' THEN x.id END) AS strategies,
  count(DISTINCT CASE r.basis WHEN 'stated' THEN x.id END) AS sure
RETURN c.name AS commitment, priorities AS priority, actions AS actions, areas AS areas, strategies AS strategies,
  sure AS stated, c.sources AS sources, n.id AS register, c.id AS id
ORDER BY register, actions DESC, areas DESC, strategies DESC, c.register, c.position, id
