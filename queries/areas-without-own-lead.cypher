// title: Priority areas that have only the lead of their theme
// question: Which priority areas have no lead of their own, though their theme has one?
// group: accountability
// kind: check
// of: MATCH (p:PriorityArea)-[u:PART_OF]->(t:Theme) WHERE p.register IN $registers AND p.since_day <= $as_of AND
//   p.until_day >= $as_of AND u.since_day <= $as_of AND u.until_day >= $as_of AND t.name <> p.name MATCH
//   (t)<-[l:LEADS]-(y:Post|Body|Organisation|Person) WHERE l.capacity IN ['lead', 'joint'] AND l.since_day <= $as_of
//   AND l.until_day >= $as_of AND NOT coalesce(y.status, '') IN ['proposed', 'past'] RETURN count(DISTINCT p.id)
// counted: priority areas whose theme has a lead
// why: Whoever leads a theme answers for all its areas at once, and nobody for one of them first.
// note: Not asked of an area that bears its theme's own name, as in a plan of one level: it is the theme.
// note: A deputy or acting lead is not the lead. A body that is only proposed, or past, does not count.
// synonyms: area lead, lead officer, accountable, responsible
// column area: Priority area
// column theme_lead: Lead of its theme
MATCH (p:PriorityArea)-[u:PART_OF]->(t:Theme)
WHERE p.register IN $registers AND p.since_day <= $as_of AND p.until_day >= $as_of AND u.since_day <= $as_of
  AND u.until_day >= $as_of AND t.name <> p.name
MATCH (t)<-[l:LEADS]-(y:Post|Body|Organisation|Person)
WHERE l.capacity IN ['lead', 'joint'] AND l.since_day <= $as_of AND l.until_day >= $as_of
  AND NOT coalesce(y.status, '') IN ['proposed', 'past']
WITH p, collect(t.name) AS themes, collect(y.name) AS wider
OPTIONAL MATCH (x:Post|Body|Organisation|Person)-[l:LEADS]->(p)
WHERE l.capacity IN ['lead', 'joint'] AND l.since_day <= $as_of AND l.until_day >= $as_of
  AND NOT coalesce(x.status, '') IN ['proposed', 'past']
WITH p, themes, wider, collect(l.basis) AS led
WHERE NOT 'stated' IN led
RETURN p.name AS area, themes AS theme, wider AS theme_lead,
  CASE WHEN 'inferred' IN led THEN 'inferred' WHEN p.may_miss CONTAINS 'LEADS' THEN 'unknown' ELSE 'gap' END AS state,
  p.sources AS sources, p.id AS id
ORDER BY state, p.register, p.position, id
