// title: Posts, seats and chairs that are vacant
// question: Which posts, seats and chairs does a source say are vacant?
// group: posts and people
// kind: report
// counted: vacant posts, seats and chairs
// why: What an empty post or seat was to do has nobody behind it.
// note: A post or seat of which no source says that it is vacant is not here, even where nobody is recorded in it.
// synonyms: empty seats, nobody in post or seat
// column kind: Which is
// column vacant: Vacant is
// column body: On
MATCH (x:Post|Organisation|Body|Person)
WHERE x.since_day <= $as_of AND x.until_day >= $as_of
OPTIONAL MATCH (x)-[m:MEMBER_OF]->(b:Body)
WHERE m.register IN $registers
WITH x, m, b, CASE WHEN m.vacant_day <= $as_of AND m.vacant_until_day >= $as_of THEN 'the seat' ELSE '' END AS seat,
  CASE WHEN m.since_day <= $as_of AND m.until_day >= $as_of THEN 1 ELSE 0 END AS sits
WITH x, m, b, sits, CASE WHEN seat <> '' THEN seat WHEN x.holding = 'vacant'
  AND x.register IN $registers THEN 'the post' WHEN x.chairing = 'vacant' AND x.register IN $registers THEN 'the chair'
  ELSE '' END AS vacant
WHERE vacant <> ''
WITH x, vacant, collect(CASE WHEN vacant = 'the seat' OR (sits = 1 AND vacant = 'the post') THEN b.name END) AS bodies,
  collect(CASE WHEN vacant = 'the seat' THEN m.vacant_sources END) AS found,
  max(CASE WHEN vacant = 'the seat' THEN m.register END) AS home
RETURN x.name AS name, x.kind AS kind, vacant AS vacant, bodies AS body,
  CASE vacant WHEN 'the seat' THEN found
    ELSE [CASE WHEN coalesce(x.vacancy_sources, '[]') = '[]' THEN x.sources ELSE x.vacancy_sources END] END AS sources,
  x.id AS id, coalesce(home, x.register) AS register
ORDER BY x.register, x.kind, x.position, id, vacant
