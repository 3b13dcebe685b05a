// title: Measures by what they measure
// question: Which measures tell us about which area, theme or issue, and who owns them?
// group: measures
// kind: report
// counted: measures
// why: The performance framework, area by area.
// synonyms: performance framework, indicators, kpi, dashboard, scorecard
// param theme: theme, default "". Only measures of this theme, of its areas or of their objectives.
// grouped by: measured
// column measured: What is measured
// column heading: Under the heading
// column new: New
MATCH (m:Measure)
WHERE m.register IN $registers AND m.since_day <= $as_of AND m.until_day >= $as_of
OPTIONAL MATCH (m)-[r:MEASURES]->(x:PriorityArea|Theme|Issue|Objective)
WHERE r.since_day <= $as_of AND r.until_day >= $as_of
OPTIONAL MATCH (x)-[u:PART_OF|RAISED_UNDER]->(t:Theme|PriorityArea)
WHERE u.since_day <= $as_of AND u.until_day >= $as_of
OPTIONAL MATCH (t)-[v:PART_OF]->(w:Theme)
WHERE v.since_day <= $as_of AND v.until_day >= $as_of
WITH m, r, x, collect(t.id) + collect(w.id) AS themes
WHERE $theme = '' OR x.id = $theme OR $theme IN themes
OPTIONAL MATCH (y:Post|Body|Organisation)-[o:OWNS]->(m)
WHERE o.since_day <= $as_of AND o.until_day >= $as_of
WITH m, r, x, count(y) AS owned,
  collect(CASE o.basis WHEN 'inferred' THEN y.name + ' (inferred)' ELSE y.name END) AS owners
RETURN coalesce(x.name, 'Nothing recorded') AS measured, m.name AS measure, m.`group` AS heading,
  m.classification AS classification, m.new AS new, m.target AS target, m.baseline AS baseline, CASE owned WHEN 0
    THEN ['not recorded'] ELSE owners END AS owner,
  coalesce(r.basis, m.basis) AS basis, coalesce(r.sources, m.sources) AS sources, x.id AS measured_id, m.id AS id
ORDER BY m.register, x.register, x.kind, x.position, measured_id, m.position, id, r.position, r.id
