// title: Responsible authorities without a seat, a lead or an action
// question: Which responsible authorities have no seat on the partnership, lead nothing or own no action?
// group: boards and membership
// kind: check
// of: MATCH (x)-[r:RESPONSIBLE_AUTHORITY_OF]->(y) WHERE r.register IN $registers AND r.since_day <= $as_of AND
//   r.until_day >= $as_of RETURN count(r)
// counted: responsible authorities
// why: The responsible authorities make and carry out the plan together (Crime and Disorder Act 1998, s.5 and s.6).
// note: What a post in the authority, or a part of it, has or does is the authority's.
// note: A seat is membership or the chair of the partnership or of a body that is part of it.
// synonyms: police, fire, probation, council, health, statutory partners
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
OPTIONAL MATCH (o)-[l:LEADS]->()
WHERE l.since_day <= $as_of AND l.until_day >= $as_of
OPTIONAL MATCH (o)-[a:OWNS]->(:Action)
WHERE a.since_day <= $as_of AND a.until_day >= $as_of
WITH o, b, boards, max(CASE WHEN z.id IN boards THEN m.basis END) AS own_seat, max(l.basis) AS own_lead,
  max(a.basis) AS own_action
OPTIONAL MATCH (o)<-[u:POST_IN|PART_OF]-(x:Post|Organisation)
WHERE u.since_day <= $as_of AND u.until_day >= $as_of
OPTIONAL MATCH (x)-[m:MEMBER_OF|CHAIRS]->(z:Body)
WHERE m.since_day <= $as_of AND m.until_day >= $as_of
OPTIONAL MATCH (x)-[l:LEADS]->()
WHERE l.since_day <= $as_of AND l.until_day >= $as_of
OPTIONAL MATCH (x)-[a:OWNS]->(:Action)
WHERE a.since_day <= $as_of AND a.until_day >= $as_of
WITH o, b, boards, own_seat, own_lead, own_action, x, max(CASE WHEN z.id IN boards THEN m.basis END) AS seat,
  max(l.basis) AS lead, max(a.basis) AS action
OPTIONAL MATCH (x)<-[v:POST_IN|PART_OF]-(y:Post|Organisation)
WHERE v.since_day <= $as_of AND v.until_day >= $as_of
OPTIONAL MATCH (y)-[m:MEMBER_OF|CHAIRS]->(z:Body)
WHERE m.since_day <= $as_of AND m.until_day >= $as_of
OPTIONAL MATCH (y)-[l:LEADS]->()
WHERE l.since_day <= $as_of AND l.until_day >= $as_of
OPTIONAL MATCH (y)-[a:OWNS]->(:Action)
WHERE a.since_day <= $as_of AND a.until_day >= $as_of
WITH o, b, own_seat, own_lead, own_action, max(seat) AS near_seat, max(lead) AS near_lead,
  max(action) AS near_action, max(CASE WHEN z.id IN boards THEN m.basis END) AS far_seat, max(l.basis) AS far_lead,
  max(a.basis) AS far_action
WITH o, b, coalesce(own_seat, near_seat, far_seat) IS NOT NULL AND coalesce(own_lead, near_lead, far_lead) IS NOT NULL
    AND coalesce(own_action, near_action, far_action) IS NOT NULL AS perhaps,
  CASE WHEN 'stated' IN [own_seat, near_seat, far_seat] THEN '' ELSE 'seat' END AS no_seat,
  CASE WHEN 'stated' IN [own_lead, near_lead, far_lead] THEN '' ELSE 'lead' END AS no_lead,
  CASE WHEN 'stated' IN [own_action, near_action, far_action] THEN '' ELSE 'action' END AS no_action
WHERE no_seat + no_lead + no_action <> ''
MATCH (o)-[e:RESPONSIBLE_AUTHORITY_OF]->(b)
WHERE e.register IN $registers AND e.since_day <= $as_of AND e.until_day >= $as_of
RETURN o.name AS authority, b.name AS partnership, [no_seat, no_lead, no_action] AS missing,
  CASE WHEN perhaps THEN 'inferred' ELSE 'gap' END AS state,
  e.sources AS sources, o.id AS id
ORDER BY state, o.register, o.position, b.position, b.id, id, e.position, e.id
