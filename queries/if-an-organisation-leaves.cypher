// title: What is left undone if an organisation leaves
// question: If an organisation left, which seats, leads, actions, duties and chairs of it and its posts would be open?
// group: accountability
// kind: report
// counted: organisations
// why: Whoever leaves leaves something undone; the rest should know what before it happens.
// note: What a post in the organisation has or does is the organisation's. Where 0 others have the same part, nobody remains.
// synonyms: withdraws, wound up, leaves the partnership, reorganisation, abolished, merger, loss of a partner, ends
// param organisation: organisation, default "". Only this organisation.
// grouped by: organisation
// column thing: What
// column kind: Which is
// column post: Through the post
// column remaining: Others in that part
MATCH (h:Organisation|Post)
  -[r:OWNS|LEADS|CHAIRS|DELIVERS|OVERSEES|BEARS|MEMBER_OF|RESPONSIBLE_AUTHORITY_OF|LEADS_ON]->
  (x:Action|Strategy|Measure|Recommendation|Theme|PriorityArea|Body|Duty|SafeguardingTheme)
WHERE r.register IN $registers AND r.since_day <= $as_of AND r.until_day >= $as_of
OPTIONAL MATCH (h)-[i:POST_IN]->(o:Organisation)
WHERE i.since_day <= $as_of AND i.until_day >= $as_of
WITH h, r, x, o, coalesce(o.id, h.id) AS holder
WHERE (o.id IS NOT NULL OR h.kind = 'organisation') AND $organisation IN ['', holder]
OPTIONAL MATCH (x)<-[s]-(y:Organisation|Post|Body|Person)
WHERE s.since_day <= $as_of AND s.until_day >= $as_of AND type(s) = type(r) AND y.id <> h.id
WITH h, r, x, o, holder, collect(DISTINCT y.id) AS others
RETURN coalesce(o.name, h.name) AS organisation, type(r) + ' ' + coalesce(r.capacity, '') AS relationship,
  x.name AS thing, x.kind AS kind, CASE h.kind WHEN 'post' THEN h.name END AS post,
  size(others) AS remaining, r.basis AS basis,
  r.sources AS sources, x.id AS thing_id, holder AS id
ORDER BY coalesce(o.register, h.register), coalesce(o.position, h.position), id, type(r), x.register, kind,
  x.position, thing_id, h.kind, h.position, h.id, r.position, r.id
