// title: Posts and who holds them
// question: Who holds which post, where, and as stated when?
// group: posts and people
// kind: report
// counted: posts
// why: A list to check before the next meeting.
// note: The holder on the day asked about is shown; what is not recorded is not the same as vacant.
// note: Next stated: nobody tells on which day the post passed on; the one is last stated before the day asked, and the
//   other first stated after it. A designate does not hold the post yet.
// synonyms: people, officers, contacts, directory, names, leads
// param organisation: thing, default "". Only posts in this organisation or body.
// column place: In
// column holder: Held by
// column capacity: As
// column followed_by: Next stated
// column followed_on: Next stated on
// column also_titled: Also called
// column stated_on: As stated
MATCH (p:Post)
WHERE p.register IN $registers AND p.since_day <= $as_of AND p.until_day >= $as_of
OPTIONAL MATCH (p)-[i:POST_IN]->(o:Organisation|Body)
WHERE i.since_day <= $as_of AND i.until_day >= $as_of
WITH p, collect(o.name) AS places, collect(o.id) AS ids
WHERE $organisation = '' OR $organisation IN ids
OPTIONAL MATCH (n:Person)-[h:HOLDS]->(p)
WHERE h.since_day <= $as_of AND h.until_day >= $as_of
WITH p, places, n, h,
  CASE WHEN h.until IS NULL AND coalesce(h.stated_on, h.since, '') < $as_of THEN h.followed_day END AS next_day
OPTIONAL MATCH (p)<-[d:HOLDS]-(m:Person)
WHERE d.since_day = next_day AND m.id <> n.id
WITH p, places, n, h, next_day, collect(m.name) AS followers
RETURN p.name AS post, p.classification AS classification, places AS place,
  coalesce(n.name, CASE p.holding WHEN 'held' THEN 'held, name not recorded' ELSE p.holding END) AS holder,
  CASE h.capacity WHEN 'holder' THEN NULL ELSE h.capacity END AS capacity, followers AS followed_by,
  CASE WHEN size(followers) > 0 THEN next_day END AS followed_on,
  h.since AS since, h.until AS until, h.stated_on AS stated_on, p.also_titled AS also_titled,
  coalesce(h.basis, p.basis) AS basis, [p.sources, h.sources,
    CASE WHEN n.id IS NULL AND p.holding = 'vacant' THEN p.vacancy_sources END] AS sources, n.id AS holder_id, p.id AS id
ORDER BY p.register, p.position, id, h.since_day, h.position, h.id
