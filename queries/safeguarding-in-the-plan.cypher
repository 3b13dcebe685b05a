// title: Safeguarding themes in the plan
// question: Which areas, actions and strategies take up each safeguarding theme?
// group: safeguarding matrix
// kind: report
// counted: safeguarding themes
// why: Shows the safeguarding boards what the partnership does for them.
// synonyms: appendix, safeguarding boards, addressed, vulnerable
// column theme: Safeguarding theme
// column areas: Priority areas
MATCH (s:SafeguardingTheme)
WHERE s.register IN $registers AND s.since_day <= $as_of AND s.until_day >= $as_of
OPTIONAL MATCH (s)<-[r:ADDRESSES]-(p:PriorityArea)
WHERE r.since_day <= $as_of AND r.until_day >= $as_of
WITH s, collect(CASE r.basis WHEN 'inferred' THEN p.name + ' (inferred)' ELSE p.name END) AS areas
OPTIONAL MATCH (s)<-[r:ADDRESSES]-(a:Action)
WHERE r.since_day <= $as_of AND r.until_day >= $as_of
WITH s, areas, collect(CASE r.basis WHEN 'inferred' THEN a.name + ' (inferred)' ELSE a.name END) AS actions
OPTIONAL MATCH (s)<-[r:ADDRESSES]-(y:Strategy)
WHERE r.since_day <= $as_of AND r.until_day >= $as_of
WITH s, areas, actions,
  collect(CASE r.basis WHEN 'inferred' THEN y.name + ' (inferred)' ELSE y.name END) AS strategies
RETURN s.name AS theme, areas AS areas, actions AS actions, strategies AS strategies, s.sources AS sources, s.id AS id
ORDER BY s.register, s.position, id
