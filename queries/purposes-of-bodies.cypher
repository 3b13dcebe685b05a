// title: What each body is for
// question: What is each board or group there for, as the plan says, and what does it watch over, lead or deliver?
// group: boards and membership
// kind: report
// of: MATCH (b:Body) WHERE b.register IN $registers AND b.since_day <= $as_of AND b.until_day >= $as_of AND b.collective =
//   false AND b.outside = false AND b.status <> 'past' RETURN count(b)
// counted: bodies of the partnership
// why: A body of which nobody says what it is for cannot tell whether it does it.
// note: Bodies of which neither a remit nor a task is recorded are not listed.
// synonyms: purpose, remit, why does it exist, role, terms of reference, what is it for
// param body: body, default "". Only this body.
// column remit: Remit
// column tasks: Leads, delivers, oversees or bears
MATCH (b:Body)
WHERE b.register IN $registers AND b.since_day <= $as_of AND b.until_day >= $as_of AND b.collective = false
  AND b.outside = false AND b.status <> 'past' AND $body IN ['', b.id]
OPTIONAL MATCH (b)-[r:LEADS|DELIVERS|OVERSEES|BEARS]->(x:Theme|PriorityArea|Strategy|Body|Duty)
WHERE r.since_day <= $as_of AND r.until_day >= $as_of
WITH b, collect(x.name) AS tasks, collect(r.sources) AS found
WHERE b.remit IS NOT NULL OR size(tasks) > 0
RETURN b.name AS body, b.classification AS classification, b.remit AS remit, tasks AS tasks, b.basis AS basis,
  [b.sources] + found AS sources, b.id AS id
ORDER BY b.register, b.position, id
