// title: Actions with no owner recorded
// question: For which actions is no post, body or organisation recorded that owns them?
// group: gaps
// kind: check
// of: MATCH (a:Action) WHERE a.register IN $registers AND a.since_day <= $as_of AND a.until_day >= $as_of RETURN
//   count(a)
// counted: actions
// why: Nobody accounts for an action without an owner.
// note: A partner named beside an action does not own it. A body that is only proposed, or past, does not count.
// synonyms: responsible, accountable, unowned, orphan, nobody
// param theme: theme, default "". Only actions of this theme.
// column area: Priority area
// column named: Named, but only proposed or past
MATCH (a:Action)
WHERE a.register IN $registers AND a.since_day <= $as_of AND a.until_day >= $as_of
OPTIONAL MATCH (x:Post|Body|Organisation|Person)-[o:OWNS]->(a)
WHERE o.capacity <> 'issuer' AND o.since_day <= $as_of AND o.until_day >= $as_of
WITH a, x, o, NOT coalesce(x.status, '') IN ['proposed', 'past'] AS live
WITH a, collect(CASE live WHEN true THEN o.basis END) AS owned,
  collect(CASE live WHEN false THEN x.name END) AS others
WHERE NOT 'stated' IN owned
OPTIONAL MATCH (a)-[u:PART_OF]->(p:PriorityArea)
WHERE u.since_day <= $as_of AND u.until_day >= $as_of
OPTIONAL MATCH (p)-[v:PART_OF]->(t:Theme)
WHERE v.since_day <= $as_of AND v.until_day >= $as_of
WITH a, owned, others, collect(p.name) AS areas, collect(t.name) AS themes, collect(t.id) AS ids
WHERE $theme = '' OR $theme IN ids
RETURN a.name AS action, areas AS area, themes AS theme, others AS named,
  CASE WHEN 'inferred' IN owned THEN 'inferred' WHEN a.may_miss CONTAINS 'OWNS' THEN 'unknown' ELSE 'gap' END AS state,
  a.sources AS sources, a.id AS id
ORDER BY state, a.register, a.position, id
