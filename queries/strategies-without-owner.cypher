// title: Strategies with no owner recorded
// question: For which strategies and plans is no owner recorded?
// group: strategies and their dates
// kind: check
// of: MATCH (s:Strategy) WHERE s.register IN $registers AND s.since_day <= $as_of AND s.until_day >= $as_of AND
//   coalesce(s.status, '') <> 'ended' AND s.expects CONTAINS 'owner' RETURN count(s)
// counted: strategies, plans, programmes and the like that are expected to have an owner
// why: Nobody renews or reports on a strategy without an owner.
// note: Whoever issued a document answers for its publication, not for the strategy: an issuer is no owner here.
// note: Services, models, tools, statutes and the like are not asked, nor what is the region's or the nation's. Where
//   the source does not say whose it is, the state is unknown.
// synonyms: responsible, unowned, accountable
// column issuer: Issued by
// column leads: Led by
// column overseen_by: Overseen by
MATCH (s:Strategy)
WHERE s.register IN $registers AND s.since_day <= $as_of AND s.until_day >= $as_of AND s.status <> 'ended'
  AND s.expects CONTAINS 'owner'
OPTIONAL MATCH (x:Post|Body|Organisation|Person)-[o:OWNS]->(s)
WHERE o.since_day <= $as_of AND o.until_day >= $as_of
  AND NOT coalesce(x.status, '') IN ['proposed', 'past']
WITH s, collect(CASE WHEN o.capacity <> 'issuer' THEN o.basis END) AS owned,
  collect(CASE WHEN o.capacity = 'issuer' THEN x.name END) AS issuers
WHERE NOT 'stated' IN owned
OPTIONAL MATCH (y:Post|Body|Organisation|Person)-[l:LEADS]->(s)
WHERE l.since_day <= $as_of AND l.until_day >= $as_of
WITH s, owned, issuers, collect(y.name) AS names
OPTIONAL MATCH (z:Post|Body|Organisation|Person)-[v:OVERSEES]->(s)
WHERE v.since_day <= $as_of AND v.until_day >= $as_of
WITH s, owned, issuers, names, collect(z.name) AS watching
RETURN s.name AS strategy, s.classification AS classification, issuers AS issuer, names AS leads,
  watching AS overseen_by,
  CASE WHEN 'inferred' IN owned THEN 'inferred' WHEN s.level IS NULL OR s.may_miss CONTAINS 'OWNS'
    THEN 'unknown' ELSE 'gap' END AS state,
  s.sources AS sources, s.id AS id
ORDER BY state, s.register, s.position, id
