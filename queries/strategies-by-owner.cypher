// title: Strategies by owner, and when they end
// question: Who owns which strategy, and when does it run out?
// group: strategies and their dates
// kind: report
// counted: strategies
// why: Each board can see which of its strategies need renewing next.
// note: An issuer published a strategy and does not answer for it. Strategies that nobody owns come last.
// synonyms: expiry, renewal, review date, forward plan, board's strategies
// param owner: thing, default "". Only what this post, body or organisation owns or issued.
// grouped by: owner
// column capacity: Owned as
// column level: Whose
// column date: Made
MATCH (s:Strategy)
WHERE s.register IN $registers AND s.since_day <= $as_of AND s.until_day >= $as_of
OPTIONAL MATCH (x:Post|Body|Organisation|Person)-[o:OWNS]->(s)
WHERE o.since_day <= $as_of AND o.until_day >= $as_of
WITH s, x, o
WHERE $owner IN ['', x.id]
RETURN coalesce(x.name, 'No owner recorded') AS owner, s.name AS strategy, s.classification AS classification,
  s.date AS date, s.since AS since, coalesce(s.until, 'not recorded') AS until, s.status AS status, s.level AS level,
  CASE o.capacity WHEN 'owner' THEN NULL ELSE o.capacity END AS capacity, coalesce(o.basis, s.basis) AS basis,
  coalesce(o.sources, s.sources) AS sources, x.id AS owner_id, s.id AS id
ORDER BY s.register, x.register, x.kind, x.position, owner_id, s.until_day, s.position, id, o.position, o.id
