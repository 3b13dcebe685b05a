// title: Who speaks for each seat
// question: Who usually speaks for each seat?
// group: meetings
// kind: report
// counted: bodies with meetings
// why: Whoever comes most often is its usual voice; whoever came once may only have stood in.
// note: Counted are meetings held while the seat was taken. A post is told by whoever held it then, where that is
//   recorded. In its own right: the member, the holder of the post, or a post of the
//   organisation.
// synonyms: usual voice, usually represented by, regular representative
// param body: body, default "". Only this body.
// param since: day, default "0001-01-01". Only meetings from this day on, or from that of this meeting.
// grouped by: body
// column kind: Which is
// column who: Who came
// column times: Meetings
// column came_on: When
MATCH (b:Body)<-[o:MEETING_OF]-(g:Meeting)
WHERE g.register IN $registers AND g.held_on <= $as_of AND g.held_on >= $since AND $body IN ['', b.id, b.latest]
MATCH (g)<-[a:ATTENDED]-(y:Person|Post|Organisation|Body)
OPTIONAL MATCH (y)<-[k:HOLDS]-(z:Person)
WHERE k.capacity <> 'designate' AND k.since_day <= g.held_on AND k.until_day >= g.held_on
WITH b, g, a, y, min(z.name) AS holder, min(z.latest) AS holder_id
MATCH (b)<-[m:MEMBER_OF]-(x:Organisation|Post|Body|Person)
WHERE m.since_day <= g.held_on AND m.until_day >= g.held_on
WITH b, g, x, coalesce(holder, y.name) AS who, coalesce(holder_id, y.latest) AS who_id, a.sources AS found, CASE WHEN a.fills CONTAINS ('"' + x.id + '"') THEN 'in its own right'
    WHEN a.speaks_for CONTAINS ('"' + x.id + '"') THEN 'came for it' END AS how
WHERE how IS NOT NULL
WITH b.latest AS id, x.latest AS seat_id, coalesce(max(CASE WHEN x.id = x.latest THEN x.name END), max(x.name)) AS seat,
  max(x.kind) AS kind, max(who) AS who,
  who_id, how, count(DISTINCT g.id) AS times,
  collect(g.day) AS days, collect(found) AS found
MATCH (b:Body)
WHERE b.id = id
RETURN b.name AS body, seat AS seat, kind AS kind, who AS who, how AS how, times AS times, days AS came_on,
  found AS sources, who_id AS who_id, seat_id AS seat_id, id AS id
ORDER BY b.register, b.position, id, kind, seat_id, times DESC, who, who_id, how
