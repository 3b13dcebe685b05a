// title: Who joined and who left
// question: Who joined or left each body between an earlier day and the day asked about?
// group: boards and membership
// kind: report
// counted: bodies whose members changed
// why: The list of members, the invitations and the terms of reference follow it.
// note: First named: a source names the member on a day from which it counts; it may have sat there before.
// note: No longer named: the plan that followed does not name it; when it left, if it did, no source says.
// synonyms: new members, leavers, joiners, changes of membership, turnover
// param since: day, default "0001-01-01". The earlier day, or that of this meeting; the later one is the day asked
//   about.
// param body: body, default "". Only this body.
// grouped by: body
// column kind: Which is
// column change: What changed
// column capacity: As
MATCH (x:Organisation|Post|Body|Person)-[m:MEMBER_OF]->(b:Body)
WHERE m.register IN $registers AND $body IN ['', b.id, b.latest]
WITH x, b, x.latest AS member_id, b.latest AS id, m,
  CASE WHEN m.vacant_day <= $since AND m.vacant_until_day >= $since THEN m.vacant_sources END AS was_vacant,
  CASE WHEN m.vacant_day <= $as_of AND m.vacant_until_day >= $as_of THEN m.vacant_sources END AS vacant,
  m.since_day <= $as_of AND m.until_day >= $since AS between
WITH member_id, id, coalesce(max(CASE WHEN x.id = member_id THEN x.name END), max(x.name)) AS member,
  max(x.kind) AS kind, max(x.register) AS home, max(x.position) AS place, max(was_vacant) AS was_vacant, max(vacant) AS vacant,
  sum(CASE WHEN m.since_day <= $since AND m.until_day >= $since THEN 1 ELSE 0 END) AS was,
  sum(CASE WHEN m.since_day <= $as_of AND m.until_day >= $as_of THEN 1 ELSE 0 END) AS now,
  sum(CASE WHEN between AND m.since_day > $since AND m.until_day < $as_of THEN 1 ELSE 0 END) AS passed,
  max(CASE WHEN between THEN m.capacity END) AS capacity, max(CASE WHEN between THEN m.basis END) AS basis,
  min(CASE WHEN between AND m.since_day > $since THEN m.since END) AS since,
  max(CASE WHEN between AND m.until_day < $as_of THEN m.until END) AS until,
  max(CASE WHEN between THEN m.stated_on END) AS stated_on, collect(CASE WHEN between THEN m.sources END) AS found
WHERE was = 0 AND now > 0 OR was > 0 AND now = 0
  OR passed > 0 AND was = 0 AND now = 0 AND was_vacant IS NULL AND vacant IS NULL
MATCH (b:Body)
WHERE b.id = id
RETURN b.name AS body, member AS member, kind AS kind,
  CASE WHEN now > 0 AND was_vacant IS NOT NULL THEN 'seat filled again' WHEN now > 0 AND since IS NOT NULL THEN 'joined'
    WHEN now > 0 THEN 'first named' WHEN vacant IS NOT NULL THEN 'seat vacant' WHEN until IS NULL THEN 'no longer named'
    WHEN was = 0 THEN 'joined and left' ELSE 'left' END AS change,
  capacity AS capacity, since AS since, CASE WHEN now = 0 THEN until END AS until, stated_on AS stated_on,
  basis AS basis, CASE WHEN was_vacant IS NOT NULL THEN [was_vacant] WHEN vacant IS NOT NULL THEN [vacant]
    ELSE found END AS sources, member_id AS member_id, id AS id
ORDER BY b.register, b.position, id, change, kind, home, place, member_id
