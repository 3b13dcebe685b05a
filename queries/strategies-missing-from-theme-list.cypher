// title: Strategies that actions carry out and their theme does not list
// question: Which strategies and plans does an action carry out, and its theme's list of strategies leave out?
// group: strategies and their dates
// kind: check
// of: MATCH (a:Action)-[i:IMPLEMENTS]->(s:Strategy) WHERE a.register IN $registers AND a.since_day <= $as_of AND
//   a.until_day >= $as_of AND i.since_day <= $as_of AND i.until_day >= $as_of AND s.classification IN ['strategy',
//   'plan', 'action plan', 'framework'] AND s.collective = false AND s.status <> 'ended' AND coalesce(s.level,
//   'local') = 'local' MATCH (a)-[u:PART_OF]->(p:PriorityArea) WHERE u.since_day <= $as_of AND u.until_day >= $as_of
//   MATCH (p)-[v:PART_OF]->(t:Theme) WHERE v.since_day <= $as_of AND v.until_day >= $as_of AND EXISTS { MATCH
//   (t)<-[g:GUIDES]-(x:Strategy) WHERE g.since_day <= $as_of AND g.until_day >= $as_of } RETURN count(DISTINCT s.id)
// counted: strategies and plans that an action carries out under a theme with a list of them
// why: Who reads the list takes it for what the theme rests on.
// note: A strategy is in a theme's list if it guides the theme or the action's area. A theme without any is not
//   asked.
// note: What is the region's or the nation's is not asked; where the source does not say whose it is, the state is
//   unknown.
// synonyms: range of strategies, policy, not listed, theme strategies
// column actions: Carried out by
// column theme: Not in the list of
MATCH (a:Action)-[i:IMPLEMENTS]->(s:Strategy)
WHERE a.register IN $registers AND a.since_day <= $as_of AND a.until_day >= $as_of AND i.since_day <= $as_of
  AND i.until_day >= $as_of AND s.classification IN ['strategy', 'plan', 'action plan', 'framework']
  AND s.collective = false AND s.status <> 'ended' AND coalesce(s.level, 'local') = 'local'
MATCH (a)-[u:PART_OF]->(p:PriorityArea)
WHERE u.since_day <= $as_of AND u.until_day >= $as_of
MATCH (p)-[v:PART_OF]->(t:Theme)
WHERE v.since_day <= $as_of AND v.until_day >= $as_of
  AND EXISTS {
    MATCH (t)<-[g:GUIDES]-(x:Strategy)
    WHERE g.since_day <= $as_of AND g.until_day >= $as_of
  }
OPTIONAL MATCH (s)-[g:GUIDES]->(t)
WHERE g.since_day <= $as_of AND g.until_day >= $as_of
OPTIONAL MATCH (s)-[h:GUIDES]->(p)
WHERE h.since_day <= $as_of AND h.until_day >= $as_of
WITH s, t, collect(a.name) AS names, collect(i.sources) AS found, collect(g.basis) AS whole, collect(h.basis) AS part
WITH s, t, names, found, whole + part AS listed
WHERE NOT 'stated' IN listed
UNWIND names AS name
UNWIND found AS source
WITH s, collect(t.name) AS themes, collect(name) AS actions, collect(source) AS sources,
  max(CASE WHEN 'inferred' IN listed THEN 0 ELSE 1 END) AS missing
RETURN s.name AS strategy, s.classification AS classification, actions AS actions, themes AS theme,
  CASE WHEN missing = 0 THEN 'inferred' WHEN s.level IS NULL THEN 'unknown' ELSE 'gap' END AS state,
  sources AS sources, s.id AS id
ORDER BY state, s.register, s.position, id
