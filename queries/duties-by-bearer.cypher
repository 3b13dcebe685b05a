// title: Standing duties and who bears them
// question: Who bears which standing duty, how often, and to whom is it reported?
// group: accountability
// kind: report
// counted: duties
// why: What must be done every year whatever the action tables say.
// note: Who leads a duty answers for it; a deputy or acting lead does not.
// synonyms: responsibilities, reviews, reports, meetings, calendar, statutory duty
// grouped by: bearer
// column how: As
// column reported: Reported to
// column frequency: How often
MATCH (d:Duty)
WHERE d.register IN $registers AND d.since_day <= $as_of AND d.until_day >= $as_of
OPTIONAL MATCH (d)-[s:REPORTED_TO]->(y:Body)
WHERE s.since_day <= $as_of AND s.until_day >= $as_of
WITH d, collect(CASE s.basis WHEN 'inferred' THEN y.name + ' (inferred)' ELSE y.name END) AS names
OPTIONAL MATCH (x:Post|Body|Organisation)-[r:BEARS|LEADS]->(d)
WHERE r.since_day <= $as_of AND r.until_day >= $as_of AND NOT coalesce(r.capacity, '') IN ['deputy', 'acting']
RETURN coalesce(x.name, 'No bearer recorded') AS bearer, CASE type(r) WHEN 'LEADS' THEN 'leads it' WHEN 'BEARS' THEN
  'bears it' END AS how,
  d.name AS duty, d.classification AS classification,
  d.frequency AS frequency, names AS reported, coalesce(r.basis, d.basis) AS basis,
  coalesce(r.sources, d.sources) AS sources, x.id AS bearer_id, d.id AS id
ORDER BY d.register, x.register, x.kind, x.position, bearer_id, d.position, id, r.position, r.id
