// title: Who sits on what
// question: Who are the members of each board and group?
// group: boards and membership
// kind: report
// counted: bodies with members
// why: A seat is how an organisation has its say.
// note: A seat that a source says is vacant is here as such.
// synonyms: membership, seats, representatives, attendees, terms of reference
// param body: body, default "". Only this body.
// grouped by: body
// column member: Member
// column kind: Which is
// column capacity: As
MATCH (x:Organisation|Post|Body|Person)-[m:MEMBER_OF]->(b:Body)
WHERE m.register IN $registers AND $body IN ['', b.id]
WITH x, m, b, m.since_day <= $as_of AND m.until_day >= $as_of AS sits,
  coalesce(m.vacant_day, '9999-12-31') <= $as_of AND m.vacant_until_day >= $as_of AS vacant
WHERE sits OR vacant
RETURN b.name AS body, x.name AS member, x.kind AS kind,
  CASE WHEN vacant THEN 'seat vacant' ELSE m.capacity END AS capacity, m.since AS since, m.until AS until,
  m.stated_on AS stated_on, m.basis AS basis, CASE WHEN vacant THEN m.vacant_sources ELSE m.sources END AS sources, x.id AS member_id, b.id AS id
ORDER BY b.register, b.position, id, kind, x.register, x.position, member_id, m.position, m.id
