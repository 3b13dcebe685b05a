// title: What a body delivers
// question: What is each board, group or organisation responsible for delivering?
// group: who owns what
// kind: report
// counted: bodies and organisations
// why: The board can ask each body for an account of what it delivers.
// synonyms: delivery, delivery group, responsible for
// param body: thing, default "". Only this body or organisation.
// grouped by: body
// column thing: Delivers
// column kind: Which is
// column areas: Its areas
// column actions: Actions in them
MATCH (x:Body|Organisation)-[d:DELIVERS]->(y:Theme|PriorityArea|Strategy)
WHERE y.register IN $registers AND y.since_day <= $as_of AND y.until_day >= $as_of AND d.since_day <= $as_of
  AND d.until_day >= $as_of AND $body IN ['', x.id]
OPTIONAL MATCH (y)<-[u:PART_OF]-(p:PriorityArea)
WHERE u.since_day <= $as_of AND u.until_day >= $as_of
OPTIONAL MATCH (p)<-[v:PART_OF]-(a:Action)
WHERE v.since_day <= $as_of AND v.until_day >= $as_of
WITH x, d, y, collect(p.name) AS areas, count(DISTINCT a.id) AS number
OPTIONAL MATCH (y)<-[v:PART_OF]-(a:Action)
WHERE v.since_day <= $as_of AND v.until_day >= $as_of
WITH x, d, y, areas, number, count(DISTINCT a.id) AS own
RETURN x.name AS body, y.name AS thing, y.kind AS kind, d.capacity AS capacity, areas AS areas, number + own AS actions,
  d.since AS since, d.until AS until, d.basis AS basis, d.sources AS sources, y.id AS thing_id, x.id AS id
ORDER BY x.register, x.kind, x.position, id, y.register, kind, y.position, thing_id, d.position, d.id
