// title: Boards with largely the same members
// question: Which boards have mostly the same members?
// group: boards and membership
// kind: report
// counted: boards that share members with another
// why: Two meetings of the same people may be one meeting.
// note: Largely: at least two members in common, and they are half or more of the smaller board. Members as they are
//   recorded; a post and its organisation are two.
// synonyms: overlap, duplicate, merge, rationalise, same people, too many meetings
// column body: Board
// column other: And
// column shared: Members of both
// column common: How many
// column smaller: Of the smaller board's
MATCH (b:Body)<-[m:MEMBER_OF]-(x:Organisation|Post|Body|Person)
WHERE m.register IN $registers AND m.since_day <= $as_of AND m.until_day >= $as_of
WITH DISTINCT b, x
MATCH (x)-[n:MEMBER_OF]->(c:Body)
WHERE n.register IN $registers AND n.since_day <= $as_of AND n.until_day >= $as_of AND b.id < c.id
WITH b, c, collect(DISTINCT x.name) AS shared, count(DISTINCT x.id) AS common, collect(n.sources) AS found
WHERE common > 1
MATCH (b)<-[m:MEMBER_OF]-(x:Organisation|Post|Body|Person)
WHERE m.register IN $registers AND m.since_day <= $as_of AND m.until_day >= $as_of
WITH b, c, shared, common, found, collect(m.sources) AS also, count(DISTINCT x.id) AS of_b
MATCH (c)<-[m:MEMBER_OF]-(x:Organisation|Post|Body|Person)
WHERE m.register IN $registers AND m.since_day <= $as_of AND m.until_day >= $as_of
WITH b, c, shared, common, found, also, of_b, count(DISTINCT x.id) AS of_c
WITH b, c, shared, common, found + also AS found, CASE WHEN of_b < of_c THEN of_b ELSE of_c END AS smaller
WHERE common * 2 >= smaller
RETURN b.name AS body, c.name AS other, shared AS shared, common AS common, smaller AS smaller, found AS sources,
  c.id AS other_id, b.id AS id
ORDER BY b.register, b.position, id, c.register, c.position, other_id
