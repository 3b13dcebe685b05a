// title: Boards that are peers, and boards that are not
// question: Which boards stand beside one another, and which answer to, belong to or are watched over by another?
// group: boards and membership
// kind: report
// counted: boards
// why: Between peers nobody answers to anybody; where one is above another, it should be plain in what.
// note: Peers only where a source says that they work together, or sets them side by side as columns of one matrix.
// note: No line between two boards says nothing of how they stand.
// synonyms: peers, equal, parity, hierarchy, above, below, subordinate, relationship between boards, dispute
// param body: body, default "". Only lines of this board.
// column standing: How they stand
// column relationship: As the source has it
// column other: To
MATCH (b:Body)-[r:REPORTS_TO|PART_OF|SUPPORTS|WORKS_WITH|OVERSEES|SCRUTINISES|COLUMN_OF]->(x:Body|Matrix)
WHERE r.register IN $registers AND r.since_day <= $as_of AND r.until_day >= $as_of
OPTIONAL MATCH (x)<-[s:COLUMN_OF]-(y:Body)
WHERE s.since_day <= $as_of AND s.until_day >= $as_of
WITH b, r, x, y, s
WHERE x.kind <> 'matrix' OR (y.id IS NOT NULL AND b.id < y.id)
WITH b, r, CASE x.kind WHEN 'matrix' THEN 'column of ' + x.name ELSE type(r) END AS how,
  CASE x.kind WHEN 'matrix' THEN y.name ELSE x.name END AS other,
  CASE x.kind WHEN 'matrix' THEN y.id ELSE x.id END AS other_id,
  CASE x.kind WHEN 'matrix' THEN s.sources END AS also
WHERE $body IN ['', b.id, other_id]
RETURN CASE type(r) WHEN 'COLUMN_OF' THEN 'peers' WHEN 'WORKS_WITH' THEN 'peers' WHEN 'SUPPORTS' THEN 'the first helps'
    WHEN 'OVERSEES' THEN 'the first watches over the other' WHEN 'SCRUTINISES' THEN 'the first watches over the other'
    WHEN 'PART_OF' THEN 'the first belongs to the other' ELSE 'the first answers to the other' END AS standing,
  b.name AS body, how AS relationship, other AS other, r.basis AS basis, [r.sources, also] AS sources,
  other_id AS other_id, b.id AS id
ORDER BY standing, b.register, b.position, id, type(r), other_id, r.position, r.id
