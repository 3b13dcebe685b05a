// title: Recommendations and what was answered
// question: Which recommendations were made, by whom, to whom, what was answered, and how far have they got?
// group: recommendations
// kind: report
// counted: recommendations
// why: A recommendation is worth what was answered to it, and done.
// note: Where a recommendation is refused, the reason stands beside it if one is recorded.
// synonyms: scrutiny, findings of reviews, domestic abuse related death review, inspection, audit, commissioner,
//   response, action plan, open
// param body: thing, default "". Only what this committee, review, inspector, body or post made or is to answer.
// grouped by: made_by
// column made_by: By
// column made_to: To
// column answer: Answer
// column reason: Reason
// column owner: To carry it out
MATCH (r:Recommendation)
WHERE r.register IN $registers AND r.since_day <= $as_of AND r.until_day >= $as_of
OPTIONAL MATCH (x:Organisation|Body|Post|Person|Strategy)-[m:RECOMMENDS]->(r)
WHERE m.since_day <= $as_of AND m.until_day >= $as_of
WITH r, collect(x.name) AS made_by, collect(x.id) AS ids, collect(m.sources) AS found
OPTIONAL MATCH (r)-[m:MADE_TO]->(x:Organisation|Body|Post)
WHERE m.since_day <= $as_of AND m.until_day >= $as_of
WITH r, made_by, ids, found, collect(x.name) AS made_to, collect(x.id) AS more, collect(m.sources) AS also
OPTIONAL MATCH (x:Post|Body|Organisation|Person)-[o:OWNS]->(r)
WHERE o.since_day <= $as_of AND o.until_day >= $as_of AND o.capacity <> 'issuer'
WITH r, made_by, made_to, ids, found, more, also, collect(x.name) AS owners
WHERE $body = '' OR $body IN ids OR $body IN more
RETURN made_by AS made_by, r.name AS recommendation, made_to AS made_to, r.made_on AS made_on, r.answer AS answer,
  r.answer_reason AS reason, owners AS owner, r.due AS due, r.status AS status, r.rating AS rating,
  [r.sources, r.answer_sources, r.progress_sources] + found + also AS sources, r.id AS id
ORDER BY r.register, r.position, id
