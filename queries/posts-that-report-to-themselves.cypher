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
OPTIONAL MATCH (p)-[l:LEADS|CHAIRS]->(h:Body)
WHERE NOT l.capacity IN ['deputy', 'vice'] AND h.id <> b.id AND l.since_day <= $as_of AND l.until_day >= $as_of
WITH p, b, collect(c.sources) AS chaired_in, min(CASE c.basis WHEN 'stated' THEN 0 ELSE 1 END) AS chaired_doubt,
  collect(h.id) + [p.id] AS held
MATCH (b)<-[s:REPORTS_TO]-(y:Body|Organisation|Post)
WHERE s.since_day <= $as_of AND s.until_day >= $as_of
OPTIONAL MATCH (y)<-[r:REPORTS_TO]-(x:Body|Post)
WHERE x.id IN held AND r.since_day <= $as_of AND r.until_day >= $as_of
WITH p, b, chaired_in, chaired_doubt, s, r,
  CASE WHEN y.id = p.id THEN 'its own line' WHEN y.id IN held THEN y.name END AS near,
  CASE WHEN x.id = p.id THEN y.name WHEN x.id IN held THEN x.name + ', then ' + y.name END AS far
WHERE near IS NOT NULL OR far IS NOT NULL
WITH p, b, chaired_in, chaired_doubt, collect(DISTINCT near) + collect(DISTINCT far) AS ways,
  collect(s.sources) + collect(r.sources) AS found,
  min(CASE WHEN s.basis = 'stated' AND (near IS NOT NULL OR r.basis = 'stated') THEN 0 ELSE 1 END) AS doubt
RETURN p.name AS post, b.name AS chaired, ways AS through,
  CASE chaired_doubt + doubt WHEN 0 THEN 'stated' ELSE 'inferred' END AS basis, found + chaired_in AS sources,
  b.id AS chaired_id, p.id AS id
ORDER BY p.register, p.position, id, b.register, b.position, chaired_id
