// title: What a post is accountable for
// question: What does each post own, lead, chair, oversee or bear?
// group: who owns what
// kind: report
// counted: posts
// why: One page for whoever takes up the post.
// synonyms: job description, responsibilities, portfolio, accountable, role, everything one post
// param post: post, default "". Only this post.
// grouped by: post
// column thing: What
// column kind: Which is
MATCH (p:Post)-[r:OWNS|LEADS|CHAIRS|OVERSEES|SCRUTINISES|BEARS|ACTS_FOR]->(x:Action|Strategy|Measure|Theme|PriorityArea|Body|Duty)
WHERE p.register IN $registers AND p.since_day <= $as_of AND p.until_day >= $as_of AND r.since_day <= $as_of
  AND r.until_day >= $as_of AND $post IN ['', p.id]
OPTIONAL MATCH (b:Body {id: r.on_behalf_of})
RETURN p.name AS post, type(r) + ' ' + coalesce(r.capacity, '') AS relationship, x.name AS thing, x.kind AS kind,
  b.name AS on_behalf_of, r.since AS since, r.until AS until, r.stated_on AS stated_on, r.basis AS basis,
  r.sources AS sources, x.id AS thing_id, p.id AS id
ORDER BY p.register, p.position, id, type(r), x.register, kind, x.position, thing_id, r.position, r.id
