// title: Borough outcomes and what contributes to them
// question: Which themes and strategies contribute to each outcome of the borough's own plan?
// group: regional and borough priorities
// kind: report
// counted: outcomes
// why: Shows councillors how the partnership serves the borough's plan.
// note: A statement beneath an outcome is an outcome of its own here.
// synonyms: borough plan, council plan, corporate plan, vision, alignment
// column under: Beneath
// column themes: Themes
MATCH (o:Outcome)
WHERE o.register IN $registers AND o.since_day <= $as_of AND o.until_day >= $as_of
OPTIONAL MATCH (o)-[u:PART_OF]->(w:Outcome|Strategy)
WHERE u.since_day <= $as_of AND u.until_day >= $as_of
WITH o, collect(w.name) AS wholes
OPTIONAL MATCH (o)<-[c:CONTRIBUTES_TO]-(t:Theme)
WHERE c.since_day <= $as_of AND c.until_day >= $as_of
WITH o, wholes, collect(CASE c.basis WHEN 'inferred' THEN t.name + ' (inferred)' ELSE t.name END) AS themes,
  collect(c.sources) AS found_theme
OPTIONAL MATCH (o)<-[c:CONTRIBUTES_TO]-(s:Strategy)
WHERE c.since_day <= $as_of AND c.until_day >= $as_of
WITH o, wholes, themes, found_theme,
  collect(CASE c.basis WHEN 'inferred' THEN s.name + ' (inferred)' ELSE s.name END) AS strategies,
  collect(c.sources) AS found_strategy
RETURN o.name AS outcome, wholes AS under, themes AS themes, strategies AS strategies,
  [o.sources] + found_theme + found_strategy AS sources, o.id AS id
ORDER BY o.register, o.position, id
