// title: Members with no part in the plan recorded beside their seat
// question: Of which members of the partnership or its board is no part in the plan recorded?
// group: boards and membership
// kind: check
// of: MATCH (o:Organisation|Post|Body|Person)-[m:MEMBER_OF]->(b:Body) WHERE m.register IN $registers AND m.since_day <=
//   $as_of AND m.until_day >= $as_of AND EXISTS { MATCH (t:Theme|PriorityArea) WHERE t.register = m.register AND
//   t.since_day <= $as_of AND t.until_day >= $as_of } MATCH (n:Register {id: m.register}) OPTIONAL MATCH (b)-[u:PART_OF]->(w:Body {id:
//   n.partnership}) WHERE u.since_day <= $as_of AND u.until_day >= $as_of WITH o, b.id = n.partnership OR w.id IS NOT
//   NULL AS sits WHERE sits RETURN count(DISTINCT o.id)
// counted: members of the partnership, or of a body that is part of it, under a plan with themes or priority areas
// why: Who sits on a board and has no part in its plan can only listen.
// note: A part is to lead, own, deliver, oversee, bear, direct or chair something, or to be named as a partner by an
//   action, an objective, a duty or a strategy. That of a post in the member, or of a part of it, counts.
// note: To be named in a measure is no part.
// note: Asked only where a plan with themes or priority areas is recorded, and not of what is known from minutes alone.
// synonyms: membership, seats, partners, passive, no role
// column sits_on: Sits on
// column kind: Which is
MATCH (o:Organisation|Post|Body|Person)-[m:MEMBER_OF]->(b:Body)
WHERE m.register IN $registers AND m.since_day <= $as_of AND m.until_day >= $as_of
  AND EXISTS {
    MATCH (t:Theme|PriorityArea)
    WHERE t.register = m.register AND t.since_day <= $as_of AND t.until_day >= $as_of
  }
MATCH (n:Register {id: m.register})
OPTIONAL MATCH (b)-[u:PART_OF]->(w:Body {id: n.partnership})
WHERE u.since_day <= $as_of AND u.until_day >= $as_of
WITH o, b.id = n.partnership OR w.id IS NOT NULL AS sits
WHERE sits
WITH DISTINCT o
OPTIONAL MATCH (o)-[r:LEADS|OWNS|DELIVERS|OVERSEES|BEARS|DIRECTS|CHAIRS]->()
WHERE r.since_day <= $as_of AND r.until_day >= $as_of
WITH o, collect(r.basis) AS does
OPTIONAL MATCH (o)<-[r:INVOLVES]-(y:Action|Objective|Duty|Strategy)
WHERE r.since_day <= $as_of AND r.until_day >= $as_of
WITH o, does, collect(r.basis) AS involved
OPTIONAL MATCH (o)<-[v:POST_IN|PART_OF]-(x:Post|Organisation|Body)
WHERE v.since_day <= $as_of AND v.until_day >= $as_of
OPTIONAL MATCH (x)-[r:LEADS|OWNS|DELIVERS|OVERSEES|BEARS|DIRECTS|CHAIRS]->()
WHERE r.since_day <= $as_of AND r.until_day >= $as_of
OPTIONAL MATCH (x)<-[s:INVOLVES]-(y:Action|Objective|Duty|Strategy)
WHERE s.since_day <= $as_of AND s.until_day >= $as_of
WITH o, does, involved, x, max(r.basis) AS near, max(s.basis) AS beside
OPTIONAL MATCH (x)<-[v:POST_IN|PART_OF]-(z:Post|Organisation|Body)
WHERE v.since_day <= $as_of AND v.until_day >= $as_of
OPTIONAL MATCH (z)-[r:LEADS|OWNS|DELIVERS|OVERSEES|BEARS|DIRECTS|CHAIRS]->()
WHERE r.since_day <= $as_of AND r.until_day >= $as_of
OPTIONAL MATCH (z)<-[s:INVOLVES]-(y:Action|Objective|Duty|Strategy)
WHERE s.since_day <= $as_of AND s.until_day >= $as_of
WITH o, does, involved, collect(near) AS n1, collect(beside) AS n2, collect(r.basis) AS f1,
  collect(s.basis) AS f2
WITH o, does + involved + n1 + n2 + f1 + f2 AS parts
WHERE NOT 'stated' IN parts
MATCH (o)-[m:MEMBER_OF]->(b:Body)
WHERE m.register IN $registers AND m.since_day <= $as_of AND m.until_day >= $as_of
MATCH (n:Register {id: m.register})
OPTIONAL MATCH (b)-[u:PART_OF]->(w:Body {id: n.partnership})
WHERE u.since_day <= $as_of AND u.until_day >= $as_of
WITH o, parts, b, m, b.id = n.partnership OR w.id IS NOT NULL AS sits
WHERE sits
WITH o, parts, collect(b.name) AS seats, collect(m.sources) AS found
RETURN o.name AS member, o.kind AS kind, seats AS sits_on,
  CASE WHEN 'inferred' IN parts THEN 'inferred' ELSE 'gap' END AS state, found AS sources, o.id AS id
ORDER BY state, o.register, o.kind, o.position, id
