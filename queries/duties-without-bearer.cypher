// title: Duties that nobody is responsible for, or without a frequency
// question: Which standing duties fall to nobody, or should recur and do not say how often?
// group: accountability
// kind: check
// of: MATCH (d:Duty) WHERE d.register IN $registers AND d.since_day <= $as_of AND d.until_day >= $as_of AND d.outside =
//   false AND NOT toLower(coalesce(d.classification, '')) =~ '.*(principle|ambition|role).*' RETURN count(d)
// counted: duties that somebody is to bear
// why: A duty that nobody bears is not done; a report without a frequency is never late.
// note: Who leads a duty answers for it; a deputy or acting lead, or who oversees it, does not.
// note: Reports, reviews, meetings and the like recur, so a missing frequency is a gap. Of other duties none is asked.
// note: Principles, ambitions and roles are not asked, nor what is another's to do.
// synonyms: responsibilities, reviews, reports, meetings, statutory duty, how often
// column other: Overseen by, or lead that stands in
MATCH (d:Duty)
WHERE d.register IN $registers AND d.since_day <= $as_of AND d.until_day >= $as_of AND d.outside = false
  AND NOT toLower(coalesce(d.classification, '')) =~ '.*(principle|ambition|role).*'
OPTIONAL MATCH (x:Post|Body|Organisation|Person)-[r:BEARS|LEADS]->(d)
WHERE r.since_day <= $as_of AND r.until_day >= $as_of
  AND NOT coalesce(x.status, '') IN ['proposed', 'past'] AND NOT coalesce(r.capacity, '') IN ['deputy', 'acting']
WITH d, collect(r.basis) AS borne, d.frequency IS NULL
  AND toLower(coalesce(d.classification, '')) =~ '.*(report|review|meeting|return|monitoring|assessment|survey).*'
  AS no_frequency
WHERE NOT 'stated' IN borne OR no_frequency
OPTIONAL MATCH (y:Post|Body|Organisation|Person)-[r:LEADS|OVERSEES]->(d)
WHERE r.since_day <= $as_of AND r.until_day >= $as_of
WITH d, borne, no_frequency, collect(y.name) AS names
RETURN d.name AS duty, d.classification AS classification,
  [CASE WHEN 'stated' IN borne THEN '' ELSE 'bearer' END, CASE WHEN no_frequency THEN 'frequency' ELSE '' END]
    AS missing,
  names AS other, CASE WHEN no_frequency THEN 'gap' WHEN size(borne) > 0 THEN 'inferred'
    WHEN d.may_miss CONTAINS 'BEARS' OR d.may_miss CONTAINS 'LEADS' THEN 'unknown' ELSE 'gap' END AS state,
  d.sources AS sources, d.id AS id
ORDER BY state, d.register, d.position, id
