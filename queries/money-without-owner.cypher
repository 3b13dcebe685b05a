// title: Money without an owner
// question: Which funds does the plan name without saying who holds them?
// group: who owns what
// kind: check
// of: MATCH (s:Strategy) WHERE s.register IN $registers AND s.since_day <= $as_of AND s.until_day >= $as_of AND
//   s.classification = 'fund' AND s.collective = false AND s.status <> 'ended' AND coalesce(s.level, 'local') = 'local'
//   RETURN count(s)
// counted: funds that are named one by one
// why: Nobody can be asked what was spent, or on what.
// note: Funds of the region and the nation are not asked, nor funding that the source does not name one by one.
// synonyms: funding, budget, grant, finance, spending
// column actions: Named by the action
MATCH (s:Strategy)
WHERE s.register IN $registers AND s.since_day <= $as_of AND s.until_day >= $as_of AND s.classification = 'fund'
  AND s.collective = false AND s.status <> 'ended' AND coalesce(s.level, 'local') = 'local'
OPTIONAL MATCH (x:Post|Body|Organisation|Person)-[o:OWNS]->(s)
WHERE o.capacity <> 'issuer' AND o.since_day <= $as_of AND o.until_day >= $as_of
  AND NOT coalesce(x.status, '') IN ['proposed', 'past']
WITH s, collect(o.basis) AS owned
WHERE NOT 'stated' IN owned
OPTIONAL MATCH (a:Action)-[r:CONCERNS|CHANGES|IMPLEMENTS]->(s)
WHERE r.since_day <= $as_of AND r.until_day >= $as_of
WITH s, owned, collect(a.name) AS names
RETURN s.name AS fund, s.status AS status, names AS actions,
  CASE WHEN 'inferred' IN owned THEN 'inferred' WHEN s.may_miss CONTAINS 'OWNS' THEN 'unknown' ELSE 'gap' END AS state,
  s.sources AS sources, s.id AS id
ORDER BY state, s.register, s.position, id
