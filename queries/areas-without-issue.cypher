// title: Priority areas without a key issue behind them
// question: Which priority areas answer no issue that the assessment names?
// group: gaps
// kind: check
// of: MATCH (p:PriorityArea|Theme) WHERE p.register IN $registers AND p.since_day <= $as_of AND p.until_day >= $as_of
//   AND NOT EXISTS { MATCH (p)<-[w:PART_OF]-(:PriorityArea) WHERE w.since_day <= $as_of AND w.until_day >= $as_of }
//   AND EXISTS { MATCH (x:Issue) WHERE x.register = p.register AND x.classification = 'issue' } RETURN count(p)
// counted: priority areas of plans that name key issues
// why: A plan is to act on what its strategic assessment finds (Crime and Disorder (Formulation and Implementation of
//   Strategy) Regulations 2007).
// note: Where a plan names no key issue at all, nothing is asked. Context is no key issue.
// note: A theme that has no area beneath it counts as one. Where an issue is raised under it, or under
//   the theme whose name the area bears, whether it answers that is unknown.
// synonyms: problems, assessment, evidence base, why this priority
// column settled_by: Issue, by inference
// column area: Priority area
MATCH (p:PriorityArea|Theme)
WHERE p.register IN $registers AND p.since_day <= $as_of AND p.until_day >= $as_of
  AND NOT EXISTS {
    MATCH (p)<-[w:PART_OF]-(:PriorityArea)
    WHERE w.since_day <= $as_of AND w.until_day >= $as_of
  }
  AND EXISTS {
    MATCH (x:Issue)
    WHERE x.register = p.register AND x.classification = 'issue'
  }
OPTIONAL MATCH (p)-[r:ADDRESSES]->(i:Issue)
WHERE i.classification = 'issue' AND r.since_day <= $as_of AND r.until_day >= $as_of AND i.since_day <= $as_of
  AND i.until_day >= $as_of
WITH p, collect(r.basis) AS found, collect(i.name) AS names
WHERE NOT 'stated' IN found
OPTIONAL MATCH (p)-[u:PART_OF]->(t:Theme)
WHERE u.since_day <= $as_of AND u.until_day >= $as_of
OPTIONAL MATCH (t)<-[v:RAISED_UNDER]-(x:Issue)
WHERE t.name = p.name AND x.classification = 'issue' AND v.since_day <= $as_of AND v.until_day >= $as_of
WITH p, found, names, collect(DISTINCT t.name) AS themes, count(x.id) AS beneath
OPTIONAL MATCH (p)<-[v:RAISED_UNDER]-(x:Issue)
WHERE x.classification = 'issue' AND v.since_day <= $as_of AND v.until_day >= $as_of
WITH p, found, names, themes, beneath, count(x.id) AS under
RETURN p.name AS area, themes AS theme, names AS settled_by,
  CASE WHEN 'inferred' IN found THEN 'inferred' WHEN beneath + under > 0 THEN 'unknown' ELSE 'gap' END AS state,
  p.sources AS sources, p.id AS id
ORDER BY state, p.register, p.position, id
