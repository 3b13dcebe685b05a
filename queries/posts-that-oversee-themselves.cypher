// title: Posts that lead what they oversee or chair
// question: Which posts would have to hold themselves to account?
// group: accountability
// kind: check
// of: LEADS from Post
// counted: leads by a post
// why: Who leads something cannot also be the one who challenges it.
// note: Oversight of what it is part of counts, as does the oversight or scrutiny of a body that the post chairs.
// note: A deputy or acting chair is no chair, and a deputy lead no lead.
// synonyms: conflict of interest, self oversight, marks own homework, independence
// column thing: Leads
// column kind: Which is
// column how: And
MATCH (p:Post)-[l:LEADS]->(x:Theme|PriorityArea|Strategy|Body|Duty)
WHERE p.register IN $registers AND p.since_day <= $as_of AND p.until_day >= $as_of AND l.capacity IN ['lead', 'joint']
  AND l.since_day <= $as_of AND l.until_day >= $as_of
OPTIONAL MATCH (x)-[u:PART_OF]->(y:Theme|PriorityArea|Strategy|Body)
WHERE u.since_day <= $as_of AND u.until_day >= $as_of
OPTIONAL MATCH (y)-[v:PART_OF]->(z:Theme|Strategy|Body)
WHERE v.since_day <= $as_of AND v.until_day >= $as_of
WITH p, l, x, [x.id] + collect(y.id) + collect(z.id) AS wholes
OPTIONAL MATCH (p)-[o:OVERSEES]->(w:Theme|PriorityArea|Strategy|Body|Duty)
WHERE w.id IN wholes AND o.since_day <= $as_of AND o.until_day >= $as_of
WITH p, l, x, wholes,
  collect(CASE WHEN w.id = x.id THEN 'oversees it' WHEN w.id <> x.id THEN 'oversees ' + w.name END) AS by_itself,
  collect(o.basis) AS bases_itself, collect(o.sources) AS found_itself
WITH p, l, x, wholes, wholes + [coalesce(l.on_behalf_of, '')] AS chaired, by_itself, bases_itself, found_itself
OPTIONAL MATCH (p)-[c:CHAIRS]->(b:Body)
WHERE c.capacity IN ['chair', 'joint'] AND b.id IN chaired AND c.since_day <= $as_of AND c.until_day >= $as_of
WITH p, l, x, wholes, by_itself, bases_itself, found_itself,
  collect(CASE WHEN b.id = l.on_behalf_of THEN 'chairs ' + b.name + ', on whose behalf it leads'
    WHEN b.id = x.id THEN 'chairs it'
    WHEN b.id <> x.id THEN 'chairs ' + b.name + ', which it is part of' END) AS by_chair,
  collect(c.basis) AS bases_chair, collect(c.sources) AS found_chair
OPTIONAL MATCH (p)-[c:CHAIRS]->(b:Body)
WHERE c.capacity IN ['chair', 'joint'] AND c.since_day <= $as_of AND c.until_day >= $as_of
OPTIONAL MATCH (b)-[o:OVERSEES|SCRUTINISES]->(w:Theme|PriorityArea|Strategy|Body|Duty)
WHERE w.id IN wholes AND o.since_day <= $as_of AND o.until_day >= $as_of
WITH p, l, x, by_itself, bases_itself, found_itself, by_chair, bases_chair, found_chair,
  collect(CASE WHEN w.id = x.id THEN 'chairs ' + b.name + ', which ' + toLower(type(o)) + ' it'
    WHEN w.id <> x.id THEN 'chairs ' + b.name + ', which ' + toLower(type(o)) + ' ' + w.name END) AS by_body,
  collect(CASE o.basis WHEN 'stated' THEN c.basis ELSE o.basis END) AS bases_body, collect(o.sources) AS found_body
WITH p, l, x, by_itself + by_chair + by_body AS ways, bases_itself + bases_chair + bases_body AS bases,
  found_itself + found_chair + found_body + [l.sources] AS found
WHERE size(bases) > 0
RETURN p.name AS post, x.name AS thing, x.kind AS kind, ways AS how,
  CASE WHEN l.basis = 'stated' AND 'stated' IN bases THEN 'gap' ELSE 'inferred' END AS state,
  found AS sources, p.id AS id
ORDER BY state, p.register, p.position, x.register, kind, x.position, x.id, id, l.position, l.id
