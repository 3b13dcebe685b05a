// title: Partners and the actions that name them
// question: Which partners does the plan count on, and for which actions?
// group: who owns what
// kind: report
// counted: partners
// why: A partner should know what the plan expects of it before it is published.
// note: A partner is named beside an action and does not own it.
// synonyms: involved, working with, stakeholders, voluntary sector
// param partner: thing, default "". Only this partner.
// grouped by: partner
// column capacity: Named as
// column owner: Owner of the action
MATCH (a:Action)-[i:INVOLVES]->(x:Organisation|Body|Post)
WHERE a.register IN $registers AND a.since_day <= $as_of AND a.until_day >= $as_of AND i.since_day <= $as_of
  AND i.until_day >= $as_of AND $partner IN ['', x.id]
OPTIONAL MATCH (y:Post|Body|Organisation)-[o:OWNS]->(a)
WHERE o.since_day <= $as_of AND o.until_day >= $as_of
WITH a, i, x, count(y) AS owned,
  collect(CASE o.basis WHEN 'inferred' THEN y.name + ' (inferred)' ELSE y.name END) AS owners
RETURN x.name AS partner, a.name AS action, i.capacity AS capacity, CASE owned WHEN 0 THEN ['not recorded'] ELSE
  owners END AS owner, i.basis AS basis,
  i.sources AS sources, a.id AS action_id, x.id AS id
ORDER BY x.register, x.kind, x.position, id, a.register, a.position, action_id, i.position, i.id
