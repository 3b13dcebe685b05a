// title: When each body last met and next meets
// question: When did each body last meet, and when is it to meet next?
// group: meetings
// kind: report
// counted: bodies with a meeting
// why: A body that has not met decides nothing.
// note: To meet next: as the minutes of its last meeting say. Met next: the first meeting after the day that is
//   recorded.
// synonyms: last meeting, next meeting, dates, calendar, last met
// param body: body, default "". Only this body.
// column last_met: Last met
// column quorate: Was it quorate
// column next_date: To meet next
// column then_met: Met next
// column meetings: Meetings up to the day
MATCH (b:Body)<-[o:MEETING_OF]-(g:Meeting)
WHERE g.register IN $registers AND $body IN ['', b.id, b.latest]
WITH b.latest AS id, max(CASE WHEN g.held_on <= $as_of THEN g.held_on END) AS last_met,
  min(CASE WHEN g.held_on > $as_of THEN g.held_on END) AS then_met,
  count(DISTINCT CASE WHEN g.held_on <= $as_of THEN g.id END) AS meetings
MATCH (b:Body)
WHERE b.id = id
OPTIONAL MATCH (l:Meeting)-[u:MEETING_OF]->(x:Body)
WHERE x.latest = b.id AND l.register IN $registers AND l.held_on = last_met
WITH DISTINCT b, last_met, then_met, meetings, l
RETURN b.name AS body, coalesce(l.day, 'not recorded') AS last_met,
  CASE WHEN l.quorate = true THEN 'yes' WHEN l.quorate = false THEN 'no' ELSE 'not recorded' END AS quorate,
  coalesce(l.next, 'not recorded') AS next_date, then_met AS then_met, meetings AS meetings, l.name AS meeting,
  coalesce(l.sources, b.sources) AS sources, l.id AS meeting_id, b.id AS id
ORDER BY b.register, b.position, id, meeting_id
