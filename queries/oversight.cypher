// title: Who oversees what
// question: Which posts, bodies and organisations oversee which themes, areas, strategies, bodies and duties?
// group: accountability
// kind: report
// counted: posts, bodies and organisations
// why: Oversight is neither leading nor delivering, and no reporting line.
// synonyms: assurance, supervise, monitors, board role
// grouped by: name
// column name: Who
// column thing: Oversees
// column kind: Which is
MATCH (x:Body|Post|Organisation)-[r:OVERSEES]->(y:Theme|PriorityArea|Strategy|Body|Duty)
WHERE r.register IN $registers AND r.since_day <= $as_of AND r.until_day >= $as_of
RETURN x.name AS name, y.name AS thing, y.kind AS kind, r.basis AS basis, r.sources AS sources, y.id AS thing_id,
  x.id AS id
ORDER BY x.register, x.kind, x.position, id, kind, y.register, y.position, thing_id, r.position, r.id
