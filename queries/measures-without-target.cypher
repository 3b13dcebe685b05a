// title: Measures without a target or a baseline
// question: Which measures do not say where they start or what they should reach?
// group: measures
// kind: check
// of: MATCH (m:Measure) WHERE m.register IN $registers AND m.since_day <= $as_of AND m.until_day >= $as_of AND
//   m.classification = 'indicator' RETURN count(m)
// counted: indicators
// why: Without both, a figure can be called neither good nor bad.
// note: Descriptions and rules on reporting need neither.
// synonyms: indicators, performance, kpi, aim, start
// column heading: Under the heading
MATCH (m:Measure)
WHERE m.register IN $registers AND m.since_day <= $as_of AND m.until_day >= $as_of AND m.classification = 'indicator'
  AND (m.target IS NULL OR m.baseline IS NULL)
RETURN m.name AS measure, m.`group` AS heading,
  CASE WHEN m.target IS NULL AND m.baseline IS NULL THEN 'target and baseline'
    WHEN m.target IS NULL THEN 'target' ELSE 'baseline' END AS missing,
  m.target AS target, m.baseline AS baseline, 'gap' AS state, m.sources AS sources, m.id AS id
ORDER BY m.register, m.position, id
