// title: Each board's part in safeguarding
// question: On which safeguarding themes does each board lead, support or have no role?
// group: safeguarding matrix
// kind: report
// counted: boards
// why: The lead and supporting matrix, read board by board.
// note: Not recorded is not the same as none.
// synonyms: appendix, lead and supporting, matrix, memorandum of understanding
// param board: body, default "". Only this board.
// grouped by: board
// column theme: Safeguarding theme
// column role: Part
MATCH (b:Body|Organisation)-[j:COLUMN_OF]->(m:Matrix)
WHERE j.register IN $registers AND j.since_day <= $as_of AND j.until_day >= $as_of AND $board IN ['', b.id]
WITH b, j, m
MATCH (m)<-[i:ROW_OF]-(s:SafeguardingTheme)
WHERE i.since_day <= $as_of AND i.until_day >= $as_of
OPTIONAL MATCH (b)-[r:LEADS_ON|SUPPORTS_ON|NO_ROLE_ON|UNSETTLED_ON]->(s)
WHERE r.since_day <= $as_of AND r.until_day >= $as_of AND coalesce(r.matrix, m.id) = m.id
RETURN b.name AS board, s.name AS theme, CASE WHEN r.id IS NULL THEN m.blank
    WHEN type(r) = 'UNSETTLED_ON' THEN 'to be determined'
    WHEN type(r) = 'LEADS_ON' THEN 'lead' WHEN type(r) = 'SUPPORTS_ON' THEN 'supporting' ELSE 'none' END
    + CASE WHEN r.capacity = 'joint' THEN ', jointly' ELSE '' END AS role,
  m.name AS matrix, coalesce(r.basis, i.basis) AS basis, coalesce(r.sources, i.sources) AS sources, s.id AS theme_id,
  b.id AS id
ORDER BY m.register, m.position, m.id, j.position, id, i.position, theme_id, r.position, r.id
