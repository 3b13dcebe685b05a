// title: Responsible authorities named as owner of no action
// question: Which responsible authorities does no action name as its owner?
// group: boards and membership
// kind: check
// of: MATCH (x)-[r:RESPONSIBLE_AUTHORITY_OF]->(y) WHERE r.register IN $registers AND r.since_day <= $as_of AND
//   r.until_day >= $as_of RETURN count(r)
// counted: responsible authorities
// why: The responsible authorities make and carry out the plan together.
// law: Crime and Disorder Act 1998, s.5 and s.6
// note: What a post in the authority, or a part of it, owns is the authority's.
// note: An action that names no owner at all is nobody's here: see actions-without-owner. Where few actions name an
//   owner, a row here says little of the authority.
// synonyms: police, fire, probation, council, health, statutory partners, responsible
// column authority: Responsible authority
// column partnership: Of
MATCH (o:Organisation)-[e:RESPONSIBLE_AUTHORITY_OF]->(b:Body)
WHERE e.register IN $registers AND e.since_day <= $as_of AND e.until_day >= $as_of
WITH DISTINCT o, b
OPTIONAL MATCH (o)-[l:OWNS]->(:Action)
WHERE l.since_day <= $as_of AND l.until_day >= $as_of AND l.capacity <> 'issuer'
WITH o, b, max(l.basis) AS own
OPTIONAL MATCH (o)<-[u:POST_IN|PART_OF]-(x:Post|Organisation)
WHERE u.since_day <= $as_of AND u.until_day >= $as_of
OPTIONAL MATCH (x)-[l:OWNS]->(:Action)
WHERE l.since_day <= $as_of AND l.until_day >= $as_of AND l.capacity <> 'issuer'
WITH o, b, own, x, max(l.basis) AS near
OPTIONAL MATCH (x)<-[v:POST_IN|PART_OF]-(y:Post|Organisation)
WHERE v.since_day <= $as_of AND v.until_day >= $as_of
OPTIONAL MATCH (y)-[l:OWNS]->(:Action)
WHERE l.since_day <= $as_of AND l.until_day >= $as_of AND l.capacity <> 'issuer'
WITH o, b, own, max(near) AS near, max(l.basis) AS far
WITH o, b, [coalesce(own, ''), coalesce(near, ''), coalesce(far, '')] AS found
WHERE NOT 'stated' IN found
MATCH (o)-[e:RESPONSIBLE_AUTHORITY_OF]->(b)
WHERE e.register IN $registers AND e.since_day <= $as_of AND e.until_day >= $as_of
RETURN o.name AS authority, b.name AS partnership,
  CASE WHEN 'inferred' IN found THEN 'inferred' ELSE 'gap' END AS state, e.sources AS sources, o.id AS id
ORDER BY state, o.register, o.position, b.position, b.id, id, e.position, e.id
