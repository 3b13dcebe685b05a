// title: Posts that lead several themes or priorities
// question: Which posts lead more than one theme or strategic priority?
// group: accountability
// kind: check
// of: MATCH (p:Post) WHERE p.register IN $registers AND p.since_day <= $as_of AND p.until_day >= $as_of AND EXISTS {
//   MATCH (p)-[r:LEADS]->(y:Theme) WHERE r.since_day <= $as_of AND r.until_day >= $as_of } RETURN count(p)
// counted: posts that lead a theme
// why: One post's absence would leave several themes without a lead.
// synonyms: overloaded, key person, single point of failure
// param at_least: number, default 2. From how many themes on.
MATCH (p:Post)-[l:LEADS]->(t:Theme)
WHERE p.register IN $registers AND p.since_day <= $as_of AND p.until_day >= $as_of AND l.capacity IN ['lead', 'joint']
  AND l.since_day <= $as_of AND l.until_day >= $as_of AND t.since_day <= $as_of AND t.until_day >= $as_of
WITH p, collect(t.name + CASE WHEN t.classification IS NULL THEN '' ELSE ' (' + t.classification + ')' END) AS names,
  collect(l.sources) AS found, count(DISTINCT t.id) AS number,
  count(DISTINCT CASE WHEN l.basis = 'stated' THEN t.id END) AS sure
WHERE number >= $at_least
OPTIONAL MATCH (p)<-[h:HOLDS]-(n:Person)
WHERE h.since_day <= $as_of AND h.until_day >= $as_of
WITH p, names, found, number, sure, collect(n.name) AS people
RETURN p.name AS post, people AS holder, number AS number, names AS themes,
  CASE WHEN sure >= $at_least THEN 'gap' ELSE 'inferred' END AS state, found AS sources, p.id AS id
ORDER BY state, p.register, p.position, id
