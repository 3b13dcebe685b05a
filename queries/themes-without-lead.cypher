// title: Themes without a lead
// question: Which themes does nobody lead?
// group: accountability
// kind: check
// of: MATCH (t:Theme) WHERE t.register IN $registers AND t.since_day <= $as_of AND t.until_day >= $as_of RETURN
//   count(t)
// counted: themes
// why: Somebody has to answer for a theme as a whole.
// note: A deputy or an acting lead is not the lead. A body that is only proposed, or past, does not count.
// synonyms: leader, lead officer, theme lead, responsible
// column other: Deputy, acting, proposed or past
// column delivery: Delivered by
MATCH (t:Theme)
WHERE t.register IN $registers AND t.since_day <= $as_of AND t.until_day >= $as_of
OPTIONAL MATCH (x:Post|Body|Organisation|Person)-[l:LEADS]->(t)
WHERE l.since_day <= $as_of AND l.until_day >= $as_of
WITH t, x, l, l.capacity IN ['lead', 'joint']
  AND NOT coalesce(x.status, '') IN ['proposed', 'past'] AS leads
WITH t, collect(CASE leads WHEN true THEN l.basis END) AS led,
  collect(CASE leads WHEN false THEN x.name END) AS others
WHERE NOT 'stated' IN led
OPTIONAL MATCH (y:Body|Organisation)-[d:DELIVERS]->(t)
WHERE d.since_day <= $as_of AND d.until_day >= $as_of
WITH t, led, others, collect(y.name) AS names
RETURN t.name AS theme, others AS other, names AS delivery,
  CASE WHEN 'inferred' IN led THEN 'inferred' WHEN t.may_miss CONTAINS 'LEADS' THEN 'unknown'
    ELSE 'gap' END AS state, t.sources AS sources, t.id AS id
ORDER BY state, t.register, t.position, id
