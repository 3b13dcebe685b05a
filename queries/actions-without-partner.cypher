// title: Actions that name no partner
// question: Which actions name nobody that they are to be done with?
// group: gaps
// kind: check
// of: MATCH (a:Action) WHERE a.register IN $registers AND a.since_day <= $as_of AND a.until_day >= $as_of AND NOT
//   coalesce(a.status, '') IN ['done', 'stopped'] RETURN count(a)
// counted: actions not recorded as done or stopped
// why: The responsible authorities are to act in co-operation with each other and with others.
// law: Crime and Disorder Act 1998, s.5
// note: Partners who are not named one by one ("schools") count, and so do two owners. Who only receives reports is
//   no partner.
// note: Partners or deliverers of a strategy that the action carries out or changes are taken to be its partners:
//   inferred.
// note: What an action is about, or sets up, is no partner.
// synonyms: multi-agency, joint, working together, alone, partnership
// param theme: theme, default "". Only actions of this theme.
// column area: Priority area
// column through: Named by what it carries out or changes
MATCH (a:Action)
WHERE a.register IN $registers AND a.since_day <= $as_of AND a.until_day >= $as_of AND NOT a.status IN ['done', 'stopped']
OPTIONAL MATCH (a)-[i:INVOLVES]->(y:Organisation|Body|Post|Person)
WHERE i.since_day <= $as_of AND i.until_day >= $as_of AND NOT coalesce(i.capacity, '') STARTS WITH 'receives'
WITH a, collect(i.basis) AS found
OPTIONAL MATCH (a)-[c:IMPLEMENTS|CHANGES]->(s:Strategy)
WHERE c.since_day <= $as_of AND c.until_day >= $as_of
OPTIONAL MATCH (s)-[i:INVOLVES]->(y:Organisation|Body|Post|Person)
WHERE i.since_day <= $as_of AND i.until_day >= $as_of
WITH a, found, s, count(y) AS involved, collect(y.name) AS partners
OPTIONAL MATCH (s)<-[d:DELIVERS]-(z:Body|Organisation)
WHERE d.since_day <= $as_of AND d.until_day >= $as_of
WITH a, found, involved, partners, count(z) AS delivering, collect(z.name) AS deliverers
UNWIND partners + deliverers + [''] AS wider
WITH a, found, sum(involved + delivering) AS through, collect(wider) AS wider
OPTIONAL MATCH (a)<-[o:OWNS]-(x:Post|Body|Organisation|Person)
WHERE o.capacity <> 'issuer' AND o.since_day <= $as_of AND o.until_day >= $as_of
WITH a, found, through, wider, count(DISTINCT x.id) AS owners, collect(x.name) AS names
WHERE NOT 'stated' IN found AND owners < 2
OPTIONAL MATCH (a)-[u:PART_OF]->(p:PriorityArea)
WHERE u.since_day <= $as_of AND u.until_day >= $as_of
OPTIONAL MATCH (p)-[v:PART_OF]->(t:Theme)
WHERE v.since_day <= $as_of AND v.until_day >= $as_of
WITH a, found, through, wider, names, collect(p.name) AS areas, collect(t.name) AS themes, collect(t.id) AS ids
WHERE $theme = '' OR $theme IN ids
RETURN a.name AS action, areas AS area, themes AS theme, names AS owner, wider AS through,
  CASE WHEN size(found) > 0 OR through > 0 THEN 'inferred' ELSE 'gap' END AS state, a.sources AS sources, a.id AS id
ORDER BY state, a.register, a.position, id
