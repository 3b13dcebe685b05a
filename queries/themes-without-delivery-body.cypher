// title: Themes without a delivery body
// question: Which themes has no body been told to deliver?
// group: accountability
// kind: check
// of: MATCH (t:Theme) WHERE t.register IN $registers AND t.since_day <= $as_of AND t.until_day >= $as_of RETURN
//   count(t)
// counted: themes
// why: A theme that no body delivers has a plan and nobody to carry it out.
// note: Who only helps ("with" another) does not deliver. A theme has a delivery body if each of its areas has one.
// note: Where only bodies are named that the source does not name one by one ("delivery groups"), the state is unknown.
// synonyms: delivers, delivery group, responsible, carried out
// column other: Helping, proposed or past
// column unnamed: Not named one by one
MATCH (t:Theme)
WHERE t.register IN $registers AND t.since_day <= $as_of AND t.until_day >= $as_of
OPTIONAL MATCH (x:Body|Organisation)-[d:DELIVERS]->(t)
WHERE d.since_day <= $as_of AND d.until_day >= $as_of
WITH t, x, d, coalesce(d.capacity, '') <> 'with'
  AND NOT coalesce(x.status, '') IN ['proposed', 'past'] AS delivers
WITH t, collect(CASE WHEN delivers AND x.collective = false THEN d.basis END) AS direct,
  collect(CASE WHEN delivers AND x.collective THEN x.name END) AS many,
  collect(CASE delivers WHEN false THEN x.name END) AS others
OPTIONAL MATCH (t)<-[u:PART_OF]-(p:PriorityArea)
WHERE u.since_day <= $as_of AND u.until_day >= $as_of
OPTIONAL MATCH (x:Body|Organisation)-[d:DELIVERS]->(p)
WHERE coalesce(d.capacity, '') <> 'with' AND x.collective = false AND d.since_day <= $as_of AND d.until_day >= $as_of
  AND NOT coalesce(x.status, '') IN ['proposed', 'past']
WITH t, direct, others, many, count(DISTINCT p.id) AS areas,
  count(DISTINCT CASE WHEN d.basis = 'stated' THEN p.id END) AS done
WHERE NOT 'stated' IN direct AND CASE areas WHEN 0 THEN 1 ELSE areas - done END > 0
RETURN t.name AS theme, others AS other, many AS unnamed, areas AS areas, done AS areas_delivered,
  CASE WHEN 'inferred' IN direct THEN 'inferred' WHEN size(many) > 0 OR t.may_miss CONTAINS 'DELIVERS'
    THEN 'unknown' ELSE 'gap' END AS state,
  t.sources AS sources, t.id AS id
ORDER BY state, t.register, t.position, id
