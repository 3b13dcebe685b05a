// title: Posts that report to themselves through a board they chair
// question: Which posts report, themselves or through what they lead or chair, to a board that they chair?
// group: accountability
// kind: report
// of: Post where it CHAIRS
// counted: posts that chair a body or stand in
// why: A chair cannot hold its own report to account.
// note: Lines of one or two steps are followed. A deputy or acting chair is no chair.
// synonyms: conflict of interest, circular, independence, marks own homework
// column chaired: Chairs
// column through: Reports to it through
MATCH (p:Post)-[c:CHAIRS]->(b:Body)
WHERE p.register IN $registers AND p.since_day <= $as_of AND p.until_day >= $as_of
  AND c.capacity IN ['chair', 'joint'] AND c.since_day <= $as_of AND c.until_day >= $as_of
OPTIONAL MATCH (p)-[l:LEADS|CHAIRS]->(g:Body)
WHERE NOT l.capacity IN ['deputy', 'vice'] AND g.id <> b.id AND l.since_day <= $as_of AND l.until_day >= $as_of
WITH p, c, b, [p.id] + collect(g.id) AS hands
MATCH (x:Post|Body)-[r:REPORTS_TO]->(y:Body|Organisation|Post)
WHERE x.id IN hands AND r.since_day <= $as_of AND r.until_day >= $as_of
OPTIONAL MATCH (y)-[s:REPORTS_TO]->(z:Body)
WHERE z.id = b.id AND s.since_day <= $as_of AND s.until_day >= $as_of
WITH p, c, b, x, y, r, s, z
WHERE y.id = b.id OR z.id = b.id
WITH p, c, b, collect(CASE WHEN x.id <> p.id AND y.id <> b.id THEN x.name + ', then ' + y.name
    WHEN x.id <> p.id THEN x.name WHEN y.id <> b.id THEN y.name ELSE 'its own line' END) AS ways,
  collect(r.sources) + collect(s.sources) AS found,
  collect(CASE WHEN r.basis = 'stated' AND coalesce(s.basis, 'stated') = 'stated' THEN c.basis
    ELSE 'inferred' END) AS bases
RETURN p.name AS post, b.name AS chaired, ways AS through,
  CASE WHEN 'stated' IN bases THEN 'stated' ELSE 'inferred' END AS basis, found + [c.sources] AS sources,
  b.id AS chaired_id, p.id AS id
ORDER BY p.register, p.position, id, b.register, b.position, chaired_id
