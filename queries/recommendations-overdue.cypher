// title: Recommendations that are overdue
// question: Which recommendations were to be carried out before the day, and are not known to be?
// group: recommendations
// kind: check
// of: MATCH (r:Recommendation) WHERE r.register IN $registers AND r.since_day <= $as_of AND r.until_day >= $as_of
//   AND r.due_day IS NOT NULL AND r.answer <> 'refused' AND NOT r.status IN ['done', 'stopped', 'closed'] RETURN count(r)
// counted: open recommendations with a due date
// why: A recommendation that was accepted and not carried out is found again by the next review.
// note: A recommendation that was refused is not asked. Where nothing is recorded of how one stands, it may be done.
// synonyms: late, outstanding, open findings, review action plan, not implemented
// column owner: To carry it out
// column reported_on: Last told of
// column note: What was said last
MATCH (r:Recommendation)
WHERE r.register IN $registers AND r.since_day <= $as_of AND r.until_day >= $as_of AND r.due_day < $as_of
  AND r.answer <> 'refused' AND NOT r.status IN ['done', 'stopped', 'closed']
OPTIONAL MATCH (x:Post|Body|Organisation|Person)-[o:OWNS]->(r)
WHERE o.since_day <= $as_of AND o.until_day >= $as_of AND o.capacity <> 'issuer'
WITH r, collect(x.name) AS owners
RETURN r.name AS recommendation, r.due AS due, owners AS owner, r.status AS status, r.rating AS rating,
  r.reported_on AS reported_on, r.note AS note, 'gap' AS state, [r.sources, r.progress_sources] AS sources, r.id AS id
ORDER BY r.due_day, r.register, r.position, id
