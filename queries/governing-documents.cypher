// title: Governing documents
// question: Under which terms of reference, protocols and agreements does each body work, and when are they reviewed?
// group: strategies and their dates
// kind: report
// counted: governing documents
// why: Who may decide what, and who settles a dispute, stands in the terms that a body works under.
// note: A governing document is one of these sorts, or one that lays down the working of a body or a duty.
// synonyms: terms of reference, constitution, protocol, memorandum of understanding, information sharing agreement,
//   review date, where published, approved, sent
// param body: body, default "". Only what this body works under.
// column governs: Of
// column approved_by: Approved by
// column published_at: Published at
// column sent_to: Sent to
// column classification: Sort
// column review_due_on: Review due
MATCH (s:Strategy)
WHERE s.register IN $registers AND s.since_day <= $as_of AND s.until_day >= $as_of
OPTIONAL MATCH (s)-[g:GOVERNS]->(b:Body|Duty)
WHERE g.since_day <= $as_of AND g.until_day >= $as_of
WITH s, collect(b.name) AS governs, collect(b.id) AS ids, collect(g.sources) AS found
WHERE (size(governs) > 0 OR s.classification IN ['terms of reference', 'protocol', 'agreement'])
  AND ($body = '' OR $body IN ids)
OPTIONAL MATCH (s)-[a:APPROVED_BY]->(x:Organisation|Body|Post|Person)
WHERE a.since_day <= $as_of AND a.until_day >= $as_of
WITH s, governs, found, collect(a.sources) AS by, collect(x.name) AS approved, max(a.day) AS approved_on
OPTIONAL MATCH (s)-[a:SENT_TO]->(x:Organisation|Body|Post|Person)
WHERE a.since_day <= $as_of AND a.until_day >= $as_of
WITH s, governs, approved, approved_on, found, by, collect(a.sources) AS copies,
  collect(x.name) AS sent, max(a.day) AS sent_on
RETURN s.name AS document, s.classification AS classification, s.status AS status, governs AS governs, s.date AS date, approved AS approved_by, approved_on AS approved_on, s.review_due AS review_due_on,
  s.published_at AS published_at, sent AS sent_to, sent_on AS sent_on, s.basis AS basis,
  [s.sources] + found + by + copies AS sources, s.id AS id
ORDER BY s.register, s.position, id
