// title: What each measure stands at
// question: What was the last reading of each measure, against its target and baseline, and how has it moved?
// group: measures
// kind: report
// counted: measures with a reading
// why: A target is met or missed by a figure, not by a feeling.
// note: The last reading is that of the latest period that was over by the day. Two readings show a difference, not a
//   trend. What is not a figure is not compared.
// note: Whether a target is met is said only where the register says which way is better.
// synonyms: performance, targets met, targets missed, on track, red amber green, rag, kpi, latest figure, trend, progress
// param measure: measure, default "". Only this measure.
// column period: Period
// column moved: Since the one before
// column from_baseline: From the baseline
// column from_target: From the target
// column target_met: Target met
MATCH (r:Reading)-[e:READING_OF]->(m:Measure)
WHERE e.register IN $registers AND e.since_day <= $as_of AND e.until_day >= $as_of AND $measure IN ['', m.id]
WITH m, max(r.period_until) AS latest
MATCH (m)<-[e:READING_OF]-(r:Reading)
WHERE e.register IN $registers AND e.since_day <= $as_of AND e.until_day >= $as_of AND r.period_until = latest
RETURN m.name AS measure, r.period AS period, r.value AS value, coalesce(r.unit, m.unit) AS unit, r.rating AS rating,
  m.baseline AS baseline, r.from_baseline AS from_baseline, m.target AS target, r.from_target AS from_target,
  r.target_met AS target_met, r.previous_period AS previous_period, r.previous AS previous, r.change AS moved,
  r.note AS note, r.basis AS basis, [r.sources, m.sources] AS sources, m.id AS id
ORDER BY m.register, m.position, id, r.position, r.id
