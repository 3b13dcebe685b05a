// title: Recommendations without an answer
// question: To which recommendations is no answer recorded?
// group: recommendations
// kind: check
// of: MATCH (r:Recommendation) WHERE r.register IN $registers AND r.since_day <= $as_of AND r.until_day >= $as_of RETURN
//   count(r)
// counted: recommendations
// why: Whoever a scrutiny committee, a review, an inspector or a commissioner makes a recommendation to is to say whether
//   it will be done.
// note: Awaited: a source says that there is no answer yet. Not recorded: no source says anything of one.
// synonyms: response, reply, outstanding, unanswered, scrutiny, inspection, review findings
// column made_by: By
// column made_to: To
// column answer: Its answer
// column respond_by: To be answered by
// column late: Late
MATCH (r:Recommendation)
WHERE r.register IN $registers AND r.since_day <= $as_of AND r.until_day >= $as_of
  AND r.answer IN ['not recorded', 'awaited']
OPTIONAL MATCH (x:Organisation|Body|Post|Person|Strategy)-[m:RECOMMENDS]->(r)
WHERE m.since_day <= $as_of AND m.until_day >= $as_of
WITH r, collect(x.name) AS made_by
OPTIONAL MATCH (r)-[m:MADE_TO]->(x:Organisation|Body|Post)
WHERE m.since_day <= $as_of AND m.until_day >= $as_of
WITH r, made_by, collect(x.name) AS made_to
RETURN r.name AS recommendation, made_by AS made_by, made_to AS made_to, r.made_on AS made_on, r.answer AS answer,
  r.respond_by AS respond_by, CASE WHEN r.respond_day < $as_of THEN 'yes' END AS late, 'gap' AS state,
  [r.sources, r.answer_sources] AS sources, r.id AS id
ORDER BY coalesce(r.respond_day, '9999-12-31'), r.register, r.position, id
