// title: Responsible authorities without a seat
// question: Which responsible authorities do not sit on the partnership?
// group: boards and membership
// kind: check
// of: MATCH (x)-[r:RESPONSIBLE_AUTHORITY_OF]->(y) WHERE r.register IN $registers AND r.since_day <= $as_of AND
//   r.until_day >= $as_of RETURN count(r)
// counted: responsible authorities
// why: The responsible authorities act together in the partnership.
// law: Crime and Disorder Act 1998, s.5
// note: A seat is membership or the chair of the partnership, or of a body that is part of it, by the authority, a post
//   in it, or a part of it.
// synonyms: police, fire, probation, council, health, statutory partners, membership
// column authority: Responsible authority
// column partnership: Of
MATCH (o:Organisation)-[e:RESPONSIBLE_AUTHORITY_OF]->(b:Body)
WHERE e.register IN $registers AND e.since_day <= $as_of AND e.until_day >= $as_of
WITH DISTINCT o, b
OPTIONAL MATCH (b)<-[w:PART_OF]-(z:Body)
WHERE w.since_day <= $as_of AND w.until_day >= $as_of
WITH o, b, [b.id] + collect(z.id) AS boards
OPTIONAL MATCH (o)-[m:MEMBER_OF]->(z:Body)
WHERE m.since_day <= $as_of AND m.until_day >= $as_of
WITH o, b, boards, max(CASE WHEN z.id IN boards THEN m.basis END) AS own
OPTIONAL MATCH (o)<-[u:POST_IN|PART_OF]-(x:Post|Organisation)
WHERE u.since_day <= $as_of AND u.until_day >= $as_of
OPTIONAL MATCH (x)-[m:MEMBER_OF|CHAIRS]->(z:Body)
WHERE m.since_day <= $as_of AND m.until_day >= $as_of
WITH o, b, boards, own, x, max(CASE WHEN z.id IN boards THEN m.basis END) AS seat
OPTIONAL MATCH (x)<-[v:POST_IN|PART_OF]-(y:Post|Organisation)
WHERE v.since_day <= $as_of AND v.until_day >= $as_of
OPTIONAL MATCH (y)-[m:MEMBER_OF|CHAIRS]->(z:Body)
WHERE m.since_day <= $as_of AND m.until_day >= $as_of
WITH o, b, own, max(seat) AS near, max(CASE WHEN z.id IN boards THEN m.basis END) AS far
WITH o, b, [coalesce(own, ''), coalesce(near, ''), coalesce(far, '')] AS seats
WHERE NOT 'stated' IN seats
MATCH (o)-[e:RESPONSIBLE_AUTHORITY_OF]->(b)
WHERE e.register IN $registers AND e.since_day <= $as_of AND e.until_day >= $as_of
RETURN o.name AS authority, b.name AS partnership,
  CASE WHEN 'inferred' IN seats THEN 'inferred' ELSE 'gap' END AS state, e.sources AS sources, o.id AS id
ORDER BY state, o.register, o.position, b.position, b.id, id, e.position, e.id
