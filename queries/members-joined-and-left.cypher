// title: Who joined and who left
// question: Who joined or left each body between an earlier day and the day asked about?
// group: boards and membership
// kind: report
// counted: bodies whose members changed
// why: The list of members, the invitations and the terms of reference follow it.
// note: First named: a source names the member on a day from which it counts; it may have sat there before.
// synonyms: new members, leavers, joiners, changes of membership, turnover
// param since: day, default "0001-01-01". The earlier day, or that of this meeting; the later one is the day asked
//   about.
// param body: body, default "". Only this body.
// grouped by: body
// column kind: Which is
// column change: What changed
// column capacity: As
MATCH (x:Organisation|Post|Body|Person)-[m:MEMBER_OF]->(b:Body)
WHERE m.register IN $registers AND $body IN ['', b.id]
WITH x, b, sum(CASE WHEN m.since_day <= $since AND m.until_day >= $since THEN 1 ELSE 0 END) AS was,
  sum(CASE WHEN m.since_day <= $as_of AND m.until_day >= $as_of THEN 1 ELSE 0 END) AS now,
  sum(CASE WHEN m.vacant_day <= $as_of AND m.vacant_until_day >= $as_of THEN 1 ELSE 0 END) AS vacant
WHERE was = 0 AND now > 0 OR was > 0 AND now = 0
MATCH (x)-[m:MEMBER_OF]->(b)
WHERE CASE WHEN now > 0 THEN m.since_day <= $as_of AND m.until_day >= $as_of
  ELSE m.since_day <= $since AND m.until_day >= $since END
RETURN b.name AS body, x.name AS member, x.kind AS kind,
  CASE WHEN now > 0 AND m.since IS NOT NULL THEN 'joined' WHEN now > 0 THEN 'first named'
    WHEN vacant > 0 THEN 'seat vacant' ELSE 'left' END AS change,
  m.capacity AS capacity, m.since AS since, m.until AS until, m.stated_on AS stated_on, m.basis AS basis,
  m.sources AS sources, x.id AS member_id, b.id AS id
ORDER BY b.register, b.position, id, change, x.kind, x.register, x.position, member_id, m.id
