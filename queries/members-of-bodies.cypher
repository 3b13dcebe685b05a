// title: Who sits on what
// question: Who are the members of each board and group?
// group: boards and membership
// kind: report
// counted: bodies with members
// why: A seat is how an organisation has its say.
// synonyms: membership, seats, representatives, attendees, terms of reference
// param body: body, default "". Only this body.
// grouped by: body
// column member: Member
// column kind: Which is
// column capacity: As
MATCH (x:Organisation|Post|Body|Person)-[m:MEMBER_OF]->(b:Body)
WHERE m.register IN $registers AND m.since_day <= $as_of AND m.until_day >= $as_of AND $body IN ['', b.id]
RETURN b.name AS body, x.name AS member, x.kind AS kind, m.capacity AS capacity, m.since AS since, m.until AS until,
  m.stated_on AS stated_on, m.basis AS basis, m.sources AS sources, x.id AS member_id, b.id AS id
ORDER BY b.register, b.position, id, kind, x.register, x.position, member_id, m.position, m.id
