// title: Seats that were never represented
// question: Which members were at no meeting, neither themselves nor by somebody who came for them?
// group: meetings
// kind: report
// counted: bodies with such a seat
// why: Ask them before the next meeting, or ask whether the seat is still wanted.
// note: Counted are meetings of which it is recorded who was there, held while the seat was taken. A post is there
//   when its holder is; an organisation when one of its posts, or the holder of one, is. That minutes do not name
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
OPTIONAL MATCH (y)-[h:HOLDS]->(p:Post)
WHERE h.capacity <> 'designate' AND h.since_day <= g.held_on AND h.until_day >= g.held_on
OPTIONAL MATCH (p)-[i:POST_IN]->(c:Organisation|Body)
OPTIONAL MATCH (y)-[j:POST_IN]->(d:Organisation|Body)
OPTIONAL MATCH (y)<-[k:HOLDS]-(z:Person)
WHERE k.capacity <> 'designate' AND k.since_day <= g.held_on AND k.until_day >= g.held_on
OPTIONAL MATCH (u:Person)-[q:HOLDS]->(s:Post)
WHERE u.id = a.on_behalf_of AND q.capacity <> 'designate' AND q.since_day <= g.held_on AND q.until_day >= g.held_on
WITH b, g, collect(coalesce(a.on_behalf_of, '')) + collect(coalesce(s.id, '')) AS represented,
  collect(CASE WHEN a.on_behalf_of IS NULL THEN y.id ELSE '' END) AS came,
  collect(CASE WHEN a.on_behalf_of IS NULL THEN coalesce(p.id, '') ELSE '' END) AS held,
  collect(CASE WHEN a.on_behalf_of IS NULL THEN coalesce(c.id, '') ELSE '' END) AS homes,
  collect(CASE WHEN a.on_behalf_of IS NULL THEN coalesce(d.id, '') ELSE '' END) AS places,
  collect(CASE WHEN a.on_behalf_of IS NULL THEN coalesce(z.id, '') ELSE '' END) AS holders
OPTIONAL MATCH (g)<-[e:SENT_APOLOGIES]-(w:Person|Post|Organisation|Body)
OPTIONAL MATCH (w)-[f:HOLDS]->(v:Post)
WHERE f.capacity <> 'designate' AND f.since_day <= g.held_on AND f.until_day >= g.held_on
WITH b, g, represented, came, held, homes, places, holders,
  collect(coalesce(w.id, '')) + collect(coalesce(v.id, '')) AS sorry
MATCH (b)<-[m:MEMBER_OF]-(x:Organisation|Post|Body|Person)
WHERE m.since_day <= g.held_on AND m.until_day >= g.held_on
WITH b, x, g, m, CASE
    WHEN x.id IN came OR x.id IN held OR x.id IN homes OR x.id IN places OR x.id IN holders THEN 'came'
    WHEN x.id IN represented THEN 'represented' WHEN x.id IN sorry THEN 'apologies'
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
