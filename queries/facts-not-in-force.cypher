// title: Facts that have ended or not begun
// question: Which relationships of this register do not hold on the day asked about?
// group: quality of the record
// kind: report
// counted: relationships
// why: What is dated is kept and not counted; here it can be seen.
// synonyms: history, past, former, ended, future, previous holders
// column name: Who or what
// column other: Whom or what
// column why_not: On that day
MATCH (a)-[r]->(b)
WHERE r.register IN $registers AND (r.since_day > $as_of OR r.until_day < $as_of)
RETURN a.name AS name, type(r) AS relationship, b.name AS other, r.since AS since, r.until AS until,
  CASE WHEN r.until_day < $as_of THEN 'ended' ELSE 'not begun' END AS why_not, r.basis AS basis, r.sources AS sources,
  r.id AS id
ORDER BY r.register, a.kind, a.position, a.id, r.since_day, id
