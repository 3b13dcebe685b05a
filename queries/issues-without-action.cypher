// title: Key issues no action answers
// question: About which key issues is nobody to do anything?
// group: gaps
// kind: check
// of: MATCH (i:Issue) WHERE i.register IN $registers AND i.since_day <= $as_of AND i.until_day >= $as_of AND
//   i.classification = 'issue' RETURN count(i)
// counted: key issues
// why: An issue that the assessment names and no action answers is left as it is.
// note: An action answers an issue itself, or by standing in a priority area that addresses the issue. It counts for
//   the year of its action table, and one without a year always.
// synonyms: problems, assessment, not addressed
// column areas: Areas that address it
MATCH (i:Issue)
WHERE i.register IN $registers AND i.since_day <= $as_of AND i.until_day >= $as_of AND i.classification = 'issue'
OPTIONAL MATCH (i)<-[r:ADDRESSES]-(a:Action)
WHERE a.status <> 'stopped' AND r.since_day <= $as_of AND r.until_day >= $as_of AND a.since_day <= $as_of
  AND a.until_day >= $as_of AND a.year_since_day <= $as_of AND a.year_until_day >= $as_of
WITH i, collect(r.basis) AS direct
OPTIONAL MATCH (i)<-[r:ADDRESSES]-(p:PriorityArea)
WHERE r.since_day <= $as_of AND r.until_day >= $as_of
OPTIONAL MATCH (p)<-[s:PART_OF]-(a:Action)
WHERE a.status <> 'stopped' AND s.since_day <= $as_of AND s.until_day >= $as_of AND a.since_day <= $as_of
  AND a.until_day >= $as_of AND a.year_since_day <= $as_of AND a.year_until_day >= $as_of
WITH i, direct, collect(CASE s.basis WHEN 'stated' THEN r.basis ELSE s.basis END) AS through
WITH i, direct + through AS found
WHERE NOT 'stated' IN found
OPTIONAL MATCH (i)-[u:RAISED_UNDER]->(t:Theme)
WHERE u.since_day <= $as_of AND u.until_day >= $as_of
OPTIONAL MATCH (i)<-[v:ADDRESSES]-(p:PriorityArea)
WHERE v.since_day <= $as_of AND v.until_day >= $as_of
WITH i, found, collect(t.name) AS themes, collect(p.name) AS names
RETURN i.name AS issue, themes AS theme, names AS areas,
  CASE WHEN 'inferred' IN found THEN 'inferred' ELSE 'gap' END AS state, i.sources AS sources, i.id AS id
ORDER BY state, i.register, i.position, id
