// title: Who came for whom
// question: Who stood in for whom, at which meeting?
// group: meetings
// kind: report
// counted: meetings to which somebody came for another
// why: A stand-in may not be able to decide for the one who sent them.
// note: Whoever holds a post on the day of the meeting and comes for it, or for the organisation that it is a post in,
//   is no stand-in, and left out. Who comes for an organisation may be its usual voice: how often they came for it in
//   all is told.
// synonyms: substitutes, deputies, stand-ins, deputised, represented by, on behalf of, proxies
// param body: body, default "". Only meetings of this body.
// param since: day, default "0001-01-01". Only meetings from this day on, or from that of this meeting.
// grouped by: meeting
// column who: Who came
// column on_behalf_of: For
// column kind: Which is
// column capacity: As
// column times: Came for them in all
MATCH (y:Person|Post|Organisation|Body)-[a:ATTENDED]->(g:Meeting)
WHERE g.register IN $registers AND g.held_on <= $as_of AND g.held_on >= $since AND a.on_behalf_of IS NOT NULL
  AND NOT a.fills CONTAINS ('"' + a.on_behalf_of + '"')
MATCH (g)-[o:MEETING_OF]->(b:Body)
WHERE $body IN ['', b.id]
MATCH (s:Post|Person|Organisation|Body)
WHERE s.id = a.on_behalf_of
OPTIONAL MATCH (y)-[t:ATTENDED]->(k:Meeting)
WHERE t.on_behalf_of = s.id AND k.register IN $registers AND k.held_on <= $as_of
WITH y, a, g, b, s, count(DISTINCT k.id) AS times
RETURN g.name AS meeting, g.day AS date, b.name AS body, y.name AS who, s.name AS on_behalf_of, s.kind AS kind,
  a.capacity AS capacity, times AS times, a.basis AS basis, a.sources AS sources, y.id AS who_id, s.id AS on_behalf_of_id, g.id AS id
ORDER BY g.held_on, g.register, g.position, id, b.id, a.position, a.id
