// title: Seats that were never represented
// question: Which members were at no meeting, neither themselves nor by somebody who came for them?
// group: meetings
// kind: report
// counted: bodies with such a seat
// why: Ask them before the next meeting, or ask whether the seat is still wanted.
// note: Counted are meetings of which it is recorded who was there, held while the seat was taken. A post is there
//   when its holder is; an organisation when one of its posts, or the holder of one, is, also where they came
//   for it or for one of its posts. That minutes do not name
//   somebody is not proof that nobody came.
// synonyms: never came, absent, empty places, no show, attendance
// param body: body, default "". Only this body.
// param since: day, default "0001-01-01". Only meetings from this day on, or from that of this meeting.
// grouped by: body
// column kind: Which is
// column apologies: Apologies
// column vacant: Post vacant
MATCH (b:Body)<-[o:MEETING_OF]-(g:Meeting)
WHERE g.register IN $registers AND g.held_on <= $as_of AND g.held_on >= $since AND $body IN ['', b.id, b.latest]
MATCH (g)<-[a:ATTENDED]-(y:Person|Post|Organisation|Body)
MATCH (b)<-[m:MEMBER_OF]-(x:Organisation|Post|Body|Person)
WHERE m.since_day <= g.held_on AND m.until_day >= g.held_on
WITH b, g, x, m, max(CASE WHEN a.fills CONTAINS ('"' + x.id + '"') THEN 2
    WHEN a.speaks_for CONTAINS ('"' + x.id + '"') THEN 1 ELSE 0 END) AS there
OPTIONAL MATCH (g)<-[e:SENT_APOLOGIES]-(w:Person|Post|Organisation|Body)
OPTIONAL MATCH (w)-[f:HOLDS]->(v:Post)
WHERE f.capacity <> 'designate' AND f.since_day <= g.held_on AND f.until_day >= g.held_on
WITH b, g, x, m, there, collect(coalesce(w.id, '')) + collect(coalesce(v.id, '')) AS sorry
WITH b, g, x, m, CASE WHEN there = 2 THEN 'came' WHEN there = 1 THEN 'represented' WHEN x.id IN sorry THEN 'apologies'
    WHEN x.holding_met = 'vacant' THEN 'vacant' ELSE 'unsaid' END AS how
WITH b.latest AS id, x.latest AS seat_id, coalesce(max(CASE WHEN x.id = x.latest THEN x.name END), max(x.name)) AS seat,
  max(x.kind) AS kind, max(x.register) AS home, max(x.position) AS position, min(m.position) AS place, collect(g.sources) AS found, count(DISTINCT g.id) AS meetings,
  count(DISTINCT CASE how WHEN 'came' THEN g.id END) AS came,
  count(DISTINCT CASE how WHEN 'represented' THEN g.id END) AS represented,
  count(DISTINCT CASE how WHEN 'apologies' THEN g.id END) AS apologies,
  count(DISTINCT CASE how WHEN 'vacant' THEN g.id END) AS vacant
WHERE came = 0 AND represented = 0
MATCH (b:Body)
WHERE b.id = id
RETURN b.name AS body, seat AS seat, kind AS kind, meetings AS meetings, apologies AS apologies,
  CASE WHEN vacant > 0 THEN vacant END AS vacant, found AS sources, seat_id AS seat_id, id AS id
ORDER BY b.register, b.position, id, place, home, kind, position, seat_id
