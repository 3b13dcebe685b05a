// title: How far scrutiny reaches
// question: Which bodies and themes does each scrutiny committee or scrutineer look into, and what comes with them?
// group: accountability
// kind: report
// counted: scrutineers
// why: A council's crime and disorder committee is to review what the responsible authorities decide and do.
// law: Police and Justice Act 2006, s.19
// note: What is part of a scrutinised body or theme is named beside it; the source does not say that scrutiny
//   takes it in.
// synonyms: overview and scrutiny, committee, crime and disorder committee, councillors
// column committee: Who
// column thing: Scrutinises
// column kind: Which is
// column inside: Part of it
MATCH (c:Body|Post|Person|Organisation)-[s:SCRUTINISES]->(x:Body|Theme)
WHERE s.register IN $registers AND s.since_day <= $as_of AND s.until_day >= $as_of
OPTIONAL MATCH (x)<-[u:PART_OF]-(y:Body|PriorityArea)
WHERE u.since_day <= $as_of AND u.until_day >= $as_of
WITH c, s, x, 
  collect(CASE u.basis WHEN 'inferred' THEN y.name + ' (inferred)' ELSE y.name END) AS names
RETURN c.name AS committee, x.name AS thing, x.kind AS kind, names AS inside, s.basis AS basis, s.sources AS sources,
  x.id AS thing_id, c.id AS id
ORDER BY c.register, c.position, id, kind, x.register, x.position, thing_id, s.position, s.id
