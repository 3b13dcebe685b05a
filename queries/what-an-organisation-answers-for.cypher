// title: What an organisation is accountable for, itself and through its posts
// question: What does each organisation own, lead, deliver or oversee, and through which post?
// group: who owns what
// kind: report
// counted: organisations
// why: Each partner organisation sees the whole of what it has taken on.
// synonyms: council, police, partner, responsibilities, commitments of an organisation
// param organisation: organisation, default "". Only this organisation.
// grouped by: organisation
// column thing: What
// column kind: Which is
// column post: Through the post
MATCH (h:Organisation|Post)
  -[r:OWNS|LEADS|CHAIRS|DELIVERS|OVERSEES|BEARS]->
  (x:Action|Strategy|Measure|Theme|PriorityArea|Body|Duty)
WHERE h.register IN $registers AND h.since_day <= $as_of AND h.until_day >= $as_of AND r.since_day <= $as_of
  AND r.until_day >= $as_of
OPTIONAL MATCH (h)-[i:POST_IN]->(o:Organisation)
WHERE i.since_day <= $as_of AND i.until_day >= $as_of
WITH h, r, x, o, coalesce(o.id, h.id) AS holder
WHERE (o.id IS NOT NULL OR h.kind = 'organisation') AND $organisation IN ['', holder]
RETURN coalesce(o.name, h.name) AS organisation, CASE h.kind WHEN 'post' THEN h.name END AS post,
  type(r) + ' ' + coalesce(r.capacity, '') AS relationship, x.name AS thing, x.kind AS kind, r.basis AS basis,
  r.sources AS sources, x.id AS thing_id, holder AS id
ORDER BY coalesce(o.register, h.register), coalesce(o.position, h.position), id, h.kind, h.position, h.id, type(r),
  x.register, kind, x.position, thing_id, r.position, r.id
