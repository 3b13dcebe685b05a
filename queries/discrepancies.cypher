// title: Statements that disagree
// question: Where do the sources contradict each other?
// group: quality of the record
// kind: check
// of: MATCH (d:Discrepancy) WHERE d.register IN $registers AND d.since_day <= $as_of AND d.until_day >= $as_of RETURN
//   count(d)
// counted: discrepancies
// why: Until it is settled which statement holds, answers rest on both.
// synonyms: contradictions, inconsistent, conflict, differences
// column about: About
// column classification: They disagree on the
// column wordings: The sources say
MATCH (d:Discrepancy)
WHERE d.register IN $registers AND d.since_day <= $as_of AND d.until_day >= $as_of
OPTIONAL MATCH (d)-[c:CONCERNS]->(x)
WHERE c.since_day <= $as_of AND c.until_day >= $as_of
WITH d, collect(x.name) AS names
RETURN d.name AS discrepancy, names AS about, d.classification AS classification, d.wordings AS wordings,
  'gap' AS state, d.sources AS sources, d.id AS id
ORDER BY d.register, d.position, id
