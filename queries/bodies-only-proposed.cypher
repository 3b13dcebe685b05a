// title: Bodies only proposed, without a date or a parent
// question: Which bodies are planned without saying by when, or under whom?
// group: boards and membership
// kind: check
// of: MATCH (b:Body) WHERE b.register IN $registers AND b.since_day <= $as_of AND b.until_day >= $as_of AND b.status =
//   'proposed' RETURN count(b)
// counted: proposed bodies
// why: A body that has neither a date nor a place in the structure may never come about.
// note: Its own dates, or the due date of the action that sets it up, give a date; being part of or reporting to
//   another body or an organisation gives a parent.
// synonyms: to be established, planned groups, new boards
// column actions: Set up by the action
MATCH (b:Body)
WHERE b.register IN $registers AND b.since_day <= $as_of AND b.until_day >= $as_of AND b.status = 'proposed'
OPTIONAL MATCH (b)<-[c:CHANGES]-(a:Action)
WHERE c.how = 'establish' AND c.since_day <= $as_of AND c.until_day >= $as_of
WITH b, collect(a.name) AS names, count(a.due) AS dated
OPTIONAL MATCH (b)-[r:REPORTS_TO|PART_OF]->(x:Body|Organisation|Post)
WHERE r.since_day <= $as_of AND r.until_day >= $as_of
WITH b, names, b.since IS NOT NULL OR b.until IS NOT NULL OR dated > 0 AS has_date, collect(r.basis) AS parents
WHERE NOT has_date OR NOT 'stated' IN parents
RETURN b.name AS body, names AS actions,
  [CASE WHEN has_date THEN '' ELSE 'date' END, CASE WHEN size(parents) > 0 THEN '' ELSE 'parent' END] AS missing,
  CASE WHEN has_date AND 'inferred' IN parents THEN 'inferred' ELSE 'gap' END AS state,
  b.sources AS sources, b.id AS id
ORDER BY state, b.register, b.position, id
