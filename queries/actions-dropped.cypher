// title: Actions dropped, and why
// question: Which actions were dropped, and what reason is recorded?
// group: actions as they move
// kind: report
// of: MATCH (a:Action) WHERE a.register IN $registers AND a.since_day <= $as_of RETURN count(DISTINCT a.latest)
// counted: actions
// why: What is dropped without a reason comes back.
// note: Actions of an earlier plan that is loaded too count with those of the plan in force.
// synonyms: stopped, abandoned, cancelled, withdrawn
// param since: day, default "0001-01-01". Only those dropped after this day, or after that of this meeting.
// column dropped_on: Stated as dropped on
// column note: Why
MATCH (a:Action)
WHERE a.register IN $registers AND a.since_day <= $as_of AND a.status = 'stopped'
  AND ($since = '0001-01-01' OR a.status_day > $since)
OPTIONAL MATCH (x:Post|Body|Organisation|Person)-[o:OWNS]->(a)
WHERE o.since_day <= $as_of AND o.until_day >= CASE WHEN a.until_day < $as_of THEN a.until_day ELSE $as_of END
  AND o.capacity <> 'issuer'
WITH a, collect(x.name) AS owners
RETURN a.name AS action, coalesce(a.status_on, 'not recorded') AS dropped_on, owners AS owner, a.due AS due,
  coalesce(a.note, 'not recorded') AS note, CASE WHEN coalesce(a.progress_sources, '[]') = '[]' THEN a.sources
    ELSE a.progress_sources END AS sources, a.id AS id
ORDER BY a.status_day, a.register, a.position, id
