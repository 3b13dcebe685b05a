// title: Recommendations refused without a reason
// question: Which recommendations were not accepted, or only in part, with no reason recorded?
// group: recommendations
// kind: check
// of: MATCH (r:Recommendation) WHERE r.register IN $registers AND r.since_day <= $as_of AND r.until_day >= $as_of
//   AND r.answer IN ['refused', 'in part'] RETURN count(r)
// counted: recommendations that were refused or accepted in part
// why: Whoever does not follow a recommendation owes the reason: a safeguarding adults board reports which findings
//   of its reviews it did not carry out, and why.
// law: Care Act 2014, Schedule 2
// synonyms: rejected, declined, not accepted, why not, response
// column made_by: By
// column made_to: To
// column answer: Its answer
MATCH (r:Recommendation)
WHERE r.register IN $registers AND r.since_day <= $as_of AND r.until_day >= $as_of
  AND r.answer IN ['refused', 'in part'] AND r.answer_reason IS NULL
OPTIONAL MATCH (x:Organisation|Body|Post|Person|Strategy)-[m:RECOMMENDS]->(r)
WHERE m.since_day <= $as_of AND m.until_day >= $as_of
WITH r, collect(x.name) AS made_by
OPTIONAL MATCH (r)-[m:MADE_TO]->(x:Organisation|Body|Post)
WHERE m.since_day <= $as_of AND m.until_day >= $as_of
WITH r, made_by, collect(x.name) AS made_to
RETURN r.name AS recommendation, made_by AS made_by, made_to AS made_to, r.answer AS answer,
  r.answered_on AS answered_on, 'gap' AS state, [r.sources, r.answer_sources] AS sources, r.id AS id
ORDER BY r.register, r.position, id
