// title: Bodies that report to nothing
// question: From which bodies does no recorded line lead up to anybody?
// group: boards and membership
// kind: check
// of: MATCH (b:Body) WHERE b.register IN $registers AND b.since_day <= $as_of AND b.until_day >= $as_of AND b.status =
//   'established' AND b.collective = false RETURN count(b)
// counted: established bodies
// why: A body that reports to nobody answers to nobody. The top of a structure is found too: accept it with its reason.
// note: Being part of another body or organisation is a line; support and joint work are not. A line limited to one
//   subject counts.
// synonyms: reporting line, orphan, accountable to, no parent
// column reports_received: Reports come to it from
// column supports: Only supports or works with
MATCH (b:Body)
WHERE b.register IN $registers AND b.since_day <= $as_of AND b.until_day >= $as_of AND b.status = 'established'
  AND b.collective = false
OPTIONAL MATCH (b)-[r:REPORTS_TO|PART_OF]->(x:Body|Organisation|Post)
WHERE r.since_day <= $as_of AND r.until_day >= $as_of
WITH b, collect(r.basis) AS lines
WHERE NOT 'stated' IN lines
OPTIONAL MATCH (y:Body|Organisation|Post)-[s:REPORTS_TO]->(b)
WHERE s.since_day <= $as_of AND s.until_day >= $as_of
WITH b, lines, collect(y.name) AS below
OPTIONAL MATCH (b)-[s:SUPPORTS|WORKS_WITH]->(z:Body)
WHERE s.since_day <= $as_of AND s.until_day >= $as_of
WITH b, lines, below, collect(z.name) AS beside
RETURN b.name AS body, b.classification AS classification, below AS reports_received, beside AS supports,
  CASE WHEN 'inferred' IN lines THEN 'inferred' ELSE 'gap' END AS state, b.sources AS sources, b.id AS id
ORDER BY state, b.register, b.position, id
