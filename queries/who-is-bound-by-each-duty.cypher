// title: Who is bound by each statutory duty, and takes part
// question: Which organisations are bound by each duty under a statute, and does each sit on the board that sees to it?
// group: statutes
// kind: report
// counted: statutory duties
// why: A duty that binds several is met only if each takes part.
// note: A duty is statutory where its sort or a statute says so. The board that sees to it is one that bears, oversees or
//   leads it or gets its report. A seat is that of the organisation, of a post in it or of a part of it.
// note: Where no such board is recorded, whether an organisation takes part is not recorded either.
// synonyms: serious violence duty, specified authorities, prevent duty, bound by, statutory duties, all take part,
//   relevant authorities, law
// param duty: duty, default "". Only this duty.
// grouped by: duty
// column statute: Under
// column bound: Bound
// column boards: Seen to by
// column seats: Sits on
// column takes_part: Takes part
MATCH (h:Organisation|Body|Post|Person)-[e:BEARS]->(d:Duty)
WHERE e.register IN $registers AND e.since_day <= $as_of AND e.until_day >= $as_of AND $duty IN ['', d.id]
OPTIONAL MATCH (d)-[q:REQUIRED_BY]->(l:Strategy)
WHERE q.since_day <= $as_of AND q.until_day >= $as_of
WITH h, e, d,
  collect(CASE WHEN l.name IS NULL OR q.section IS NULL THEN l.name ELSE l.name + ', section ' + q.section END) AS statutes,
  collect(q.sources) AS told
WHERE size(statutes) > 0 OR toLower(coalesce(d.classification, '')) CONTAINS 'statutory'
OPTIONAL MATCH (d)<-[s:BEARS|OVERSEES|LEADS]-(z:Body)
WHERE s.since_day <= $as_of AND s.until_day >= $as_of
WITH h, e, d, statutes, told, collect(z.id) AS ids, collect(z.name) AS boards
OPTIONAL MATCH (d)-[s:REPORTED_TO]->(z:Body)
WHERE s.since_day <= $as_of AND s.until_day >= $as_of
WITH h, e, d, statutes, told, ids, boards, collect(z.id) AS more, collect(z.name) AS others
WITH h, e, d, statutes, told, ids + more AS ids, boards + others AS boards
OPTIONAL MATCH (h)-[m:MEMBER_OF|CHAIRS]->(z:Body)
WHERE m.since_day <= $as_of AND m.until_day >= $as_of
WITH h, e, d, statutes, told, ids, boards, collect(CASE WHEN z.id IN ids THEN z.name END) AS seats,
  collect(CASE WHEN z.id IN ids THEN m.sources END) AS found
OPTIONAL MATCH (h)<-[u:POST_IN|PART_OF]-(x:Post|Organisation)
WHERE u.since_day <= $as_of AND u.until_day >= $as_of
OPTIONAL MATCH (x)-[m:MEMBER_OF|CHAIRS]->(z:Body)
WHERE m.since_day <= $as_of AND m.until_day >= $as_of
WITH h, e, d, statutes, told, ids, boards, seats, found,
  collect(CASE WHEN z.id IN ids THEN z.name + ' (' + x.name + ')' END) AS through,
  collect(CASE WHEN z.id IN ids THEN m.sources END) AS also
WITH h, e, d, statutes, told + found + also AS found, ids, boards, seats + through AS seats
RETURN d.name AS duty, statutes AS statute, h.name AS bound, h.kind AS kind, boards AS boards, seats AS seats,
  CASE WHEN h.kind <> 'organisation' THEN 'bears it itself' WHEN size(ids) = 0 THEN 'not recorded'
    WHEN size(seats) > 0 THEN 'yes' ELSE 'no seat recorded' END AS takes_part,
  e.basis AS basis, [e.sources] + found AS sources, d.id AS duty_id, h.id AS id
ORDER BY d.register, d.position, duty_id, kind, h.register, h.position, id, e.position, e.id
