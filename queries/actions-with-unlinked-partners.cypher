// title: Actions whose partners have no line to the board
// question: Which actions name partners that no recorded line joins to the partnership's board?
// group: accountability
// kind: check
// of: Action where it INVOLVES
// counted: actions that name partners
// why: The board can hold to account only those who sit on it or answer to it.
// note: A line is a seat, a chair, a reporting line, being part of, acting for or a post in, in three steps at most, to
//   the partnership or to a body that is part of it. A line of a post in the partner, or of a part of it, counts too.
// note: Partners that the source does not name one by one ("schools") are left out.
// note: Where the register does not say which body is the partnership, the state is unknown.
// synonyms: outside partners, line of sight, voluntary sector, off the board
// column partners: Partners without a line
MATCH (n:Register)
WHERE n.id IN $registers
OPTIONAL MATCH (w:Body {id: n.partnership})<-[r:PART_OF]-(b:Body)
WHERE r.since_day <= $as_of AND r.until_day >= $as_of
WITH n, collect(b.id) + [coalesce(n.partnership, '')] AS board
OPTIONAL MATCH (y:Body)
  <-[r:REPORTS_TO|PART_OF|MEMBER_OF|CHAIRS|RESPONSIBLE_AUTHORITY_OF|POST_IN|ACTS_FOR]-
  (x:Body|Organisation|Post)
WHERE y.id IN board AND r.since_day <= $as_of AND r.until_day >= $as_of
WITH n, board, collect(x.id) AS one, collect(CASE r.basis WHEN 'stated' THEN x.id END) AS one_stated
OPTIONAL MATCH (y:Body|Organisation|Post)
  <-[r:REPORTS_TO|PART_OF|MEMBER_OF|CHAIRS|RESPONSIBLE_AUTHORITY_OF|POST_IN|ACTS_FOR]-
  (x:Body|Organisation|Post)
WHERE y.id IN one AND r.since_day <= $as_of AND r.until_day >= $as_of
WITH n, board, one, one_stated, collect(x.id) AS two,
  collect(CASE WHEN r.basis = 'stated' AND y.id IN one_stated THEN x.id END) AS two_stated
OPTIONAL MATCH (y:Body|Organisation|Post)
  <-[r:REPORTS_TO|PART_OF|MEMBER_OF|CHAIRS|RESPONSIBLE_AUTHORITY_OF|POST_IN|ACTS_FOR]-
  (x:Body|Organisation|Post)
WHERE y.id IN two AND r.since_day <= $as_of AND r.until_day >= $as_of
WITH n, board, one, one_stated, two, two_stated, collect(x.id) AS three,
  collect(CASE WHEN r.basis = 'stated' AND y.id IN two_stated THEN x.id END) AS three_stated
OPTIONAL MATCH (x:Body|Organisation|Post)-[r:POST_IN|PART_OF]->(y:Body|Organisation)
WHERE x.id IN one AND r.since_day <= $as_of AND r.until_day >= $as_of
WITH n, board, one, one_stated, two, two_stated, three, three_stated, collect(y.id) AS whole,
  collect(CASE WHEN r.basis = 'stated' AND x.id IN one_stated THEN y.id END) AS whole_stated
WITH n, board + one + two + three + whole AS joined,
  board + one_stated + two_stated + three_stated + whole_stated AS stated
MATCH (a:Action {register: n.id})-[i:INVOLVES]->(p:Organisation|Body|Post)
WHERE a.since_day <= $as_of AND a.until_day >= $as_of AND i.since_day <= $as_of AND i.until_day >= $as_of
  AND coalesce(p.collective, false) = false AND NOT p.id IN stated
WITH n, a, collect(p.name) AS names, collect(i.sources) AS found, collect(p.id IN joined) AS at_all
RETURN a.name AS action, names AS partners,
  CASE WHEN n.partnership IS NULL THEN 'unknown' WHEN false IN at_all THEN 'gap' ELSE 'inferred' END AS state,
  found AS sources, a.id AS id
ORDER BY state, a.register, a.position, id
