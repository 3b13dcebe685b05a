// title: Where the stated mapping and the content disagree
// question: Which themes are set against a regional priority that nothing in them serves, or serve one they are not set
//   against?
// group: regional and borough priorities
// kind: report
// of: MATCH (n:Register), (t:Theme) WHERE n.id IN $registers AND t.register = n.id AND t.since_day <= $as_of AND
//   t.until_day >= $as_of AND EXISTS { MATCH (x:RegionalPriority) WHERE x.register = n.id OR n.uses CONTAINS ('"' +
//   x.register + '"') } RETURN count(t)
// counted: themes
// why: The table of the plan and its actions should tell the region the same.
// note: Content is what a theme's areas and actions address; a priority none of whose commitments anything addresses is
//   left out, since then there is nothing to compare.
// note: Where only inferred facts address a commitment, the row is inferred.
// synonyms: mapping, alignment, mismatch, inconsistent
// column priority: Regional priority
// column disagreement: What disagrees
// column content: What addresses its commitments
MATCH (t:Theme), (n:Register {id: t.register}), (q:RegionalPriority)
WHERE t.register IN $registers AND t.since_day <= $as_of AND t.until_day >= $as_of
  AND (q.register = n.id OR n.uses CONTAINS ('"' + q.register + '"'))
OPTIONAL MATCH (t)-[m:MAPS_TO]->(q)
WHERE m.since_day <= $as_of AND m.until_day >= $as_of
WITH t, n, q, count(m.id) AS direct, collect(m.sources) AS found_theme
OPTIONAL MATCH (t)<-[s:PART_OF]-(p:PriorityArea)
WHERE s.since_day <= $as_of AND s.until_day >= $as_of
OPTIONAL MATCH (p)-[m:MAPS_TO]->(q)
WHERE m.since_day <= $as_of AND m.until_day >= $as_of
WITH t, n, q, direct, found_theme, count(m.id) AS through, collect(m.sources) AS found_through
WITH t, n, q, direct + through AS mapped, found_theme + found_through AS found
OPTIONAL MATCH (q)<-[:PART_OF]-(c:Commitment)
OPTIONAL MATCH (c)<-[a:ADDRESSES]-(w:Action|PriorityArea)
WHERE w.register = n.id AND a.since_day <= $as_of AND a.until_day >= $as_of
OPTIONAL MATCH (w)-[u:PART_OF]->(x:Theme|PriorityArea)
WHERE u.since_day <= $as_of AND u.until_day >= $as_of
OPTIONAL MATCH (x)-[v:PART_OF]->(y:Theme)
WHERE v.since_day <= $as_of AND v.until_day >= $as_of
WITH t, q, mapped, found, a, w, x.id = t.id OR y.id = t.id AS inside,
  CASE x.id WHEN t.id THEN [a.basis, u.basis] ELSE [a.basis, u.basis, v.basis] END AS steps
WITH t, q, mapped, found, count(a.id) AS anything, collect(CASE inside WHEN true THEN w.name END) AS names,
  collect(CASE inside WHEN true THEN 'inferred' IN steps END) AS guessed,
  collect(CASE inside WHEN true THEN a.sources END) AS found_content
WITH t, q, mapped, anything, names, guessed, found + found_content AS sources_of
WHERE anything > 0 AND ((mapped > 0 AND size(names) = 0) OR (mapped = 0 AND size(names) > 0))
RETURN t.name AS theme, q.name AS priority,
  CASE WHEN mapped > 0 THEN 'set against it, but nothing in the theme addresses its commitments'
    ELSE 'addresses its commitments, but is not set against it' END AS disagreement,
  names AS content, CASE WHEN mapped > 0 OR false IN guessed THEN 'stated' ELSE 'inferred' END AS basis,
  sources_of AS sources, q.id AS priority_id, t.id AS id
ORDER BY t.register, t.position, id, q.register, q.position, priority_id
