// title: Reporting lines
// question: Who reports to whom, on what, and how often?
// group: accountability
// kind: report
// counted: reporting lines
// why: The lines of a structure chart, in words.
// note: A line limited to something carries nothing else. Support, oversight and scrutiny are no reporting lines.
// synonyms: structure, governance, organogram, hierarchy, accountable to, chart
// column name: Who
// column above: Reports to
// column limited_to: Only on
// column frequency: How often
MATCH (x:Body|Post|Organisation)-[r:REPORTS_TO]->(y:Body|Organisation|Post)
WHERE r.register IN $registers AND r.since_day <= $as_of AND r.until_day >= $as_of
RETURN x.name AS name, y.name AS above, r.`on` AS limited_to, r.frequency AS frequency, r.since AS since,
  r.until AS until, r.stated_on AS stated_on, r.basis AS basis, r.sources AS sources, x.id AS from_id,
  y.id AS above_id, r.id AS id
ORDER BY x.register, x.kind, x.position, from_id, y.register, y.kind, y.position, id
