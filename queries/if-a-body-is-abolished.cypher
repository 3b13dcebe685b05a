// title: What changes hands if a body is abolished
// question: If a board or group were abolished, which of its lines, seats and tasks would have to go elsewhere?
// group: accountability
// kind: report
// counted: bodies
// why: Nothing is lost in a reorganisation if every line is moved.
// synonyms: reorganisation, merge, disband, review of governance, dissolve
// param body: body, default "". Only this body.
// grouped by: body
// column other: What or whom
// column kind: Which is
// column limited_to: Only on
MATCH (b:Body)
  -[r:PART_OF|REPORTS_TO|SCRUTINISES|SUPPORTS|WORKS_WITH|MEMBER_OF|CHAIRS|LEADS|DELIVERS|OVERSEES|OWNS|BEARS|REPORTED_TO
    |POST_IN|ACTS_FOR|RESPONSIBLE_AUTHORITY_OF|LEADS_ON|SUPPORTS_ON]-
  (x:Body|Organisation|Post|Person|Theme|PriorityArea|Strategy|Duty|Action|Measure|SafeguardingTheme)
WHERE ($body = b.id OR ($body = '' AND b.register IN $registers)) AND b.since_day <= $as_of AND b.until_day >= $as_of
  AND r.since_day <= $as_of AND r.until_day >= $as_of
WITH b, r, x,
  CASE WHEN r.id STARTS WITH (b.id + '|') THEN '' ELSE '<' END + type(r) + ' ' + coalesce(r.capacity, '') AS line
RETURN b.name AS body, line AS relationship, x.name AS other, x.kind AS kind,
  r.`on` AS limited_to, r.basis AS basis, r.sources AS sources,
  x.id AS other_id, b.id AS id
ORDER BY b.register, b.position, id, type(r), line STARTS WITH '<', x.register, kind,
  x.position, other_id, r.position, r.id
