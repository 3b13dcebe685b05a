// title: Strategies in the making
// question: Which strategies are being developed or proposed, and which action is to bring them about?
// group: strategies and their dates
// kind: report
// of: MATCH (s:Strategy) WHERE s.register IN $registers AND s.since_day <= $as_of AND s.until_day >= $as_of AND
//   s.status IN ['proposed', 'being developed'] RETURN count(s)
// counted: strategies proposed or being developed
// why: The board's forward plan has to leave room for each of them.
// note: A strategy stands once for each action that is to bring it about. One that an action only considers, reviews or
//   monitors is not brought about by it.
// synonyms: forward plan, to be developed, draft, pipeline
// column actions: Brought about by
// column due: Due date
MATCH (s:Strategy)
WHERE s.register IN $registers AND s.since_day <= $as_of AND s.until_day >= $as_of
  AND s.status IN ['proposed', 'being developed']
OPTIONAL MATCH (s)<-[c:CHANGES]-(a:Action)
WHERE c.how IN ['establish', 'develop', 'expand'] AND c.since_day <= $as_of AND c.until_day >= $as_of
WITH s, a,
  collect(CASE c.basis WHEN 'inferred' THEN a.name + ' (inferred)' ELSE a.name END) AS names, collect(a.due) AS dates
OPTIONAL MATCH (x:Post|Body|Organisation)-[o:OWNS]->(s)
WHERE o.since_day <= $as_of AND o.until_day >= $as_of
WITH s, a, names, dates, count(x) AS owned,
  collect(CASE o.basis WHEN 'inferred' THEN x.name + ' (inferred)' ELSE x.name END) AS owners
RETURN s.name AS strategy, s.status AS status, names AS actions, dates AS due,
  CASE owned WHEN 0 THEN ['not recorded'] ELSE owners END AS owner, s.basis AS basis, s.sources AS sources, s.id AS id
ORDER BY s.register, s.position, id, a.register, a.position, a.id
