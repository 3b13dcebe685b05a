// title: Documents whose review is overdue
// question: Which strategies, plans and governing documents were to be reviewed before the day?
// group: strategies and their dates
// kind: check
// of: MATCH (s:Strategy) WHERE s.register IN $registers AND s.since_day <= $as_of AND s.until_day >= $as_of AND
//   s.review_day IS NOT NULL AND NOT s.status IN ['ended', 'proposed'] RETURN count(s)
// counted: strategies and documents with a date of review
// why: A document past its review may say what no longer holds.
// note: A later review that is recorded moves the date of review; where none is, it may have been held.
// synonyms: due for review, out of date, terms of reference, protocol, refresh, renewal
// column governs: Of
// column review_due_on: Review due
// column owner: Owner
MATCH (s:Strategy)
WHERE s.register IN $registers AND s.since_day <= $as_of AND s.until_day >= $as_of AND s.review_day < $as_of
  AND NOT s.status IN ['ended', 'proposed']
OPTIONAL MATCH (s)-[g:GOVERNS]->(b:Body|Duty)
WHERE g.since_day <= $as_of AND g.until_day >= $as_of
WITH s, collect(b.name) AS governs
OPTIONAL MATCH (x:Post|Body|Organisation|Person)-[o:OWNS]->(s)
WHERE o.since_day <= $as_of AND o.until_day >= $as_of AND o.capacity <> 'issuer'
WITH s, governs, collect(x.name) AS owner
RETURN s.name AS document, s.classification AS classification, governs AS governs, s.review_due AS review_due_on,
  owner AS owner, 'gap' AS state, s.sources AS sources, s.id AS id
ORDER BY s.review_day, s.register, s.position, id
