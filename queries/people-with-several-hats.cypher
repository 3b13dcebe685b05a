// title: People with several hats
// question: Who holds several posts, or chairs several bodies?
// group: posts and people
// kind: report
// counted: people
// why: One person in several chairs may have to hold himself or herself to account.
// note: What a person chairs through a post that he or she holds counts.
// synonyms: conflict of interest, several posts, same person, chairs
// column person: Who
MATCH (n:Person)
WHERE n.register IN $registers AND n.since_day <= $as_of AND n.until_day >= $as_of
OPTIONAL MATCH (n)-[h:HOLDS]->(p:Post)
WHERE h.since_day <= $as_of AND h.until_day >= $as_of
OPTIONAL MATCH (p)-[c:CHAIRS]->(b:Body)
WHERE c.since_day <= $as_of AND c.until_day >= $as_of AND c.capacity IN ['chair', 'joint']
WITH n,
  collect(CASE h.basis WHEN 'inferred' THEN p.name + ' (inferred)' ELSE p.name END) AS posts, count(DISTINCT p.id) AS
    held, collect(b.name) AS through,
  count(DISTINCT b.id) AS number,
  collect(h.sources) + collect(c.sources) AS found
OPTIONAL MATCH (n)-[c:CHAIRS]->(b:Body)
WHERE c.since_day <= $as_of AND c.until_day >= $as_of AND c.capacity IN ['chair', 'joint']
WITH n, posts, held, through, number, found, collect(b.name) AS own, count(DISTINCT b.id) AS more,
  collect(c.sources) AS also
WHERE held > 1 OR number + more > 1
RETURN n.name AS person, posts AS posts, through + own AS chairs, found + also AS sources, n.id AS id
ORDER BY n.register, n.position, id
