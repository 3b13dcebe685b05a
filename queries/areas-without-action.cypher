// title: Priority areas without an action
// question: In which priority areas is nothing to be done?
// group: gaps
// kind: check
// of: MATCH (p:PriorityArea|Theme) WHERE p.register IN $registers AND p.since_day <= $as_of AND p.until_day >= $as_of
//   AND NOT EXISTS { MATCH (p)<-[w:PART_OF]-(:PriorityArea) WHERE w.since_day <= $as_of AND w.until_day >= $as_of }
//   RETURN count(p)
// counted: priority areas
// why: A priority without an action is only a heading.
// note: An action counts for the year of its action table, and one without a year always; one that was stopped does
//   not. Where an area has actions of another year only, what is to be done in this one is unknown.
// note: A theme that has no area beneath it counts as one. Where actions stand under no area, and were agreed at no
//   meeting, which of them are its own is unknown.
// synonyms: priorities, nothing planned, no actions
// column area: Priority area
// column of_other_years: Actions of other years
MATCH (p:PriorityArea|Theme)
WHERE p.register IN $registers AND p.since_day <= $as_of AND p.until_day >= $as_of
  AND NOT EXISTS {
    MATCH (p)<-[w:PART_OF]-(:PriorityArea)
    WHERE w.since_day <= $as_of AND w.until_day >= $as_of
  }
OPTIONAL MATCH (p)<-[r:PART_OF]-(a:Action)
WHERE a.status <> 'stopped' AND r.since_day <= $as_of AND r.until_day >= $as_of AND a.since_day <= $as_of
  AND a.until_day >= $as_of
WITH p, collect(CASE WHEN a.year_since_day <= $as_of AND a.year_until_day >= $as_of THEN r.basis END) AS found,
  count(r.basis) AS actions
WHERE NOT 'stated' IN found
OPTIONAL MATCH (p)-[u:PART_OF]->(t:Theme)
WHERE u.since_day <= $as_of AND u.until_day >= $as_of
WITH p, found, actions, collect(t.name) AS themes
OPTIONAL MATCH (p)<-[v:PART_OF]-(b:Objective)
WHERE v.since_day <= $as_of AND v.until_day >= $as_of
WITH p, found, actions, themes, count(b) AS number, p.kind = 'theme' AND EXISTS {
    MATCH (x:Action)
    WHERE x.register = p.register AND x.since_day <= $as_of AND x.until_day >= $as_of
      AND NOT EXISTS { MATCH (x)-[:PART_OF|AGREED_AT]->() }
  } AS unplaced
RETURN p.name AS area, themes AS theme, number AS objectives,
  actions AS of_other_years, CASE WHEN 'inferred' IN found THEN 'inferred' WHEN actions > 0 OR unplaced THEN 'unknown'
    ELSE 'gap' END AS state, p.sources AS sources, p.id AS id
ORDER BY state, p.register, p.position, id
