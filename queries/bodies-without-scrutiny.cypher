// title: Statutory bodies that nobody scrutinises
// question: Which statutory bodies does no scrutiny committee and no independent scrutineer look into?
// group: accountability
// kind: check
// of: MATCH (b:Body) WHERE b.register IN $registers AND b.since_day <= $as_of AND b.until_day >= $as_of AND
//   b.collective = false AND b.outside = false AND NOT b.status IN ['proposed', 'past'] AND b.statutory = true
//   RETURN count(b)
// counted: statutory bodies of the partnership
// why: A council's crime and disorder committee is to review what the responsible authorities decide and do.
// law: Police and Justice Act 2006, s.19
// note: Where a body that it is part of is scrutinised, the source does not say whether that takes it in: unknown.
// synonyms: overview and scrutiny, committee, independent scrutineer, crime and disorder committee
// column through: Scrutinised body it is part of
MATCH (b:Body)
WHERE b.register IN $registers AND b.since_day <= $as_of AND b.until_day >= $as_of AND b.statutory = true
  AND b.collective = false AND b.outside = false
  AND NOT b.status IN ['proposed', 'past']
OPTIONAL MATCH (x:Body|Post|Person|Organisation)-[s:SCRUTINISES]->(b)
WHERE s.since_day <= $as_of AND s.until_day >= $as_of
  AND NOT coalesce(x.status, '') IN ['proposed', 'past']
WITH b, collect(s.basis) AS looked
WHERE NOT 'stated' IN looked
OPTIONAL MATCH (b)-[u:PART_OF]->(y:Body)
WHERE u.since_day <= $as_of AND u.until_day >= $as_of
OPTIONAL MATCH (y)<-[s:SCRUTINISES]-(x:Body|Post|Person|Organisation)
WHERE s.since_day <= $as_of AND s.until_day >= $as_of
  AND NOT coalesce(x.status, '') IN ['proposed', 'past']
WITH b, looked, collect(CASE WHEN s.id IS NOT NULL THEN y.name END) AS names
RETURN b.name AS body, names AS through,
  CASE WHEN 'inferred' IN looked THEN 'inferred'
    WHEN size(names) > 0 OR b.may_miss CONTAINS 'SCRUTINISES' THEN 'unknown' ELSE 'gap' END AS state,
  b.sources AS sources, b.id AS id
ORDER BY state, b.register, b.position, id
