// title: People with several seats
// question: Which people sit on or chair several boards, themselves or through a post?
// group: posts and people
// kind: report
// counted: people with several seats
// why: One person on several boards carries a matter from one to another, or is missed on all of them.
// note: A seat of the organisation that somebody works for is not that person's.
// synonyms: same person, several boards, represents, wears several hats, conflict of interest, links between boards
// column person: Who
// column boards: Sits on or chairs
MATCH (n:Person)
WHERE n.register IN $registers AND n.since_day <= $as_of AND n.until_day >= $as_of
OPTIONAL MATCH (n)-[m:MEMBER_OF|CHAIRS]->(b:Body)
WHERE m.since_day <= $as_of AND m.until_day >= $as_of
WITH n, collect(DISTINCT b.id) AS own_ids, collect(b.name) AS own, collect(m.sources) AS found
OPTIONAL MATCH (n)-[h:HOLDS]->(p:Post)
WHERE h.since_day <= $as_of AND h.until_day >= $as_of AND h.capacity <> 'designate'
OPTIONAL MATCH (p)-[m:MEMBER_OF|CHAIRS]->(b:Body)
WHERE m.since_day <= $as_of AND m.until_day >= $as_of
WITH n, own, own_ids, found, collect(CASE WHEN b.id IS NOT NULL THEN h.sources END) AS held,
  collect(m.sources) AS seated, collect(DISTINCT CASE WHEN NOT b.id IN own_ids THEN b.id END) AS more_ids,
  collect(CASE WHEN b.id IS NOT NULL THEN b.name + ' (as ' + p.name + ')' END) AS more
WITH n, own, more, found + held + seated AS found, size(own_ids) + size(more_ids) AS seats
WHERE seats > 1
RETURN n.name AS person, own + more AS boards, seats AS seats, found AS sources, n.id AS id
ORDER BY seats DESC, n.register, n.position, id
