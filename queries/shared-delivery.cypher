// title: Delivery shared with no single body answerable
// question: What is delivered by several bodies together, with none that answers for it alone?
// group: accountability
// kind: check
// of: MATCH (x:Theme|PriorityArea|Strategy) WHERE x.register IN $registers AND x.since_day <= $as_of AND x.until_day
//   >= $as_of AND EXISTS { MATCH (x)<-[r:DELIVERS]-(y) WHERE r.since_day <= $as_of AND r.until_day >= $as_of }
//   RETURN count(x)
// counted: themes, areas and strategies with a delivery body
// why: Where all are responsible, nobody is.
// note: One body marked as sole, or one body alone with others that only help, is answerable.
// synonyms: joint, collective responsibility, several bodies
// column thing: What is delivered
// column kind: Which is
// column bodies: Delivered by
MATCH (x:Body|Organisation)-[d:DELIVERS]->(y:Theme|PriorityArea|Strategy)
WHERE y.register IN $registers AND y.since_day <= $as_of AND y.until_day >= $as_of
  AND coalesce(d.capacity, '') <> 'with' AND d.since_day <= $as_of AND d.until_day >= $as_of
WITH y, collect(coalesce(d.capacity, '')) AS capacities, collect(x.name) AS names, count(DISTINCT x.id) AS number,
  collect(d.sources) AS found
WHERE NOT 'sole' IN capacities AND (number > 1 OR 'shared' IN capacities OR 'joint' IN capacities)
RETURN y.name AS thing, y.kind AS kind, names AS bodies, 'gap' AS state, found AS sources, y.id AS id
ORDER BY y.register, kind, y.position, id
