// title: Bodies with no reporting line recorded
// question: From which bodies does no recorded line lead up to anybody?
// group: boards and membership
// kind: check
// of: MATCH (b:Body) WHERE b.register IN $registers AND b.since_day <= $as_of AND b.until_day >= $as_of AND
//   b.collective = false AND b.outside = false AND NOT b.status IN ['proposed', 'past'] AND (b.status =
//   'established' OR EXISTS { MATCH (b)-[r:DELIVERS|OWNS|OVERSEES|BEARS|LEADS|REPORTS_TO|SUPPORTS]->() WHERE
//   r.since_day <= $as_of AND r.until_day >= $as_of } OR EXISTS { MATCH (b)<-[r:MEMBER_OF]-() WHERE r.since_day <=
//   $as_of AND r.until_day >= $as_of }) RETURN count(b)
// counted: bodies of the partnership that exist or act in the plan
// why: A body that reports to nobody answers to nobody. The top of a structure is found too, unless the register says
//   whom the partnership answers to: accept it with its reason.
// note: Where our copy of the page has lost its lines, the state is unknown.
// note: Being part of another body or organisation is a line; support and joint work are not. A line limited to one
//   subject counts.
// synonyms: reporting line, orphan, accountable to, no parent
// column reports_received: Reports come to it from
// column supports: Only supports or works with
MATCH (b:Body)
WHERE b.register IN $registers AND b.since_day <= $as_of AND b.until_day >= $as_of
  AND b.collective = false AND b.outside = false AND NOT b.status IN ['proposed', 'past']
  AND (b.status = 'established'
  OR EXISTS {
    MATCH (b)-[r:DELIVERS|OWNS|OVERSEES|BEARS|LEADS|REPORTS_TO|SUPPORTS]->()
    WHERE r.since_day <= $as_of AND r.until_day >= $as_of
  }
  OR EXISTS {
    MATCH (b)<-[r:MEMBER_OF]-()
    WHERE r.since_day <= $as_of AND r.until_day >= $as_of
  })
OPTIONAL MATCH (b)-[r:REPORTS_TO|PART_OF]->(x:Body|Organisation|Post)
WHERE r.since_day <= $as_of AND r.until_day >= $as_of
WITH b, collect(r.basis) AS lines
WHERE NOT 'stated' IN lines AND NOT b.id IN $answering
OPTIONAL MATCH (y:Body|Organisation|Post)-[s:REPORTS_TO]->(b)
WHERE s.since_day <= $as_of AND s.until_day >= $as_of
WITH b, lines, collect(y.name) AS below
OPTIONAL MATCH (b)-[s:SUPPORTS|WORKS_WITH]->(z:Body)
WHERE s.since_day <= $as_of AND s.until_day >= $as_of
WITH b, lines, below, collect(z.name) AS beside
RETURN b.name AS body, b.classification AS classification, below AS reports_received, beside AS supports,
  CASE WHEN 'inferred' IN lines THEN 'inferred'
    WHEN b.may_miss CONTAINS 'REPORTS_TO' OR b.may_miss CONTAINS 'PART_OF' THEN 'unknown' ELSE 'gap' END AS state,
  b.sources AS sources, b.id AS id
ORDER BY state, b.register, b.position, id
