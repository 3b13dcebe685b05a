// title: What changed hands
// question: Which posts, chairs and leads were held by others on an earlier day?
// group: posts and people
// kind: report
// counted: roles that changed hands
// why: Whoever is new has to be told what goes with it.
// note: Whoever is known by being named on a day holds it from then on, and may have held it before. Where nobody is
//   named, nobody is recorded, which is not that it was vacant. Who sits on a body: see who joined and who left.
// synonyms: turnover, succession, new holder, handover, since the last meeting, replaced
// param since: day, default "0001-01-01". The earlier day, or that of this meeting; the later one is the day asked
//   about.
// column what: Post, body or subject
// column kind: Which is
// column role: In the role of
// column before: Then
// column after: Now
MATCH (n:Person|Post|Organisation|Body)-[h:HOLDS|CHAIRS|LEADS]->(p:Post|Body|Theme|PriorityArea|Strategy|Duty)
WHERE h.register IN $registers AND coalesce(h.capacity, '') <> 'designate'
WITH p.latest AS id, n, h, CASE WHEN h.since_day <= $since AND h.until_day >= $since THEN 1 ELSE 0 END AS was,
  CASE WHEN h.since_day <= $as_of AND h.until_day >= $as_of THEN 1 ELSE 0 END AS now,
  CASE WHEN h.capacity IN ['vice', 'deputy'] THEN h.capacity + ' ' ELSE '' END AS prefix,
  CASE WHEN h.capacity IN ['acting', 'interim', 'joint'] THEN n.name + ' (' + h.capacity + ')' ELSE n.name END AS called
WITH id, called, prefix + CASE type(h) WHEN 'HOLDS' THEN 'holder' WHEN 'CHAIRS' THEN 'chair' ELSE 'lead' END AS role,
  sum(was) AS was, sum(now) AS now,
  min(CASE WHEN was = 1 THEN h.sources END) AS first, min(CASE WHEN now = 1 THEN h.sources END) AS last
WITH id, role, collect(CASE WHEN was > 0 THEN called END) AS before, collect(CASE WHEN now > 0 THEN called END) AS after,
  sum(CASE WHEN was = 0 AND now > 0 OR was > 0 AND now = 0 THEN 1 ELSE 0 END) AS changed,
  collect(first) + collect(last) AS found, sum(was) AS earlier, sum(now) AS later
WHERE changed > 0
MATCH (p:Post|Body|Theme|PriorityArea|Strategy|Duty)
WHERE p.id = id
RETURN p.name AS what, p.kind AS kind, role AS role,
  CASE WHEN earlier > 0 THEN before WHEN role = 'holder' AND p.holding_then = 'vacant' OR role = 'chair' AND p.chairing_then = 'vacant'
    THEN ['vacant']
    ELSE ['nobody recorded'] END AS before,
  CASE WHEN later > 0 THEN after WHEN role = 'holder' AND p.holding = 'vacant' OR role = 'chair' AND p.chairing = 'vacant'
    THEN ['vacant']
    ELSE ['nobody recorded'] END AS after,
  found + [CASE WHEN later = 0 AND role IN ['holder', 'chair'] THEN p.vacancy_sources END,
    CASE WHEN earlier = 0 AND role IN ['holder', 'chair'] THEN p.vacancy_sources_then END] AS sources, id AS id
ORDER BY p.register, p.kind, p.position, id, role
