// title: What each meeting agreed
// question: What did each meeting agree, as actions and otherwise?
// group: meetings
// kind: report
// counted: meetings
// why: What was agreed is what the next meeting asks after.
// synonyms: minutes, decisions, resolved, actions agreed, outcomes of meetings
// param body: body, default "". Only meetings of this body.
// param since: day, default "0001-01-01". Only meetings from this day on, or from that of this meeting.
// column quorate: Was it quorate
// column actions: Actions agreed
// column decided: Otherwise decided
MATCH (g:Meeting)
WHERE g.register IN $registers AND g.held_on <= $as_of AND g.held_on >= $since
OPTIONAL MATCH (g)-[o:MEETING_OF]->(b:Body)
WITH g, collect(b.name) AS bodies, collect(b.id) AS ids
WHERE $body = '' OR $body IN ids
OPTIONAL MATCH (a:Action)-[r:AGREED_AT]->(g)
WITH g, bodies, collect(a.name) AS names, collect(r.sources) AS found
RETURN g.name AS meeting, g.day AS date, bodies AS body,
  CASE WHEN g.quorate = true THEN 'yes' WHEN g.quorate = false THEN 'no' ELSE 'not recorded' END AS quorate,
  names AS actions, g.decided AS decided, found + [g.sources] AS sources, g.id AS id
ORDER BY g.held_on, g.register, g.position, id
