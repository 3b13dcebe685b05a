// title: Safeguarding themes without a lead board, or with two
// question: On which safeguarding themes does no board lead, or more than one?
// group: safeguarding matrix
// kind: check
// of: MATCH (x)-[r:ROW_OF]->(y) WHERE r.register IN $registers AND r.since_day <= $as_of AND r.until_day >= $as_of
//   RETURN count(r)
// counted: rows of the matrices
// why: Each theme needs one board that leads on it, so that the others can support.
// note: Boards that lead jointly count as one lead. Where no lead is recorded and some cells are not recorded, the source cannot tell: unknown.
// synonyms: lead board, appendix, lead and supporting
// column theme: Safeguarding theme
// column boards: Lead boards
// column unrecorded: Cells not recorded
MATCH (s:SafeguardingTheme)-[i:ROW_OF]->(m:Matrix)
WHERE i.register IN $registers AND i.since_day <= $as_of AND i.until_day >= $as_of
OPTIONAL MATCH (m)<-[j:COLUMN_OF]-(b:Body|Organisation)
WHERE j.since_day <= $as_of AND j.until_day >= $as_of
OPTIONAL MATCH (b)-[r:LEADS_ON|SUPPORTS_ON|NO_ROLE_ON|UNSETTLED_ON]->(s)
WHERE r.since_day <= $as_of AND r.until_day >= $as_of AND coalesce(r.matrix, m.id) = m.id
WITH s, i, m, b, r, type(r) = 'LEADS_ON' AND b.until_day >= $as_of
  AND NOT coalesce(b.status, '') IN ['proposed', 'past'] AS leading
WITH s, i, m, count(DISTINCT b.id) AS columns, count(DISTINCT CASE WHEN r.id IS NOT NULL THEN b.id END) AS filled,
  collect(CASE WHEN leading THEN b.name END) AS names,
  count(CASE WHEN leading THEN 1 END) AS leads,
  count(CASE WHEN leading AND r.capacity = 'joint' THEN 1 END) AS joint,
  count(CASE WHEN leading AND r.basis = 'stated' THEN 1 END) AS stated
WITH s, i, m, columns, filled, names, stated, leads, leads = 1 OR (leads > 1 AND joint = leads) AS as_one
WHERE NOT as_one OR stated < leads
RETURN s.name AS theme, m.name AS matrix, names AS boards, CASE WHEN m.blank = 'none' THEN 0 ELSE columns - filled
  END AS unrecorded,
  CASE WHEN as_one THEN 'inferred' WHEN leads = 0 AND filled < columns AND m.blank <> 'none' THEN 'unknown'
    ELSE 'gap' END AS state,
  i.sources AS sources, s.id AS id
ORDER BY state, m.register, m.position, m.id, i.position, id
