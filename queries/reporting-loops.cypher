// title: Reporting loops
// question: Who reports, in the end, to itself?
// group: accountability
// kind: check
// of: MATCH (x:Body|Post|Organisation) WHERE x.register IN $registers AND x.since_day <= $as_of AND x.until_day >=
//   $as_of AND EXISTS { MATCH (x)-[r:REPORTS_TO]->(y) WHERE r.since_day <= $as_of AND r.until_day >= $as_of } RETURN
//   count(x)
// counted: bodies, posts and organisations that report to another
// why: A loop has no top: nobody outside it holds those in it to account.
// note: Loops of up to six reporting lines are found; each thing in a loop is a row.
// synonyms: circular, cycle, circle
// column name: Who
// column kind: Which is a
// column next: Reports to
// column steps: Comes back in steps
MATCH (a:Body|Post|Organisation)-[r:REPORTS_TO]->(b:Body|Post|Organisation)
WHERE a.register IN $registers AND a.since_day <= $as_of AND a.until_day >= $as_of AND r.since_day <= $as_of
  AND r.until_day >= $as_of
OPTIONAL MATCH (b)-[s:REPORTS_TO]->(c:Body|Post|Organisation)
WHERE s.since_day <= $as_of AND s.until_day >= $as_of
OPTIONAL MATCH (c)-[t:REPORTS_TO]->(d:Body|Post|Organisation)
WHERE t.since_day <= $as_of AND t.until_day >= $as_of
OPTIONAL MATCH (d)-[u:REPORTS_TO]->(e:Body|Post|Organisation)
WHERE u.since_day <= $as_of AND u.until_day >= $as_of
OPTIONAL MATCH (e)-[v:REPORTS_TO]->(f:Body|Post|Organisation)
WHERE v.since_day <= $as_of AND v.until_day >= $as_of
OPTIONAL MATCH (f)-[w:REPORTS_TO]->(g:Body|Post|Organisation)
WHERE w.since_day <= $as_of AND w.until_day >= $as_of
WITH a, b, r, min(CASE a.id WHEN c.id THEN 2 WHEN d.id THEN 3 WHEN e.id THEN 4 WHEN f.id THEN 5 WHEN g.id THEN 6 END)
  AS length
WHERE length IS NOT NULL
WITH a, collect(b.name) AS names, min(length) AS least, collect(r.sources) AS found
RETURN a.name AS name, a.kind AS kind, names AS next, least AS steps, 'gap' AS state, found AS sources, a.id AS id
ORDER BY a.register, a.position, id
