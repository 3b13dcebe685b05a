// title: Responsible authorities and their part
// question: What seats, leads and actions has each responsible authority?
// group: boards and membership
// kind: report
// counted: responsible authorities
// why: The responsible authorities make and carry out the plan together (Crime and Disorder Act 1998, s.5 and s.6).
// note: What a post in the authority has or does is the authority's.
// synonyms: police, fire, probation, council, health, statutory partners
// column authority: Responsible authority
// column partnership: Of
// column seats: Sits on or chairs
// column leads: Leads
// column actions: Owns the actions
MATCH (o:Organisation)-[e:RESPONSIBLE_AUTHORITY_OF]->(b:Body)
WHERE e.register IN $registers AND e.since_day <= $as_of AND e.until_day >= $as_of
OPTIONAL MATCH (o)<-[u:POST_IN|PART_OF]-(x:Post|Organisation)
WHERE u.since_day <= $as_of AND u.until_day >= $as_of
WITH o, e, b, [o.id] + collect(x.id) AS hands
OPTIONAL MATCH (x:Post|Organisation)-[m:MEMBER_OF|CHAIRS]->(z:Body)
WHERE x.id IN hands AND m.since_day <= $as_of AND m.until_day >= $as_of
WITH o, e, b, hands, collect(z.name) AS seats, collect(m.sources) AS found_seat
OPTIONAL MATCH (x:Post|Organisation)-[m:LEADS]->(z:Theme|PriorityArea|Strategy|Body|Duty)
WHERE x.id IN hands AND m.since_day <= $as_of AND m.until_day >= $as_of
WITH o, e, b, hands, seats, found_seat, collect(z.name) AS leads, collect(m.sources) AS found_lead
OPTIONAL MATCH (x:Post|Organisation)-[m:OWNS]->(z:Action)
WHERE x.id IN hands AND m.since_day <= $as_of AND m.until_day >= $as_of
WITH o, e, b, seats, found_seat, leads, found_lead, collect(z.name) AS actions, collect(m.sources) AS found_action
RETURN o.name AS authority, b.name AS partnership, seats AS seats, leads AS leads, actions AS actions, e.basis AS basis,
  [e.sources] + found_seat + found_lead + found_action AS sources, b.id AS partnership_id, o.id AS id
ORDER BY o.register, o.position, id, b.position, partnership_id, e.position, e.id
