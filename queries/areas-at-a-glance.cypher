// title: Priority areas at a glance
// question: How many objectives, actions, measures and strategies has each priority area?
// group: gaps
// kind: report
// counted: priority areas
// why: A nought shows where a conversation is needed.
// synonyms: overview, summary, heat map, counts, coverage
// column area: Priority area
MATCH (p:PriorityArea)
WHERE p.register IN $registers AND p.since_day <= $as_of AND p.until_day >= $as_of
OPTIONAL MATCH (p)-[u:PART_OF]->(t:Theme)
WHERE u.since_day <= $as_of AND u.until_day >= $as_of
WITH p, collect(t.name) AS themes
OPTIONAL MATCH (p)<-[r:PART_OF]-(b:Objective)
WHERE r.since_day <= $as_of AND r.until_day >= $as_of
WITH p, themes, count(DISTINCT b.id) AS objectives
OPTIONAL MATCH (p)<-[r:PART_OF]-(a:Action)
WHERE r.since_day <= $as_of AND r.until_day >= $as_of
WITH p, themes, objectives, count(DISTINCT a.id) AS actions
OPTIONAL MATCH (p)<-[r:PART_OF]-(a:Action)
WHERE r.since_day <= $as_of AND r.until_day >= $as_of
OPTIONAL MATCH (a)<-[o:OWNS]-(:Post|Body|Organisation)
WHERE o.since_day <= $as_of AND o.until_day >= $as_of
WITH p, themes, objectives, actions, count(DISTINCT CASE WHEN o.id IS NOT NULL THEN a.id END) AS owned
OPTIONAL MATCH (p)<-[r:MEASURES]-(m:Measure)
WHERE r.since_day <= $as_of AND r.until_day >= $as_of
WITH p, themes, objectives, actions, owned, count(DISTINCT m.id) AS measures
OPTIONAL MATCH (p)<-[r:GUIDES]-(s:Strategy)
WHERE r.since_day <= $as_of AND r.until_day >= $as_of
WITH p, themes, objectives, actions, owned, measures, count(DISTINCT s.id) AS strategies
RETURN p.name AS area, themes AS theme, objectives AS objectives, actions AS actions, owned AS actions_owned,
  measures AS measures, strategies AS strategies, p.sources AS sources, p.id AS id
ORDER BY p.register, p.position, id
