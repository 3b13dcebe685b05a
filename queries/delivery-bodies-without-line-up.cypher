// title: Delivery bodies without a line up
// question: Which bodies deliver something and report to nobody on it?
// group: accountability
// kind: check
// of: MATCH (b:Body) WHERE b.register IN $registers AND b.since_day <= $as_of AND b.until_day >= $as_of AND
//   b.collective = false AND b.outside = false AND NOT b.status IN ['proposed', 'past'] AND EXISTS { MATCH
//   (b)-[r:DELIVERS]->() WHERE r.since_day <= $as_of AND r.until_day >= $as_of } RETURN count(b)
// counted: bodies that deliver something
// why: What a body delivers reaches the board only by a line that carries it.
// note: Where our copy of the page has lost its lines, the state is unknown.
// note: A line is a reporting line or being part of another body or organisation. A reporting line that is limited to a
//   subject carries no other; support and joint work are no lines.
// synonyms: reporting line, dead end, accountable to, delivery group
// column delivers: Delivers, with no line
// column above: Reports on something else to
MATCH (b:Body)-[d:DELIVERS]->(y:Theme|PriorityArea|Strategy)
WHERE b.register IN $registers AND b.since_day <= $as_of AND b.until_day >= $as_of
  AND b.collective = false AND b.outside = false AND NOT b.status IN ['proposed', 'past']
  AND d.since_day <= $as_of AND d.until_day >= $as_of
OPTIONAL MATCH (y)-[u:PART_OF]->(z:Theme)
WHERE u.since_day <= $as_of AND u.until_day >= $as_of
WITH b, d, y, '"' + y.id + '"' AS itself, '"' + coalesce(z.id, y.id) + '"' AS whole
OPTIONAL MATCH (b)-[r:REPORTS_TO|PART_OF]->(x:Body|Organisation|Post)
WHERE r.since_day <= $as_of AND r.until_day >= $as_of
WITH b, d, y, r, x, coalesce(r.`on`, '[]') AS limited, itself, whole
WITH b, d, y, collect(x.name) AS others,
  collect(CASE WHEN limited = '[]' OR limited CONTAINS itself OR limited CONTAINS whole THEN r.basis END) AS carried
WHERE NOT 'stated' IN carried
UNWIND others + [''] AS other
WITH b, collect(y.name) AS names, collect(d.sources) AS found, collect('inferred' IN carried) AS closed,
  collect(other) AS others
RETURN b.name AS body, b.classification AS classification, names AS delivers, others AS above,
  CASE WHEN NOT false IN closed THEN 'inferred' WHEN b.may_miss CONTAINS 'REPORTS_TO' THEN 'unknown' ELSE 'gap' END
    AS state, found AS sources, b.id AS id
ORDER BY state, b.register, b.position, id
