// title: Bodies that actions set up, review or change
// question: Which boards and groups does the plan mean to set up, expand or review?
// group: boards and membership
// kind: report
// counted: bodies
// why: The structure of next year, as the actions have it.
// synonyms: new groups, establish, review, expand, governance review
// column how: Is to be
// column due: Due date
MATCH (a:Action)-[c:CHANGES]->(b:Body)
WHERE c.register IN $registers AND c.since_day <= $as_of AND c.until_day >= $as_of
OPTIONAL MATCH (x:Post|Body|Organisation)-[o:OWNS]->(a)
WHERE o.since_day <= $as_of AND o.until_day >= $as_of
WITH a, c, b, count(x) AS owned,
  collect(CASE o.basis WHEN 'inferred' THEN x.name + ' (inferred)' ELSE x.name END) AS owners
RETURN b.name AS body, b.status AS status, CASE c.how WHEN 'establish' THEN 'set up' WHEN 'develop' THEN 'developed'
    WHEN 'expand' THEN 'expanded' WHEN 'review' THEN 'reviewed' WHEN 'monitor' THEN 'monitored'
    ELSE 'considered' END AS how, a.name AS action, CASE owned WHEN 0 THEN ['not recorded'] ELSE owners END AS owner,
      coalesce(a.due, 'not recorded') AS due,
  c.basis AS basis, c.sources AS sources, a.id AS action_id, b.id AS id
ORDER BY b.register, b.position, id, a.register, a.position, action_id, c.position, c.id
