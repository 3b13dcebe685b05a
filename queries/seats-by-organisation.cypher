// title: Seats by organisation, and who fills each
// question: On which boards does each organisation sit, through which post, and who holds it?
// group: boards and membership
// kind: report
// counted: organisations with a seat
// why: An organisation should know on how many boards it sits, and who speaks for it there.
// note: A seat of a post counts for the organisation that the post is in. Who holds the post is who answers for the seat.
// synonyms: boards that we sit on, representation, memberships of an organisation, our seats, which partnerships
// param organisation: organisation, default "". Only this organisation.
// grouped by: organisation
// column body: Sits on
// column seat: As
// column post: Through the post
// column holder: Held by
MATCH (h:Organisation|Post)-[m:MEMBER_OF|CHAIRS]->(b:Body)
WHERE m.register IN $registers AND m.since_day <= $as_of AND m.until_day >= $as_of
OPTIONAL MATCH (h)-[i:POST_IN]->(o:Organisation)
WHERE i.since_day <= $as_of AND i.until_day >= $as_of
WITH h, m, b, o, coalesce(o.id, h.id) AS holder
WHERE (o.id IS NOT NULL OR h.kind = 'organisation') AND $organisation IN ['', holder]
OPTIONAL MATCH (n:Person)-[k:HOLDS]->(h)
WHERE k.since_day <= $as_of AND k.until_day >= $as_of AND k.capacity <> 'designate'
WITH h, m, b, o, holder, collect(n.name) AS names, collect(k.sources) AS found
RETURN coalesce(o.name, h.name) AS organisation, b.name AS body,
  CASE type(m) WHEN 'CHAIRS' THEN m.capacity ELSE coalesce(m.capacity, 'member') END AS seat,
  CASE h.kind WHEN 'post' THEN h.name END AS post,
  CASE WHEN h.kind <> 'post' THEN ['post not recorded'] WHEN size(names) = 0 THEN ['holder not recorded'] ELSE names END
    AS holder,
  m.basis AS basis, [m.sources] + found AS sources, b.id AS body_id, holder AS id
ORDER BY coalesce(o.register, h.register), coalesce(o.position, h.position), id, b.register, b.position, body_id,
  h.kind, h.position, h.id, type(m), m.position, m.id
