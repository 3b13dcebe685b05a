// title: Priority areas measured without an indicator of their own
// question: Which priority areas are measured only in words, or by other areas' figures?
// group: measures
// kind: check
// of: MATCH (p:PriorityArea|Theme) WHERE p.register IN $registers AND p.since_day <= $as_of AND p.until_day >= $as_of
//   AND NOT EXISTS { MATCH (p)<-[w:PART_OF]-(:PriorityArea) WHERE w.since_day <= $as_of AND w.until_day >= $as_of }
//   OPTIONAL MATCH (p)<-[r:MEASURES]-(m:Measure) WHERE m.classification <> 'rule' AND r.since_day <= $as_of AND
//   r.until_day >= $as_of AND m.since_day <= $as_of AND m.until_day >= $as_of WITH p, count(r.id) AS direct OPTIONAL
//   MATCH (p)<-[s:PART_OF]-(b:Objective) WHERE s.since_day <= $as_of AND s.until_day >= $as_of OPTIONAL MATCH
//   (b)<-[r:MEASURES]-(m:Measure) WHERE m.classification <> 'rule' AND r.since_day <= $as_of AND r.until_day >=
//   $as_of AND m.since_day <= $as_of AND m.until_day >= $as_of WITH p, direct, count(r.id) AS through RETURN
//   count(CASE WHEN direct + through > 0 THEN 1 END)
// counted: priority areas that something measures
// why: A description cannot be compared with last year's.
// note: A measure of one of the area's objectives counts. A narrative is no indicator, and a rule on reporting no
//   measure.
// note: A theme that has no area beneath it counts as one.
// synonyms: narrative, qualitative, no number, indicators, performance
// column area: Priority area
// column measures: Measured by
MATCH (p:PriorityArea|Theme)
WHERE p.register IN $registers AND p.since_day <= $as_of AND p.until_day >= $as_of
  AND NOT EXISTS {
    MATCH (p)<-[w:PART_OF]-(:PriorityArea)
    WHERE w.since_day <= $as_of AND w.until_day >= $as_of
  }
OPTIONAL MATCH (p)<-[r:MEASURES]-(m:Measure)
WHERE m.classification <> 'rule' AND r.since_day <= $as_of AND r.until_day >= $as_of AND m.since_day <= $as_of
  AND m.until_day >= $as_of
WITH p, collect(m.name) AS names, collect(CASE m.classification WHEN 'indicator' THEN r.basis END) AS direct,
  collect(r.sources) AS found
OPTIONAL MATCH (p)<-[s:PART_OF]-(b:Objective)
WHERE s.since_day <= $as_of AND s.until_day >= $as_of
OPTIONAL MATCH (b)<-[r:MEASURES]-(m:Measure)
WHERE m.classification <> 'rule' AND r.since_day <= $as_of AND r.until_day >= $as_of AND m.since_day <= $as_of
  AND m.until_day >= $as_of
WITH p, names, direct, found, collect(m.name) AS others,
  collect(CASE m.classification WHEN 'indicator' THEN r.basis END) AS through
WITH p, names + others AS words, direct + through AS figures, found
WHERE size(words) > 0 AND NOT 'stated' IN figures
OPTIONAL MATCH (p)-[u:PART_OF]->(t:Theme)
WHERE u.since_day <= $as_of AND u.until_day >= $as_of
WITH p, words, figures, found, collect(t.name) AS themes
RETURN p.name AS area, themes AS theme, words AS measures,
  CASE WHEN 'inferred' IN figures THEN 'inferred' ELSE 'gap' END AS state, [p.sources] + found AS sources, p.id AS id
ORDER BY state, p.register, p.position, id
