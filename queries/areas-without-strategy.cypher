// title: Priority areas without a strategy
// question: Which priority areas have no strategy behind them?
// group: strategies and their dates
// kind: check
// of: MATCH (p:PriorityArea|Theme) WHERE p.register IN $registers AND p.since_day <= $as_of AND p.until_day >= $as_of
//   AND NOT EXISTS { MATCH (p)<-[w:PART_OF]-(:PriorityArea) WHERE w.since_day <= $as_of AND w.until_day >= $as_of }
//   RETURN count(p)
// counted: priority areas
// why: An area that no strategy guides rests on single actions.
// note: A strategy stands behind an area if it guides the area, or if an action of the area carries it out.
// note: A strategy whose term is over still stands behind what it guides, unless the source calls it ended: that it ran
//   out is a gap of its own.
// note: Where a strategy guides the whole theme, the source does not say whether that takes in this area: unknown,
//   unless the area bears the theme's own name, as in a plan of one level.
// note: A theme that has no area beneath it counts as one.
// synonyms: policy, framework, guided
// column area: Priority area
// column theme_strategies: Strategies of its theme
MATCH (p:PriorityArea|Theme)
WHERE p.register IN $registers AND p.since_day <= $as_of AND p.until_day >= $as_of
  AND NOT EXISTS {
    MATCH (p)<-[w:PART_OF]-(:PriorityArea)
    WHERE w.since_day <= $as_of AND w.until_day >= $as_of
  }
OPTIONAL MATCH (p)<-[g:GUIDES]-(s:Strategy)
WHERE s.status <> 'ended' AND g.since_day <= $as_of AND g.until_day >= $as_of
WITH p, collect(g.basis) AS direct
OPTIONAL MATCH (p)<-[r:PART_OF]-(a:Action)
WHERE r.since_day <= $as_of AND r.until_day >= $as_of
OPTIONAL MATCH (a)-[g:IMPLEMENTS]->(s:Strategy)
WHERE s.status <> 'ended' AND g.since_day <= $as_of AND g.until_day >= $as_of
WITH p, direct, collect(CASE g.basis WHEN 'stated' THEN r.basis ELSE g.basis END) AS through
WITH p, direct + through AS found
WHERE NOT 'stated' IN found
OPTIONAL MATCH (p)-[u:PART_OF]->(t:Theme)
WHERE u.since_day <= $as_of AND u.until_day >= $as_of
OPTIONAL MATCH (t)<-[g:GUIDES]-(s:Strategy)
WHERE s.status <> 'ended' AND g.since_day <= $as_of AND g.until_day >= $as_of
WITH p, found, collect(t.name) AS themes,
  collect(CASE WHEN s.until_day < $as_of THEN s.name + ' (until ' + s.until + ')' ELSE s.name END) AS wider,
  count(s) AS number, collect(CASE t.name WHEN p.name THEN g.basis END) AS own
WHERE NOT 'stated' IN own
RETURN p.name AS area, themes AS theme, wider AS theme_strategies,
  CASE WHEN 'inferred' IN found THEN 'inferred' WHEN number > 0 THEN 'unknown' ELSE 'gap' END AS state,
  p.sources AS sources, p.id AS id
ORDER BY state, p.register, p.position, id
