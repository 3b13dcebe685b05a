// title: Who chairs what
// question: Who chairs each board and group, and who stands in?
// group: boards and membership
// kind: report
// counted: chaired bodies
// why: The first question of any new member.
// synonyms: chairman, chairperson, vice chair, deputy, joint chairs
// grouped by: body
// column name: Who
// column capacity: As
// column holder: Held by
// column followed_by: Next stated
// column followed_on: Next stated on
// note: Next stated: nobody tells on which day the chair passed on; the one is last stated before the day asked, and
//   the other first stated after it.
MATCH (x:Post|Person)-[c:CHAIRS]->(b:Body)
WHERE c.register IN $registers AND c.since_day <= $as_of AND c.until_day >= $as_of
OPTIONAL MATCH (n:Person)-[h:HOLDS]->(x)
WHERE h.since_day <= $as_of AND h.until_day >= $as_of
WITH x, c, b, collect(CASE WHEN h.basis = 'inferred' THEN n.name + ' (inferred)' WHEN h.capacity <> 'holder' THEN
  n.name + ' (' + h.capacity + ')' ELSE n.name END) AS names,
  CASE WHEN c.until IS NULL AND coalesce(c.stated_on, c.since, '') < $as_of THEN c.followed_day END AS next_day
OPTIONAL MATCH (b)<-[d:CHAIRS]-(y:Post|Person)
WHERE d.since_day = next_day AND y.id <> x.id
WITH x, c, b, names, next_day, collect(y.name) AS followers
RETURN b.name AS body, x.name AS name, CASE c.capacity WHEN 'chair' THEN 'chair' WHEN 'joint' THEN 'joint chair'
    ELSE c.capacity + ' chair' END AS capacity, names AS holder, c.since AS since, c.until AS until,
  c.stated_on AS stated_on, followers AS followed_by, CASE WHEN size(followers) > 0 THEN next_day END AS followed_on,
  c.basis AS basis, c.sources AS sources, x.id AS chair_id, b.id AS id
ORDER BY b.register, b.position, id, CASE c.capacity WHEN 'chair' THEN 1 WHEN 'joint' THEN 2 WHEN 'vice' THEN 3
  WHEN 'deputy' THEN 4 ELSE 5 END, x.kind, x.register, x.position, chair_id, c.position, c.id
