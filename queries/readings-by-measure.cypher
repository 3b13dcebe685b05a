// title: Readings of each measure
// question: What has each measure stood at, period by period?
// group: measures
// kind: report
// counted: measures with a reading
// why: How a figure moved is seen in the figures.
// synonyms: performance over time, figures, history, quarterly, series, trend
// param measure: measure, default "". Only this measure.
// grouped by: measure
// column moved: Since the one before
// column reported_by: Reported by
MATCH (r:Reading)-[e:READING_OF]->(m:Measure)
WHERE e.register IN $registers AND e.since_day <= $as_of AND e.until_day >= $as_of AND $measure IN ['', m.id]
OPTIONAL MATCH (x:Organisation|Body|Post|Person)-[s:REPORTED]->(r)
WHERE s.since_day <= $as_of AND s.until_day >= $as_of
WITH m, r, collect(x.name) AS by
RETURN m.name AS measure, r.period AS period, r.value AS value, coalesce(r.unit, m.unit) AS unit, r.change AS moved,
  r.rating AS rating, r.note AS note, by AS reported_by, r.basis AS basis, r.sources AS sources, m.id AS id
ORDER BY m.register, m.position, id, r.period_until, r.period_from, r.position, r.id
