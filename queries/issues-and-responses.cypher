// title: Key issues and what answers them
// question: Which areas, actions and strategies answer each key issue?
// group: gaps
// kind: report
// counted: key issues
// why: Shows whether the plan answers its own assessment.
// synonyms: strategic assessment, problems, addressed, response, evidence
// param theme: theme, default "". Only issues raised under this theme.
// column areas: Priority areas
// column evidence: Rests on
MATCH (i:Issue)
WHERE i.register IN $registers AND i.since_day <= $as_of AND i.until_day >= $as_of AND i.classification = 'issue'
OPTIONAL MATCH (i)-[u:RAISED_UNDER]->(t:Theme)
WHERE u.since_day <= $as_of AND u.until_day >= $as_of
WITH i, collect(t.name) AS themes, collect(t.id) AS ids
WHERE $theme = '' OR $theme IN ids
OPTIONAL MATCH (i)<-[r:ADDRESSES]-(p:PriorityArea)
WHERE r.since_day <= $as_of AND r.until_day >= $as_of
WITH i, themes, collect(CASE r.basis WHEN 'inferred' THEN p.name + ' (inferred)' ELSE p.name END) AS areas
OPTIONAL MATCH (i)<-[r:ADDRESSES]-(a:Action)
WHERE r.since_day <= $as_of AND r.until_day >= $as_of
WITH i, themes, areas, collect(CASE r.basis WHEN 'inferred' THEN a.name + ' (inferred)' ELSE a.name END) AS actions
OPTIONAL MATCH (i)<-[r:ADDRESSES]-(s:Strategy)
WHERE r.since_day <= $as_of AND r.until_day >= $as_of
WITH i, themes, areas, actions,
  collect(CASE r.basis WHEN 'inferred' THEN s.name + ' (inferred)' ELSE s.name END) AS strategies
OPTIONAL MATCH (i)-[r:EVIDENCED_BY]->(e:Strategy)
WHERE r.since_day <= $as_of AND r.until_day >= $as_of
WITH i, themes, areas, actions, strategies,
  collect(CASE r.basis WHEN 'inferred' THEN e.name + ' (inferred)' ELSE e.name END) AS evidence
RETURN i.name AS issue, themes AS theme, areas AS areas, actions AS actions, strategies AS strategies,
  evidence AS evidence, i.sources AS sources, i.id AS id
ORDER BY i.register, i.position, id
