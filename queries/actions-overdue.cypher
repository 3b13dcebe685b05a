// title: Actions that are overdue
// question: Which actions were due before the day, and are not known to be done, dropped or closed?
// group: actions as they move
// kind: report
// of: MATCH (a:Action) WHERE a.register IN $registers AND a.since_day <= $as_of AND a.until_day >= $as_of AND
//   a.due_day IS NOT NULL AND NOT a.status IN ['done', 'stopped', 'closed'] RETURN count(a)
// counted: open actions with a due date
// why: Each needs a new date, a hand, or an end.
// note: Where nothing is recorded of how an action stands, it may have been done.
// synonyms: late, missed, past due, deadlines, behind
// param owner: thing, default "". Only what this post, person, body or organisation owns.
// column due: Due
// column reported_on: Last told of
// column note: What was said last
MATCH (a:Action)
WHERE a.register IN $registers AND a.since_day <= $as_of AND a.until_day >= $as_of AND a.due_day < $as_of
  AND NOT a.status IN ['done', 'stopped', 'closed']
OPTIONAL MATCH (x:Post|Body|Organisation|Person)-[o:OWNS]->(a)
WHERE o.since_day <= $as_of AND o.until_day >= $as_of AND o.capacity <> 'issuer'
WITH a, collect(x.name) AS owners, collect(x.id) AS ids
WHERE $owner = '' OR $owner IN ids
RETURN a.name AS action, CASE a.due WHEN 'next meeting' THEN a.due_day ELSE a.due END AS due, owners AS owner,
  a.status AS status, a.rating AS rating, a.reported_on AS reported_on, a.note AS note,
  [a.sources, a.progress_sources] AS sources, a.id AS id
ORDER BY a.due_day, a.register, a.position, id
