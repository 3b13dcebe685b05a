// title: Measures that no objective uses
// question: Which measures tell us about no objective of the plan?
// group: measures
// kind: report
// of: MATCH (m:Measure) WHERE m.register IN $registers AND m.since_day <= $as_of AND m.until_day >= $as_of AND
//   coalesce(m.classification, '') <> 'rule' RETURN count(m)
// counted: measures, rules on reporting aside
// why: A figure that no objective needs is collected for its own sake.
// note: What a measure is recorded as measuring instead is named.
// synonyms: indicators, performance, kpi, unused, unnecessary
// column measured: What it measures instead
// column heading: Under the heading
MATCH (m:Measure)
WHERE m.register IN $registers AND m.since_day <= $as_of AND m.until_day >= $as_of AND m.classification <> 'rule'
  AND NOT EXISTS {
    MATCH (m)-[r:MEASURES]->(:Objective)
    WHERE r.since_day <= $as_of AND r.until_day >= $as_of
  }
OPTIONAL MATCH (m)-[r:MEASURES]->(x:PriorityArea|Theme|Issue)
WHERE r.since_day <= $as_of AND r.until_day >= $as_of
WITH m, collect(x.name) AS names
RETURN m.name AS measure, m.`group` AS heading, names AS measured, m.basis AS basis, m.sources AS sources, m.id AS id
ORDER BY m.register, m.position, id
