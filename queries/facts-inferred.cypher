// title: Facts that are inferred
// question: What in this register is inferred rather than stated by a source?
// group: quality of the record
// kind: check
// of: MATCH (a) WHERE a.register IN $registers WITH count(a) AS things OPTIONAL MATCH (a)-[r]->(b) WHERE r.register IN
//   $registers WITH things, count(r) AS edges RETURN things + edges
// counted: things and relationships
// why: An inferred fact is worth no more than its reason.
// note: A relationship that is written bare stands as firmly as its record.
// synonyms: assumptions, judgement, not stated, basis
// column name: Thing
// column relationship: Relationship
// column other: To
// column reason: Because
UNWIND ['relationship', 'thing'] AS fact
MATCH (a)
WHERE a.register IN $loaded
OPTIONAL MATCH (a)-[r]->(b)
WHERE fact = 'relationship' AND r.basis = 'inferred' AND r.register IN $registers
WITH fact, a, r, b
WHERE r.id IS NOT NULL OR (fact = 'thing' AND a.basis = 'inferred' AND a.register IN $registers)
RETURN a.name AS name, a.kind AS kind, CASE WHEN r.id IS NULL THEN NULL ELSE type(r) END AS relationship,
  b.name AS other, coalesce(r.reason, a.reason) AS reason, 'inferred' AS state,
  coalesce(r.sources, a.sources) AS sources, coalesce(r.id, a.id) AS id
ORDER BY a.register, a.kind, a.position, a.id, id
