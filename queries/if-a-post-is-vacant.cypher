// title: What falls if a post is vacant
// question: If a post were vacant, what would nobody own, lead, chair, oversee or bear?
// group: accountability
// kind: report
// counted: posts
// why: Each row needs a stand-in before the post falls empty.
// note: Whoever else is recorded in the same part keeps it from falling; a deputy or an acting chair or lead is named.
// synonyms: vacancy, absence, risk, single point of failure, succession, business continuity, key person
// param post: post, default "". Only this post.
// grouped by: post
// column thing: What
// column kind: Which is
// column deputy: Could stand in
MATCH (p:Post)-[r:OWNS|LEADS|CHAIRS|OVERSEES|SCRUTINISES|BEARS]->(x:Action|Strategy|Measure|Theme|PriorityArea|Body|Duty)
WHERE p.register IN $registers AND p.since_day <= $as_of AND p.until_day >= $as_of AND r.since_day <= $as_of
  AND r.until_day >= $as_of AND $post IN ['', p.id]
  AND NOT coalesce(r.capacity, '') IN ['vice', 'deputy', 'acting', 'issuer']
OPTIONAL MATCH (y:Post|Person|Body|Organisation)-[s:OWNS|LEADS|CHAIRS|OVERSEES|SCRUTINISES|BEARS]->(x)
WHERE type(s) = type(r) AND y.id <> p.id AND s.since_day <= $as_of AND s.until_day >= $as_of
WITH p, r, x,
  count(CASE WHEN NOT coalesce(s.capacity, '') IN ['vice', 'deputy', 'acting', 'issuer'] THEN y.id END) AS others,
  collect(CASE WHEN s.capacity IN ['vice', 'deputy', 'acting'] THEN y.name + ' (' + s.capacity + ')' END) AS deputies
WHERE others = 0
RETURN p.name AS post, type(r) + ' ' + coalesce(r.capacity, '') AS relationship, x.name AS thing, x.kind AS kind,
  deputies AS deputy, r.basis AS basis, r.sources AS sources, x.id AS thing_id, p.id AS id
ORDER BY p.register, p.position, id, type(r), x.register, kind, x.position, thing_id, r.position, r.id
