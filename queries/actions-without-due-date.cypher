// title: Actions without a due date
// question: Which actions say nothing of when they are to be done?
// group: gaps
// kind: check
// of: MATCH (a:Action) WHERE a.register IN $registers AND a.since_day <= $as_of AND a.until_day >= $as_of AND NOT
//   coalesce(a.status, '') IN ['done', 'stopped'] RETURN count(a)
// counted: actions not recorded as done or stopped
// why: Without a date nobody can say that an action is late.
// note: The year of the table that an action stands in is not a due date.
// synonyms: deadline, timescale, when, late, overdue
// param theme: theme, default "". Only actions of this theme.
// column area: Priority area
// column table_year: Year of its table
MATCH (a:Action)
WHERE a.register IN $registers AND a.since_day <= $as_of AND a.until_day >= $as_of AND a.due IS NULL
  AND NOT a.status IN ['done', 'stopped']
OPTIONAL MATCH (a)-[u:PART_OF]->(p:PriorityArea)
WHERE u.since_day <= $as_of AND u.until_day >= $as_of
OPTIONAL MATCH (p)-[v:PART_OF]->(t:Theme)
WHERE v.since_day <= $as_of AND v.until_day >= $as_of
WITH a, collect(p.name) AS areas, collect(t.name) AS themes, collect(t.id) AS ids
WHERE $theme = '' OR $theme IN ids
RETURN a.name AS action, areas AS area, themes AS theme, a.year AS table_year, 'gap' AS state,
  a.sources AS sources, a.id AS id
ORDER BY a.register, a.position, id
