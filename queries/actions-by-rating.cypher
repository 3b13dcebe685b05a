// title: How actions are rated
// question: Which actions are rated red, amber or green, or how else, as told last?
// group: actions as they move
// kind: report
// counted: actions with a rating
// why: A board looks first where its own people say that it goes badly.
// note: The rating is the source's, in its own words; an action without one is not listed.
// synonyms: rag, red amber green, traffic light, on track, off track, performance, this quarter
// param rating: text, default "". Only actions with this rating.
// grouped by: rating
// column reported_on: Told on
// column note: What was said
MATCH (a:Action)
WHERE a.register IN $registers AND a.since_day <= $as_of AND a.until_day >= $as_of AND a.rating IS NOT NULL
  AND $rating IN ['', a.rating]
OPTIONAL MATCH (x:Post|Body|Organisation|Person)-[o:OWNS]->(a)
WHERE o.since_day <= $as_of AND o.until_day >= $as_of AND o.capacity <> 'issuer'
WITH a, collect(x.name) AS owners
RETURN a.rating AS rating, a.name AS action, owners AS owner, a.status AS status, a.reported_on AS reported_on,
  a.due AS due, a.note AS note, [a.sources, a.progress_sources] AS sources, a.id AS id
ORDER BY a.rating, a.reported_on DESC, a.register, a.position, id
