// title: Themes that map to no regional priority
// question: Which of our themes does the plan set against no regional priority?
// group: regional and borough priorities
// kind: check
// of: MATCH (n:Register), (t:Theme) WHERE n.id IN $registers AND t.register = n.id AND t.since_day <= $as_of AND
//   t.until_day >= $as_of AND EXISTS { MATCH (x:RegionalPriority) WHERE x.register = n.id OR n.uses CONTAINS ('"' +
//   x.register + '"') } RETURN count(t)
// counted: themes of plans that have regional priorities
// why: Partnerships and the region's police and crime plan are to have regard to each other's priorities.
// law: Police Reform and Social Responsibility Act 2011, s.10
// note: A theme is mapped too if one of its areas is. Without regional priorities there is nothing to map to.
// synonyms: mapping, region, combined authority, police and crime plan, alignment
// column addresses: Yet addresses commitments of
MATCH (t:Theme), (n:Register {id: t.register})
WHERE t.register IN $registers AND t.since_day <= $as_of AND t.until_day >= $as_of
  AND EXISTS {
    MATCH (q:RegionalPriority)
    WHERE q.register = n.id OR n.uses CONTAINS ('"' + q.register + '"')
  }
OPTIONAL MATCH (t)-[m:MAPS_TO]->(:RegionalPriority)
WHERE m.since_day <= $as_of AND m.until_day >= $as_of
WITH t, collect(m.basis) AS direct
OPTIONAL MATCH (t)<-[u:PART_OF]-(p:PriorityArea)
WHERE u.since_day <= $as_of AND u.until_day >= $as_of
OPTIONAL MATCH (p)-[m:MAPS_TO]->(:RegionalPriority)
WHERE m.since_day <= $as_of AND m.until_day >= $as_of
WITH t, direct, collect(CASE m.basis WHEN 'stated' THEN u.basis ELSE m.basis END) AS through
WITH t, direct + through AS found
WHERE NOT 'stated' IN found
OPTIONAL MATCH (t)<-[u:PART_OF]-(p:PriorityArea)
WHERE u.since_day <= $as_of AND u.until_day >= $as_of
OPTIONAL MATCH (p)-[a:ADDRESSES]->(c:Commitment)
WHERE a.since_day <= $as_of AND a.until_day >= $as_of
OPTIONAL MATCH (c)-[:PART_OF]->(q:RegionalPriority)
WITH t, found, collect(q.name) AS names
RETURN t.name AS theme, names AS addresses, CASE WHEN 'inferred' IN found THEN 'inferred' ELSE 'gap' END AS state,
  t.sources AS sources, t.id AS id
ORDER BY state, t.register, t.position, id
