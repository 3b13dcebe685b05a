// title: Strategies and the actions that carry them out
// question: Which actions carry out which strategy?
// group: strategies and their dates
// kind: report
// counted: strategies
// why: A strategy that no action carries out stays on paper.
// note: Only strategies that an action carries out or changes are listed.
// synonyms: implementation, delivery of strategies, carried out
// grouped by: strategy
// column relationship: The action
MATCH (a:Action)-[r:IMPLEMENTS|CHANGES]->(s:Strategy)
WHERE r.register IN $registers AND r.since_day <= $as_of AND r.until_day >= $as_of
OPTIONAL MATCH (x:Post|Body|Organisation)-[o:OWNS]->(a)
WHERE o.since_day <= $as_of AND o.until_day >= $as_of
WITH a, r, s, count(x) AS owned,
  collect(CASE o.basis WHEN 'inferred' THEN x.name + ' (inferred)' ELSE x.name END) AS owners
RETURN s.name AS strategy, a.name AS action, CASE type(r) WHEN 'IMPLEMENTS' THEN 'carries it out' ELSE 'is to '
    + r.how + ' it' END AS relationship, CASE owned WHEN 0 THEN ['not recorded'] ELSE owners END AS owner, r.basis AS
      basis, r.sources AS sources, a.id AS action_id,
  s.id AS id
ORDER BY s.register, s.position, id, relationship, a.register, a.position, action_id, r.position, r.id
