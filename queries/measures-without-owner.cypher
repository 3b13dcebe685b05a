// title: Measures with no owner recorded
// question: For which measures is nobody recorded who reports on them?
// group: measures
// kind: check
// of: MATCH (m:Measure) WHERE m.register IN $registers AND m.since_day <= $as_of AND m.until_day >= $as_of AND
//   coalesce(m.classification, '') <> 'rule' RETURN count(m)
// counted: measures, rules on reporting aside
// why: A measure is reported only if somebody is to report it.
// note: An owner is never taken from the measure above it or from its area.
// synonyms: indicators, performance, kpi, responsible, who reports
// column heading: Under the heading
// column partners: Whom its words name
MATCH (m:Measure)
WHERE m.register IN $registers AND m.since_day <= $as_of AND m.until_day >= $as_of AND m.classification <> 'rule'
OPTIONAL MATCH (x:Post|Body|Organisation|Person)-[o:OWNS]->(m)
WHERE o.capacity <> 'issuer' AND o.since_day <= $as_of AND o.until_day >= $as_of
  AND NOT coalesce(x.status, '') IN ['proposed', 'past']
WITH m, collect(o.basis) AS owned
WHERE NOT 'stated' IN owned
OPTIONAL MATCH (m)-[i:INVOLVES]->(y:Organisation|Body|Post|Person)
WHERE i.since_day <= $as_of AND i.until_day >= $as_of
WITH m, owned, collect(y.name) AS names
RETURN m.name AS measure, m.`group` AS heading, names AS partners,
  CASE WHEN 'inferred' IN owned THEN 'inferred' WHEN m.may_miss CONTAINS 'OWNS' THEN 'unknown' ELSE 'gap' END AS state,
  m.sources AS sources, m.id AS id
ORDER BY state, m.register, m.position, id
