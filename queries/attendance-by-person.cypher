// title: Attendance, person by person
// question: Which meetings did each person come to, and for whom?
// group: meetings
// kind: report
// counted: people who came to a meeting
// why: Where a person is asked for, and not a seat.
// note: Who is named as a person is here, and whoever held a post on the day of a meeting that minutes name by the
//   post. Attendance by seat counts posts and organisations.
// synonyms: attended, present, who came
// param body: body, default "". Only meetings of this body.
// param since: day, default "0001-01-01". Only meetings from this day on, or from that of this meeting.
// grouped by: person
// column on_behalf_of: For
// column capacity: As
// column post: Named by the post of
MATCH (y:Person|Post)-[a:ATTENDED]->(g:Meeting)
WHERE g.register IN $registers AND g.held_on <= $as_of AND g.held_on >= $since
MATCH (g)-[o:MEETING_OF]->(b:Body)
WHERE $body IN ['', b.id]
OPTIONAL MATCH (y)<-[h:HOLDS]-(p:Person)
WHERE h.capacity <> 'designate' AND h.since_day <= g.held_on AND h.until_day >= g.held_on
OPTIONAL MATCH (s:Post|Person|Organisation|Body)
WHERE s.id = a.on_behalf_of
WITH CASE WHEN y.kind = 'person' THEN y.id ELSE p.id END AS id, y, a, g, b, o, s
WHERE id IS NOT NULL
MATCH (n:Person)
WHERE n.id = id
RETURN n.name AS person, g.day AS date, b.name AS body, s.name AS on_behalf_of, a.capacity AS capacity,
  CASE WHEN y.kind = 'post' THEN y.name END AS post, a.basis AS basis, a.sources AS sources,
  s.id AS on_behalf_of_id, g.id AS meeting_id, id AS id
ORDER BY n.register, n.position, id, g.held_on, g.register, g.position, meeting_id, a.position, a.id, o.position, o.id
