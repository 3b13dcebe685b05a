// title: Statutory documents not published or sent to anybody
// question: Which documents that a statute requires are not said to be published, or sent to anybody?
// group: statutes
// kind: check
// of: MATCH (s:Strategy)-[q:REQUIRED_BY]->(l:Strategy) WHERE q.register IN $registers AND q.since_day <= $as_of AND
//   q.until_day >= $as_of AND NOT s.status IN ['ended', 'proposed', 'being developed'] RETURN count(DISTINCT s)
// counted: documents that a statute requires
// why: A statute that asks for a strategy or a report asks that others can read it, and mostly names to whom it is sent.
// note: Whom each statute names, this register does not say: the row tells what is recorded.
// synonyms: publication, published, copy sent, commissioner, secretary of state, annual report
// column statute: Required by
MATCH (s:Strategy)-[q:REQUIRED_BY]->(l:Strategy)
WHERE q.register IN $registers AND q.since_day <= $as_of AND q.until_day >= $as_of
  AND NOT s.status IN ['ended', 'proposed', 'being developed']
WITH s, collect(CASE WHEN l.name IS NULL OR q.section IS NULL THEN l.name ELSE l.name + ', section ' + q.section END) AS statutes
OPTIONAL MATCH (s)-[t:SENT_TO]->(x:Organisation|Body|Post|Person)
WHERE t.since_day <= $as_of AND t.until_day >= $as_of
WITH s, statutes, count(x) AS sent
WHERE s.published_at IS NULL OR sent = 0
RETURN s.name AS document, statutes AS statute,
  [CASE WHEN s.published_at IS NULL THEN 'where it is published' END,
    CASE WHEN sent = 0 THEN 'to whom it was sent' END] AS missing,
  'gap' AS state, s.sources AS sources, s.id AS id
ORDER BY s.register, s.position, id
