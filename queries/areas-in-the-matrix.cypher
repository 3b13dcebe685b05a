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
WITH p, themes, r, s,
  CASE WHEN r.in_part IS NULL THEN s.name ELSE s.name + ' (in part: ' + r.in_part + ')' END AS row
WITH p, themes, CASE count(s) WHEN 0 THEN ['not recorded'] ELSE collect(row) END AS rows,
  CASE WHEN count(r.id) = 0 THEN NULL WHEN count(CASE r.basis WHEN 'inferred' THEN 1 END) = 0 THEN 'stated'
    ELSE 'inferred' END AS basis, collect(r.sources) AS found
RETURN p.name AS area, themes AS theme, rows AS matrix_rows, basis AS basis, [p.sources] + found AS sources, p.id AS id
ORDER BY p.register, p.position, id
