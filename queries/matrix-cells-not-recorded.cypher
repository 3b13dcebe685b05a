// title: Matrix cells not recorded
// question: Which cells of the lead and supporting matrix did the source not let us read?
// group: safeguarding matrix
// kind: check
// of: MATCH (m:Matrix)<-[i:ROW_OF]-(s:SafeguardingTheme) WHERE m.register IN $registers AND m.since_day <= $as_of AND
//   m.until_day >= $as_of AND i.since_day <= $as_of AND i.until_day >= $as_of WITH m, s MATCH
//   (m)<-[j:COLUMN_OF]-(b:Body|Organisation) WHERE j.since_day <= $as_of AND j.until_day >= $as_of RETURN count(b)
// counted: cells of the matrices
// why: Not recorded is not the same as no role: each such cell is a question to the board.
// note: The source cannot tell, so each row is unknown. Where it says that blank means none, or that a role is to be
//   determined, the cell is recorded.
// synonyms: appendix, lead and supporting, empty cells, blank
// column theme: Safeguarding theme
MATCH (s:SafeguardingTheme)-[i:ROW_OF]->(m:Matrix)
WHERE i.register IN $registers AND i.since_day <= $as_of AND i.until_day >= $as_of AND m.since_day <= $as_of
  AND m.until_day >= $as_of AND m.blank <> 'none'
WITH s, i, m
MATCH (m)<-[j:COLUMN_OF]-(b:Body|Organisation)
WHERE j.since_day <= $as_of AND j.until_day >= $as_of
  AND NOT EXISTS {
    MATCH (b)-[r:LEADS_ON|SUPPORTS_ON|NO_ROLE_ON|UNSETTLED_ON]->(s)
    WHERE r.since_day <= $as_of AND r.until_day >= $as_of AND coalesce(r.matrix, m.id) = m.id
  }
RETURN s.name AS theme, b.name AS board, m.name AS matrix, 'unknown' AS state, i.sources AS sources, b.id AS board_id,
  s.id AS id
ORDER BY m.register, m.position, m.id, i.position, id, j.position, board_id
