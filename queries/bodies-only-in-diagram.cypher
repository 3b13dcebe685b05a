// title: Bodies of the structure diagram that are given nothing to do
// question: Which bodies does the structure diagram show and nothing say what they do?
// group: boards and membership
// kind: check
// of: MATCH (b:Body) WHERE b.register IN $registers AND b.since_day <= $as_of AND b.until_day >= $as_of AND
//   b.collective = false AND b.outside = false AND b.status <> 'past' AND b.sources CONTAINS '"part": "diagram"'
//   RETURN count(b)
// counted: bodies of the partnership in a structure diagram
// why: A box says where a body stands, and not what it is for.
// note: A remit counts, and so does delivering, owning, overseeing, bearing, leading, directing, scrutinising or
//   supporting something.
// synonyms: chart, organogram, box, governance diagram, remit
MATCH (b:Body)
WHERE b.register IN $registers AND b.since_day <= $as_of AND b.until_day >= $as_of AND b.collective = false
  AND b.outside = false AND b.status <> 'past' AND b.sources CONTAINS '"part": "diagram"' AND b.remit IS NULL
OPTIONAL MATCH (b)-[r:DELIVERS|OWNS|OVERSEES|BEARS|LEADS|DIRECTS|SCRUTINISES|SUPPORTS]->(y)
WHERE r.since_day <= $as_of AND r.until_day >= $as_of
WITH b, collect(r.basis) AS found
WHERE NOT 'stated' IN found
RETURN b.name AS body, b.classification AS classification,
  CASE WHEN 'inferred' IN found THEN 'inferred' ELSE 'gap' END AS state, b.sources AS sources, b.id AS id
ORDER BY state, b.register, b.position, id
