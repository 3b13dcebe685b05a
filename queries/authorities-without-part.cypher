// title: Responsible authorities without a seat, a lead or an action
// question: Which responsible authorities have no seat on the partnership, lead nothing or own no action?
// group: boards and membership
// kind: check
// of: RESPONSIBLE_AUTHORITY_OF
// counted: responsible authorities
// why: The responsible authorities make and carry out the plan together (Crime and Disorder Act 1998, s.5 and s.6).
// note: What a post in the authority, or a part of it, has or does is the authority's.
// note: A seat is membership or the chair of the partnership or of a body that is part of it.
// synonyms: police, fire, probation, council, health, statutory partners
// column authority: Responsible authority
// column partnership: Of
MATCH (o:Organisation)-[e:RESPONSIBLE_AUTHORITY_OF]->(b:Body)
WHERE e.register IN $registers AND e.since_day <= $as_of AND e.until_day >= $as_of
OPTIONAL MATCH (o)<-[u:POST_IN|PART_OF]-(x:Post|Organisation)
WHERE u.since_day <= $as_of AND u.until_day >= $as_of
OPTIONAL MATCH (x)<-[v:POST_IN|PART_OF]-(y:Post|Organisation)
WHERE v.since_day <= $as_of AND v.until_day >= $as_of
WITH o, e, b, [o.id] + collect(x.id) + collect(y.id) AS hands
OPTIONAL MATCH (b)<-[w:PART_OF]-(z:Body)
WHERE w.since_day <= $as_of AND w.until_day >= $as_of
WITH o, e, b, hands, [b.id] + collect(z.id) AS boards
OPTIONAL MATCH (x:Post|Organisation)-[m:MEMBER_OF|CHAIRS]->(z:Body)
WHERE x.id IN hands AND z.id IN boards AND m.since_day <= $as_of AND m.until_day >= $as_of
WITH o, e, b, hands, collect(m.basis) AS seats
OPTIONAL MATCH (x:Post|Organisation)-[m:LEADS]->(z:Theme|PriorityArea|Strategy|Body|Duty)
WHERE x.id IN hands AND m.since_day <= $as_of AND m.until_day >= $as_of
WITH o, e, b, hands, seats, collect(m.basis) AS leads
OPTIONAL MATCH (x:Post|Organisation)-[m:OWNS]->(z:Action)
WHERE x.id IN hands AND m.since_day <= $as_of AND m.until_day >= $as_of
WITH o, e, b, seats, leads, collect(m.basis) AS actions
WITH o, e, b, size(seats) > 0 AND size(leads) > 0 AND size(actions) > 0 AS perhaps,
  CASE WHEN 'stated' IN seats THEN '' ELSE 'seat' END AS no_seat,
  CASE WHEN 'stated' IN leads THEN '' ELSE 'lead' END AS no_lead,
  CASE WHEN 'stated' IN actions THEN '' ELSE 'action' END AS no_action
WHERE no_seat + no_lead + no_action <> ''
RETURN o.name AS authority, b.name AS partnership, [no_seat, no_lead, no_action] AS missing,
  CASE WHEN perhaps THEN 'inferred' ELSE 'gap' END AS state,
  e.sources AS sources, o.id AS id
ORDER BY state, o.register, o.position, b.position, b.id, id, e.position, e.id
