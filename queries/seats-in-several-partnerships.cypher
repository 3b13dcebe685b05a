// title: Who sits in several partnerships
// question: Who sits on bodies of more than one partnership?
// group: boards and membership
// kind: report
// counted: members of bodies in several partnerships
// why: Whoever sits in several partnerships can carry a matter from one to another, and is asked for everywhere.
// note: It is the same member where both plans refer to one record, such as one of the region; a name decides nothing.
// synonyms: region, neighbours, shared members, several registers, same person
// column member: Member
// column kind: Which is
// column plans: Plans
// column bodies: Bodies
MATCH (x:Organisation|Post|Body|Person)-[m:MEMBER_OF]->(b:Body)
WHERE b.register IN $registers AND m.since_day <= $as_of AND m.until_day >= $as_of
MATCH (n:Register)
WHERE n.id = b.register
WITH x, count(DISTINCT n.id) AS number, collect(DISTINCT n.title) AS plans, collect(DISTINCT b.name) AS bodies,
  collect(CASE m.basis WHEN 'inferred' THEN b.name END) AS guessed, collect(m.sources) AS found
WHERE number > 1
RETURN x.name AS member, x.kind AS kind, number AS partnerships, plans AS plans, bodies AS bodies,
  guessed AS inferred, found AS sources, x.id AS id
ORDER BY partnerships DESC, x.register, x.position, id
