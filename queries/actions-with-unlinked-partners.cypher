// title: Actions whose partners have no line to the board
// question: Which actions name partners that no recorded line joins to the partnership's board?
// group: accountability
// kind: check
// of: MATCH (a:Action) WHERE a.register IN $registers AND a.since_day <= $as_of AND a.until_day >= $as_of AND EXISTS {
//   MATCH (a)-[r:INVOLVES]->(y:Organisation|Body|Post|Person) WHERE r.since_day <= $as_of AND r.until_day >= $as_of
//   AND NOT coalesce(r.capacity, '') STARTS WITH 'receives' AND coalesce(y.outside, false) = false AND
//   coalesce(y.collective, false) = false AND y.register = a.register } RETURN count(a)
// counted: actions that name partners one by one
// why: The board can hold to account only those who sit on it or answer to it.
// note: A line is a seat, a chair, a reporting line, being part of, acting for or a post in, in three steps at most, to
//   the partnership or to a body that is part of it. A line of a post in the partner, of a part of it, or of one of its
//   members counts too.
// note: Partners that the source does not name one by one ("schools"), bodies outside the partnership or of
//   another register (a region's authority), and who only receives something are left out.
// note: Where the register does not say which body is the partnership, the state is unknown.
// synonyms: outside partners, line of sight, voluntary sector, off the board
// column partners: Partners without a line
MATCH (a:Action)-[i:INVOLVES]->(p:Organisation|Body|Post|Person)
WHERE a.register IN $registers AND a.since_day <= $as_of AND a.until_day >= $as_of AND i.since_day <= $as_of
  AND i.until_day >= $as_of AND coalesce(p.collective, false) = false AND coalesce(p.outside, false) = false
  AND p.register = a.register AND NOT coalesce(i.capacity, '') STARTS WITH 'receives'
MATCH (n:Register {id: a.register})
OPTIONAL MATCH (w:Body {id: n.partnership})<-[r:PART_OF]-(b:Body)
WHERE r.since_day <= $as_of AND r.until_day >= $as_of
WITH n, a, i, p, collect(b.id) + [coalesce(n.partnership, '')] AS board
WHERE NOT p.id IN board
OPTIONAL MATCH (p)
  -[r:REPORTS_TO|PART_OF|MEMBER_OF|CHAIRS|RESPONSIBLE_AUTHORITY_OF|POST_IN|ACTS_FOR]->
  (x:Body|Organisation|Post)
WHERE r.since_day <= $as_of AND r.until_day >= $as_of
OPTIONAL MATCH (x)
  -[s:REPORTS_TO|PART_OF|MEMBER_OF|CHAIRS|RESPONSIBLE_AUTHORITY_OF|POST_IN|ACTS_FOR]->
  (y:Body|Organisation|Post)
WHERE s.since_day <= $as_of AND s.until_day >= $as_of
OPTIONAL MATCH (y)
  -[t:REPORTS_TO|PART_OF|MEMBER_OF|CHAIRS|RESPONSIBLE_AUTHORITY_OF|POST_IN|ACTS_FOR]->
  (z:Body|Organisation|Post)
WHERE t.since_day <= $as_of AND t.until_day >= $as_of
WITH n, board, a, i, p, collect(CASE WHEN x.id IN board THEN r.basis
    WHEN y.id IN board THEN CASE r.basis WHEN 'stated' THEN s.basis ELSE 'inferred' END
    WHEN z.id IN board THEN CASE WHEN r.basis = 'stated' AND s.basis = 'stated' THEN t.basis ELSE 'inferred' END
  END) AS up
OPTIONAL MATCH (p)<-[r:POST_IN|PART_OF|MEMBER_OF]-(x:Body|Organisation|Post)
WHERE r.since_day <= $as_of AND r.until_day >= $as_of
OPTIONAL MATCH (x)
  -[s:REPORTS_TO|PART_OF|MEMBER_OF|CHAIRS|RESPONSIBLE_AUTHORITY_OF|POST_IN|ACTS_FOR]->
  (y:Body)
WHERE s.since_day <= $as_of AND s.until_day >= $as_of
WITH n, a, i, p, up,
  collect(CASE WHEN y.id IN board THEN CASE r.basis WHEN 'stated' THEN s.basis ELSE 'inferred' END END) AS within
WITH n, a, i, p, up + within AS lines
WHERE NOT 'stated' IN lines
WITH n, a, collect(p.name) AS names, collect(i.sources) AS found, collect(size(lines) > 0) AS at_all
RETURN a.name AS action, names AS partners,
  CASE WHEN n.partnership IS NULL THEN 'unknown' WHEN false IN at_all THEN 'gap' ELSE 'inferred' END AS state,
  found AS sources, a.id AS id
ORDER BY state, a.register, a.position, id
