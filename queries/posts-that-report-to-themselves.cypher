// title: Posts that report to themselves through a board they chair
// question: Which posts report, themselves or through what they lead or chair, to a board that they chair?
// group: accountability
// kind: report
// of: MATCH (p:Post) WHERE p.register IN $registers AND p.since_day <= $as_of AND p.until_day >= $as_of AND EXISTS {
//   MATCH (p)-[r:CHAIRS]->(y) WHERE r.since_day <= $as_of AND r.until_day >= $as_of } RETURN count(p)
// counted: posts that chair a body or stand in
// why: A chair cannot hold its own report to account.
// note: Lines of one or two steps are followed. A deputy or acting chair is no chair.
// synonyms: conflict of interest, circular, independence, marks own homework
// column chaired: Chairs
// column through: Reports to it through
MATCH (p:Post)-[c:CHAIRS]->(b:Body)
WHERE p.register IN $registers AND p.since_day <= $as_of AND p.until_day >= $as_of
  AND c.capacity IN ['chair', 'joint'] AND c.since_day <= $as_of AND c.until_day >= $as_of
OPTIONAL MATCH (p)-[r:REPORTS_TO]->(y:Body|Organisation|Post)
WHERE r.since_day <= $as_of AND r.until_day >= $as_of
OPTIONAL MATCH (y)-[s:REPORTS_TO]->(z:Body)
WHERE z.id = b.id AND s.since_day <= $as_of AND s.until_day >= $as_of
WITH p, c, b, collect(CASE b.id WHEN y.id THEN 'its own line' WHEN z.id THEN y.name END) AS own_ways,
  collect(CASE WHEN b.id IN [y.id, z.id] THEN r.sources END) + collect(s.sources) AS own_found,
  collect(CASE WHEN b.id IN [y.id, z.id] THEN CASE WHEN r.basis = 'stated' AND coalesce(s.basis, 'stated') = 'stated'
    THEN c.basis ELSE 'inferred' END END) AS own_bases
OPTIONAL MATCH (p)-[l:LEADS|CHAIRS]->(x:Body)
WHERE NOT l.capacity IN ['deputy', 'vice'] AND x.id <> b.id AND l.since_day <= $as_of AND l.until_day >= $as_of
OPTIONAL MATCH (x)-[r:REPORTS_TO]->(y:Body|Organisation|Post)
WHERE r.since_day <= $as_of AND r.until_day >= $as_of
OPTIONAL MATCH (y)-[s:REPORTS_TO]->(z:Body)
WHERE z.id = b.id AND s.since_day <= $as_of AND s.until_day >= $as_of
WITH p, c, b, own_ways, own_found, own_bases,
  collect(CASE b.id WHEN y.id THEN x.name WHEN z.id THEN x.name + ', then ' + y.name END) AS further_ways,
  collect(CASE WHEN b.id IN [y.id, z.id] THEN r.sources END) + collect(s.sources) AS further_found,
  collect(CASE WHEN b.id IN [y.id, z.id] THEN CASE WHEN r.basis = 'stated' AND coalesce(s.basis, 'stated') = 'stated'
    THEN c.basis ELSE 'inferred' END END) AS further_bases
WITH p, c, b, own_ways + further_ways AS ways, own_found + further_found AS found, own_bases + further_bases AS bases
WHERE size(ways) > 0
RETURN p.name AS post, b.name AS chaired, ways AS through,
  CASE WHEN 'stated' IN bases THEN 'stated' ELSE 'inferred' END AS basis, found + [c.sources] AS sources,
  b.id AS chaired_id, p.id AS id
ORDER BY p.register, p.position, id, b.register, b.position, chaired_id
