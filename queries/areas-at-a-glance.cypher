// title: Priority areas at a glance
// question: How many objectives, actions, measures and strategies has each priority area?
// group: gaps
// kind: report
// counted: priority areas
// why: A nought shows where a conversation is needed.
// note: A strategy counts if it guides the area, or if an action of the area carries it out, unless the source calls it
//   ended.
// note: One that guides the whole theme does not count, since the source does not say whether that takes in the area.
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
OPTIONAL MATCH (p)<-[r:PART_OF]-(a:Action)
WHERE r.since_day <= $as_of AND r.until_day >= $as_of
OPTIONAL MATCH (a)-[g:IMPLEMENTS]->(s:Strategy)
WHERE s.status <> 'ended' AND g.since_day <= $as_of AND g.until_day >= $as_of
WITH p, themes, objectives, actions, owned, measures, collect(DISTINCT s.id) AS through
OPTIONAL MATCH (p)<-[g:GUIDES]-(s:Strategy)
WHERE s.status <> 'ended' AND g.since_day <= $as_of AND g.until_day >= $as_of
WITH p, themes, objectives, actions, owned, measures, through,
  count(DISTINCT CASE WHEN s.id IN through THEN null ELSE s.id END) AS direct
WITH p, themes, objectives, actions, owned, measures, size(through) + direct AS strategies
RETURN p.name AS area, themes AS theme, objectives AS objectives, actions AS actions, owned AS actions_owned,
  measures AS measures, strategies AS strategies, p.sources AS sources, p.id AS id
ORDER BY p.register, p.position, id
