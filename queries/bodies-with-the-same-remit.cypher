// title: Bodies with the same remit
// question: Which bodies are there for the same thing?
// group: boards and membership
// kind: report
// counted: remits and tasks that several bodies share
// why: Two bodies for one thing are a meeting too many, or a gap that each leaves to the other.
// note: Bodies share a remit in the same words, or something that each of them delivers, oversees, leads or bears.
// synonyms: overlap, duplication, merge, rationalise, too many meetings
// column shared: What they share
// column relationship: Each of them
MATCH (b:Body)
WHERE b.register IN $registers AND b.since_day <= $as_of AND b.until_day >= $as_of AND b.status <> 'past'
OPTIONAL MATCH (b)-[r:DELIVERS|OVERSEES|SCRUTINISES|LEADS|BEARS]->(x:Theme|PriorityArea|Strategy|Body|Duty)
WHERE r.since_day <= $as_of AND r.until_day >= $as_of
WITH b, r, x, CASE WHEN x.id IS NULL THEN [b.remit] ELSE [b.remit, type(r) + '|' + x.id] END AS keys
UNWIND keys AS shared
WITH b, r, x, shared, coalesce(shared = b.remit, false) AS by_remit
WHERE shared IS NOT NULL
WITH b.register AS home, by_remit, toLower(shared) AS shared_key,
  min(CASE WHEN by_remit THEN b.remit ELSE x.name END) AS what,
  min(CASE WHEN by_remit THEN 'has the remit' ELSE type(r) END) AS how, collect(b.name) AS names,
  collect(CASE WHEN by_remit THEN b.sources ELSE r.sources END) AS found, count(DISTINCT b.id) AS number,
  min(b.position) AS place, min(b.id) AS first_id
WHERE number > 1
RETURN what AS shared, how AS relationship, names AS bodies, found AS sources, first_id AS id
ORDER BY home, place, id, how, shared_key
