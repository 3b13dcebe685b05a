// title: Posts that lead what they oversee or chair
// question: Which posts lead what they also oversee or chair, alone or jointly?
// group: accountability
// kind: check
// of: MATCH (x:Post)-[r:LEADS]->(y) WHERE r.register IN $registers AND r.since_day <= $as_of AND r.until_day >=
//   $as_of AND r.capacity IN ['lead', 'joint'] OPTIONAL MATCH (y)-[u:PART_OF]->(t:Theme) WHERE u.since_day <= $as_of
//   AND u.until_day >= $as_of OPTIONAL MATCH (x)-[m:LEADS]->(t) WHERE m.capacity IN ['lead', 'joint'] AND m.since_day
//   <= $as_of AND m.until_day >= $as_of WITH r, count(m.id) AS whole RETURN count(CASE whole WHEN 0 THEN 1 END)
// counted: leads by a post
// why: Who leads something cannot also be the one who challenges it.
// note: Oversight or scrutiny of what it is part of counts, as does the oversight or scrutiny of a body that the post chairs.
// note: Where a post leads a theme and an area of it, the theme stands for both.
// note: Where a post chairs jointly, the other chair can still challenge it.
// note: A deputy or acting chair is no chair, and a deputy lead no lead.
// synonyms: conflict of interest, self oversight, marks own homework, independence
// column thing: Leads
// column kind: Which is
// column how: And
MATCH (p:Post)-[l:LEADS]->(x:Theme|PriorityArea|Strategy|Body|Duty)
WHERE p.register IN $registers AND p.since_day <= $as_of AND p.until_day >= $as_of AND l.capacity IN ['lead', 'joint']
  AND l.since_day <= $as_of AND l.until_day >= $as_of
OPTIONAL MATCH (x)-[u:PART_OF]->(t:Theme)
WHERE u.since_day <= $as_of AND u.until_day >= $as_of
OPTIONAL MATCH (p)-[m:LEADS]->(t)
WHERE m.capacity IN ['lead', 'joint'] AND m.since_day <= $as_of AND m.until_day >= $as_of
WITH p, l, x, count(m.id) AS whole
WHERE whole = 0
MATCH (p)-[c:OVERSEES|SCRUTINISES|CHAIRS]->(b:Theme|PriorityArea|Strategy|Body|Duty)
WHERE coalesce(c.capacity, 'chair') IN ['chair', 'joint'] AND c.since_day <= $as_of AND c.until_day >= $as_of
OPTIONAL MATCH (b)-[o:OVERSEES|SCRUTINISES]->(w:Theme|PriorityArea|Strategy|Body|Duty)
WHERE o.since_day <= $as_of AND o.until_day >= $as_of
OPTIONAL MATCH (x)-[u:PART_OF]->(y:Theme|PriorityArea|Strategy|Body)
WHERE u.since_day <= $as_of AND u.until_day >= $as_of
OPTIONAL MATCH (y)-[v:PART_OF]->(z:Theme|Strategy|Body)
WHERE v.since_day <= $as_of AND v.until_day >= $as_of
WITH p, l, x, c, b, o, w, type(c) = 'CHAIRS' AS chairs,
  CASE c.capacity WHEN 'joint' THEN 'jointly chairs ' ELSE 'chairs ' END AS verb, [x.id, coalesce(y.id, ''),
    coalesce(z.id, '')] AS wholes
WITH p, l, x, c, o,
  CASE WHEN chairs AND b.id = l.on_behalf_of THEN verb + b.name + ', on whose behalf it leads'
    WHEN b.id = x.id THEN CASE WHEN chairs THEN verb + 'it' ELSE toLower(type(c)) + ' it' END
    WHEN b.id IN wholes THEN CASE WHEN chairs THEN verb + b.name + ', which it is part of'
      ELSE toLower(type(c)) + ' ' + b.name END END AS itself,
  CASE WHEN chairs AND w.id = x.id THEN verb + b.name + ', which ' + toLower(type(o)) + ' it'
    WHEN chairs AND w.id IN wholes THEN verb + b.name + ', which ' + toLower(type(o)) + ' ' + w.name END AS through
WHERE itself IS NOT NULL OR through IS NOT NULL
WITH p, l, x, collect(itself) + collect(through) AS ways,
  collect(CASE WHEN itself IS NOT NULL THEN c.basis END)
    + collect(CASE WHEN through IS NOT NULL THEN CASE o.basis WHEN 'stated' THEN c.basis ELSE o.basis END END) AS bases,
  collect(CASE WHEN itself IS NOT NULL THEN c.sources END)
    + collect(CASE WHEN through IS NOT NULL THEN o.sources END) + collect(l.sources) AS found
RETURN p.name AS post, x.name AS thing, x.kind AS kind, ways AS how,
  CASE WHEN l.basis = 'stated' AND 'stated' IN bases THEN 'gap' ELSE 'inferred' END AS state,
  found AS sources, p.id AS id
ORDER BY state, p.register, p.position, x.register, kind, x.position, x.id, id, l.position, l.id
