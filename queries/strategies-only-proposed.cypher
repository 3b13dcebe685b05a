// title: Strategies only proposed, without a date or a parent
// question: Which strategies are planned without saying by when, or under whom?
// group: strategies and their dates
// kind: check
// of: MATCH (s:Strategy) WHERE s.register IN $registers AND s.since_day <= $as_of AND s.until_day >= $as_of AND
//   s.status IN ['proposed', 'being developed'] AND s.expects CONTAINS 'parent' RETURN count(s)
// counted: strategies, plans and frameworks proposed or being developed
// why: What has neither a date nor anybody above it may never be written.
// note: Its own dates, or the due date of the action that develops it, give a date; being part of or beneath another
//   strategy, or an owner, gives a parent.
// note: Services, models, tools, funds and the like are not asked.
// synonyms: to be developed, planned, draft
// column actions: Developed by the action
MATCH (s:Strategy)
WHERE s.register IN $registers AND s.since_day <= $as_of AND s.until_day >= $as_of
  AND s.status IN ['proposed', 'being developed'] AND s.expects CONTAINS 'parent'
OPTIONAL MATCH (s)<-[c:CHANGES]-(a:Action)
WHERE c.how IN ['establish', 'develop'] AND c.since_day <= $as_of AND c.until_day >= $as_of
WITH s, collect(a.name) AS names, count(a.due) AS dated
OPTIONAL MATCH (s)-[r:PART_OF|ALIGNS_WITH]->(x:Strategy)
WHERE r.since_day <= $as_of AND r.until_day >= $as_of AND coalesce(r.relation, 'beneath') = 'beneath'
WITH s, names, dated, collect(r.basis) AS above
OPTIONAL MATCH (y:Post|Body|Organisation)-[o:OWNS]->(s)
WHERE o.capacity <> 'issuer' AND o.since_day <= $as_of AND o.until_day >= $as_of
WITH s, names, dated, above, collect(o.basis) AS owned
WITH s, names, s.since IS NOT NULL OR s.until IS NOT NULL OR dated > 0 AS has_date, above + owned AS parents
WHERE NOT has_date OR NOT 'stated' IN parents
RETURN s.name AS strategy, s.status AS status, names AS actions,
  [CASE WHEN has_date THEN '' ELSE 'date' END, CASE WHEN size(parents) > 0 THEN '' ELSE 'parent' END] AS missing,
  CASE WHEN has_date AND 'inferred' IN parents THEN 'inferred' ELSE 'gap' END AS state, s.sources AS sources, s.id AS id
ORDER BY state, s.register, s.position, id
