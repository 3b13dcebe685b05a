// title: Priority areas and the rows of the safeguarding matrix
// question: Which rows of the lead and supporting matrix does each priority area take up?
// group: safeguarding matrix
// kind: report
// counted: priority areas
// why: Shows which areas share their subject with the safeguarding boards.
// note: An area about crime rather than safeguarding may well have no row: that is no gap.
// synonyms: appendix, safeguarding boards, lead and supporting, vulnerable
// column area: Priority area
// column matrix_rows: Rows of the matrix
MATCH (p:PriorityArea)
WHERE p.register IN $registers AND p.since_day <= $as_of AND p.until_day >= $as_of
OPTIONAL MATCH (p)-[u:PART_OF]->(t:Theme)
WHERE u.since_day <= $as_of AND u.until_day >= $as_of
WITH p, collect(t.name) AS themes
OPTIONAL MATCH (p)-[r:ADDRESSES]->(s:SafeguardingTheme)
WHERE r.since_day <= $as_of AND r.until_day >= $as_of
WITH p, themes, r, s.name + CASE WHEN r.in_part IS NULL THEN '' ELSE ' (in part: ' + r.in_part + ')' END
  + CASE r.basis WHEN 'inferred' THEN ' (inferred)' ELSE '' END AS row
WITH p, themes, count(r.id) AS number, collect(CASE WHEN r.id IS NOT NULL THEN row END) AS rows,
  collect(r.sources) AS found
RETURN p.name AS area, themes AS theme, CASE number WHEN 0 THEN ['not recorded'] ELSE rows END AS matrix_rows,
  [p.sources] + found AS sources, p.id AS id
ORDER BY p.register, p.position, id
