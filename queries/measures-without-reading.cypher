// title: Measures without a reading
// question: Of which measures is no reading recorded, or none for a year?
// group: measures
// kind: check
// of: MATCH (m:Measure) WHERE m.register IN $registers AND m.since_day <= $as_of AND m.until_day >= $as_of AND
//   m.classification = 'indicator' AND EXISTS { MATCH (r:Reading) WHERE r.register = m.register } RETURN count(m)
// counted: indicators of plans that record readings
// why: A measure that nobody reads measures nothing.
// note: Asked only of a register that records readings at all. A year is counted back from the day.
// synonyms: not reported, no data, stale, out of date, no figure, performance
// column latest_on: Last reading
MATCH (m:Measure)
WHERE m.register IN $registers AND m.since_day <= $as_of AND m.until_day >= $as_of AND m.classification = 'indicator'
  AND EXISTS {
    MATCH (r:Reading)
    WHERE r.register = m.register
  }
OPTIONAL MATCH (m)<-[e:READING_OF]-(r:Reading)
WHERE e.since_day <= $as_of AND e.until_day >= $as_of
WITH m, max(r.period_until) AS latest, max(r.stale_day) AS stale
WHERE latest IS NULL OR stale < $as_of
RETURN m.name AS measure, latest AS latest_on, m.frequency AS frequency, 'gap' AS state, m.sources AS sources, m.id AS id
ORDER BY m.register, m.position, id
