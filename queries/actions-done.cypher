// title: Actions done
// question: Which actions were done by the day, or between two days?
// group: actions as they move
// kind: report
// of: MATCH (a:Action) WHERE a.register IN $registers AND a.since_day <= $as_of RETURN count(DISTINCT a.latest)
// counted: actions
// why: What has been achieved since the board last met.
// note: The day is the first on which a source says that it was done; it may have been done before.
// note: Actions of an earlier plan that is loaded too count with those of the plan in force.
// synonyms: completed, finished, achieved, delivered, progress since the last meeting
// param since: day, default "0001-01-01". Only those told as done after this day, or after that of this meeting.
// param body: body, default "". Only actions agreed at meetings of this body.
// column done_on: Stated as done on
// column agreed_at: Agreed at
// column note: What was said
MATCH (a:Action)
WHERE a.register IN $registers AND a.since_day <= $as_of AND a.status = 'done'
  AND ($since = '0001-01-01' OR a.status_day > $since)
OPTIONAL MATCH (a)-[r:AGREED_AT]->(g:Meeting)
OPTIONAL MATCH (g)-[u:MEETING_OF]->(b:Body)
WITH a, collect(g.name) AS meetings, collect(b.id) AS ids
WHERE $body = '' OR $body IN ids
OPTIONAL MATCH (x:Post|Body|Organisation|Person)-[o:OWNS]->(a)
WHERE o.since_day <= $as_of AND o.until_day >= CASE WHEN a.until_day < $as_of THEN a.until_day ELSE $as_of END
  AND o.capacity <> 'issuer'
WITH a, meetings, collect(x.name) AS owners
RETURN a.name AS action, coalesce(a.status_on, 'not recorded') AS done_on, owners AS owner, a.due AS due,
  meetings AS agreed_at, a.note AS note, CASE WHEN coalesce(a.progress_sources, '[]') = '[]' THEN a.sources
    ELSE a.progress_sources END AS sources, a.id AS id
ORDER BY a.status_day, a.register, a.position, id
