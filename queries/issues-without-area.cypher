// title: Key issues no priority area addresses
// question: Which key issues does no priority area take up?
// group: gaps
// kind: check
// of: MATCH (i:Issue) WHERE i.register IN $registers AND i.since_day <= $as_of AND i.until_day >= $as_of AND
//   i.classification = 'issue' RETURN count(i)
// counted: key issues
// why: A plan is to act on what its strategic assessment finds (Crime and Disorder (Formulation and Implementation of
//   Strategy) Regulations 2007).
// note: Where a theme has no area beneath it, or one of its own name, whether it takes up what is raised under it is
//   unknown.
// synonyms: problems, assessment, not addressed
// column strategies: Strategies that address it
// column settled_by: Area, by inference
MATCH (i:Issue)
WHERE i.register IN $registers AND i.since_day <= $as_of AND i.until_day >= $as_of AND i.classification = 'issue'
OPTIONAL MATCH (i)<-[r:ADDRESSES]-(p:PriorityArea)
WHERE r.since_day <= $as_of AND r.until_day >= $as_of AND p.since_day <= $as_of AND p.until_day >= $as_of
WITH i, collect(r.basis) AS found, collect(p.name) AS settled
WHERE NOT 'stated' IN found
OPTIONAL MATCH (i)-[u:RAISED_UNDER]->(t:Theme)
WHERE u.since_day <= $as_of AND u.until_day >= $as_of
OPTIONAL MATCH (t)<-[w:PART_OF]-(p:PriorityArea)
WHERE w.since_day <= $as_of AND w.until_day >= $as_of
WITH i, found, settled, collect(DISTINCT t.name) AS themes,
  count(CASE WHEN t.id IS NOT NULL AND coalesce(p.name, t.name) = t.name THEN 1 END) AS whole
OPTIONAL MATCH (i)<-[v:ADDRESSES]-(s:Strategy)
WHERE v.since_day <= $as_of AND v.until_day >= $as_of
WITH i, found, settled, themes, whole, collect(s.name) AS names
RETURN i.name AS issue, themes AS theme, names AS strategies, settled AS settled_by,
  CASE WHEN 'inferred' IN found THEN 'inferred' WHEN whole > 0 THEN 'unknown' ELSE 'gap' END AS state, i.sources AS sources, i.id AS id
ORDER BY state, i.register, i.position, id
