// title: Duties without a bearer or a frequency
// question: Which standing duties fall to nobody, or do not say how often?
// group: accountability
// kind: check
// of: MATCH (d:Duty) WHERE d.register IN $registers AND d.since_day <= $as_of AND d.until_day >= $as_of RETURN
//   count(d)
// counted: duties
// why: A duty that nobody bears is not done; a report without a frequency is never late.
// note: Reports, reviews, meetings and the like recur, so a missing frequency is a gap. Whether other duties recur, the
//   source does not say: unknown.
// note: Leading or overseeing a duty is not bearing it.
// synonyms: responsibilities, reviews, reports, meetings, statutory duty, how often
// column other: Led or overseen by
MATCH (d:Duty)
WHERE d.register IN $registers AND d.since_day <= $as_of AND d.until_day >= $as_of
OPTIONAL MATCH (x:Post|Body|Organisation)-[r:BEARS]->(d)
WHERE r.since_day <= $as_of AND r.until_day >= $as_of AND x.until_day >= $as_of
  AND coalesce(x.status, 'established') = 'established'
WITH d, collect(r.basis) AS borne,
  toLower(coalesce(d.classification, '')) =~ '.*(report|review|meeting|return|monitoring|assessment|survey).*' AS recurs
WHERE NOT 'stated' IN borne OR d.frequency IS NULL
OPTIONAL MATCH (y:Post|Body|Organisation)-[r:LEADS|OVERSEES]->(d)
WHERE r.since_day <= $as_of AND r.until_day >= $as_of
WITH d, borne, recurs, collect(y.name) AS names
RETURN d.name AS duty, d.classification AS classification,
  [CASE WHEN 'stated' IN borne THEN '' ELSE 'bearer' END, CASE WHEN d.frequency IS NULL THEN 'frequency' ELSE '' END]
    AS missing,
  names AS other,
  CASE WHEN size(borne) = 0 OR d.frequency IS NULL AND recurs THEN 'gap'
    WHEN NOT 'stated' IN borne THEN 'inferred' ELSE 'unknown' END AS state,
  d.sources AS sources, d.id AS id
ORDER BY state, d.register, d.position, id
