// title: Responsible authorities and their part
// question: What seats, leads and actions has each responsible authority?
// group: boards and membership
// kind: report
// counted: responsible authorities
// why: The responsible authorities make and carry out the plan together.
// law: Crime and Disorder Act 1998, s.5 and s.6
// note: What a post in the authority has or does is the authority's.
// synonyms: police, fire, probation, council, health, statutory partners
// column authority: Responsible authority
// column partnership: Of
// column statute: Under
// column seats: Sits on or chairs
// column leads: Leads
// column actions: Owns the actions
MATCH (o:Organisation)-[e:RESPONSIBLE_AUTHORITY_OF]->(b:Body)
WHERE e.register IN $registers AND e.since_day <= $as_of AND e.until_day >= $as_of
OPTIONAL MATCH (l:Strategy)
WHERE l.id = e.under
WITH o, e, b, CASE WHEN l.name IS NULL OR e.section IS NULL THEN l.name ELSE l.name + ', section ' + e.section END AS statute
OPTIONAL MATCH (o)-[m:MEMBER_OF|LEADS|OWNS]->(z:Body|Theme|PriorityArea|Strategy|Duty|Action)
WHERE m.since_day <= $as_of AND m.until_day >= $as_of
WITH o, e, b, statute, collect(CASE type(m) WHEN 'MEMBER_OF' THEN z.name END) AS own_seats,
  collect(CASE type(m) WHEN 'LEADS' THEN z.name END) AS own_leads,
  collect(CASE WHEN type(m) = 'OWNS' AND z.kind = 'action' THEN z.name END) AS own_actions,
  collect(CASE WHEN type(m) <> 'OWNS' OR z.kind = 'action' THEN m.sources END) AS found_own
OPTIONAL MATCH (o)<-[v:PART_OF]-(p:Organisation)
WHERE v.since_day <= $as_of AND v.until_day >= $as_of
WITH o, e, b, statute, own_seats, own_leads, own_actions, found_own, [coalesce(o.id, '')] + collect(p.id) AS parts
OPTIONAL MATCH (q:Organisation)<-[u:POST_IN|PART_OF]-(x:Post|Organisation)
WHERE q.id IN parts AND u.since_day <= $as_of AND u.until_day >= $as_of
WITH DISTINCT o, e, b, statute, own_seats, own_leads, own_actions, found_own, x
OPTIONAL MATCH (x)-[m:MEMBER_OF|CHAIRS|LEADS|OWNS]->(z:Body|Theme|PriorityArea|Strategy|Duty|Action)
WHERE m.since_day <= $as_of AND m.until_day >= $as_of
WITH o, e, b, statute, own_seats, own_leads, own_actions, found_own,
  collect(CASE WHEN type(m) IN ['MEMBER_OF', 'CHAIRS'] THEN z.name END) AS seats,
  collect(CASE type(m) WHEN 'LEADS' THEN z.name END) AS leads,
  collect(CASE WHEN type(m) = 'OWNS' AND z.kind = 'action' THEN z.name END) AS actions,
  collect(CASE WHEN type(m) <> 'OWNS' OR z.kind = 'action' THEN m.sources END) AS found
RETURN o.name AS authority, b.name AS partnership, statute AS statute, own_seats + seats AS seats, own_leads + leads AS leads,
  own_actions + actions AS actions, e.basis AS basis, [e.sources] + found_own + found AS sources,
  b.id AS partnership_id, o.id AS id
ORDER BY o.register, o.position, id, b.position, partnership_id, e.position, e.id
