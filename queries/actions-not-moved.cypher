// title: Actions that have not moved
// question: Which open actions have had no change of status or rating since a day?
// group: actions as they move
// kind: report
// of: MATCH (a:Action) WHERE a.register IN $registers AND a.since_day <= $as_of AND a.until_day >= $as_of AND NOT
//   a.status IN ['done', 'stopped', 'closed'] RETURN count(a)
// counted: open actions
// why: What stands still needs a question at the meeting.
// note: Never: no source says how far it has got. That is not recorded, which is not that nothing was done.
// synonyms: stuck, stalled, no progress, no change, standing still
// param since: day, default "0001-01-01". Since this day, or since that of this meeting.
// column moved_on: Last moved
// column reported_on: Last told of
// column note: What was said last
MATCH (a:Action)
WHERE a.register IN $registers AND a.since_day <= $since AND a.until_day >= $as_of
  AND NOT a.status IN ['done', 'stopped', 'closed'] AND coalesce(a.moved_day, '') <= $since
OPTIONAL MATCH (x:Post|Body|Organisation|Person)-[o:OWNS]->(a)
WHERE o.since_day <= $as_of AND o.until_day >= $as_of AND o.capacity <> 'issuer'
WITH a, collect(x.name) AS owners
RETURN a.name AS action, coalesce(a.moved_on, 'never') AS moved_on, a.reported_on AS reported_on, a.status AS status,
  a.rating AS rating, a.note AS note, owners AS owner, a.due AS due, [a.sources, a.progress_sources] AS sources,
  a.id AS id
ORDER BY a.moved_day, a.register, a.position, id
