// title: Key issues without named evidence
// question: Which key issues name nothing that they rest on?
// group: gaps
// kind: check
// of: MATCH (i:Issue) WHERE i.register IN $registers AND i.since_day <= $as_of AND i.until_day >= $as_of AND
//   i.classification = 'issue' RETURN count(i)
// counted: key issues
// why: A plan is to rest on a strategic assessment (Crime and Disorder (Formulation and Implementation of Strategy)
//   Regulations 2007).
// note: Evidence of one of its findings counts.
// synonyms: assessment, data, based on, source
MATCH (i:Issue)
WHERE i.register IN $registers AND i.since_day <= $as_of AND i.until_day >= $as_of AND i.classification = 'issue'
OPTIONAL MATCH (i)-[r:EVIDENCED_BY]->(:Strategy)
WHERE r.since_day <= $as_of AND r.until_day >= $as_of
WITH i, collect(r.basis) AS direct
OPTIONAL MATCH (i)<-[s:PART_OF]-(f:Finding)
WHERE s.since_day <= $as_of AND s.until_day >= $as_of
OPTIONAL MATCH (f)-[r:EVIDENCED_BY]->(:Strategy)
WHERE r.since_day <= $as_of AND r.until_day >= $as_of
WITH i, direct, collect(CASE r.basis WHEN 'stated' THEN s.basis ELSE r.basis END) AS through
WITH i, direct + through AS found
WHERE NOT 'stated' IN found
OPTIONAL MATCH (i)-[u:RAISED_UNDER]->(t:Theme)
WHERE u.since_day <= $as_of AND u.until_day >= $as_of
WITH i, found, collect(t.name) AS themes
OPTIONAL MATCH (i)<-[v:PART_OF]-(f:Finding)
WHERE v.since_day <= $as_of AND v.until_day >= $as_of
WITH i, found, themes, count(f) AS number
RETURN i.name AS issue, themes AS theme, number AS findings,
  CASE WHEN 'inferred' IN found THEN 'inferred' ELSE 'gap' END AS state, i.sources AS sources, i.id AS id
ORDER BY state, i.register, i.position, id
