// title: Strategies nobody owns
// question: Which strategies and plans has nobody to answer for them?
// group: strategies and their dates
// kind: check
// of: MATCH (s:Strategy) WHERE s.register IN $registers AND s.since_day <= $as_of AND s.until_day >= $as_of AND
//   coalesce(s.status, '') <> 'ended' AND coalesce(s.level, '') <> 'national' AND (s.classification IS NULL OR
//   toLower(s.classification) =~
//   '.*(strateg|plan|programme|framework|protocol|agreement|charter|policy|assessment).*') RETURN count(s)
// counted: local and regional strategies, plans, programmes and the like
// why: Nobody renews or reports on a strategy without an owner.
// note: Whoever issued a document answers for its publication, not for the strategy: an issuer is no owner here.
// note: National strategies, statutes, services, tools, surveys and the like are not asked for an owner.
// synonyms: responsible, unowned, accountable
// column issuer: Issued by
// column leads: Led by
MATCH (s:Strategy)
WHERE s.register IN $registers AND s.since_day <= $as_of AND s.until_day >= $as_of AND s.status <> 'ended'
  AND coalesce(s.level, '') <> 'national'
  AND toLower(coalesce(s.classification, 'strategy'))
    =~ '.*(strateg|plan|programme|framework|protocol|agreement|charter|policy|assessment).*'
OPTIONAL MATCH (x:Post|Body|Organisation)-[o:OWNS]->(s)
WHERE o.since_day <= $as_of AND o.until_day >= $as_of AND x.until_day >= $as_of
  AND coalesce(x.status, 'established') = 'established'
WITH s, collect(CASE WHEN o.capacity <> 'issuer' THEN o.basis END) AS owned,
  collect(CASE WHEN o.capacity = 'issuer' THEN x.name END) AS issuers
WHERE NOT 'stated' IN owned
OPTIONAL MATCH (y:Post|Body|Organisation)-[l:LEADS]->(s)
WHERE l.since_day <= $as_of AND l.until_day >= $as_of
WITH s, owned, issuers, collect(y.name) AS names
RETURN s.name AS strategy, s.classification AS classification, issuers AS issuer, names AS leads,
  CASE WHEN 'inferred' IN owned THEN 'inferred' ELSE 'gap' END AS state, s.sources AS sources, s.id AS id
ORDER BY state, s.register, s.position, id
