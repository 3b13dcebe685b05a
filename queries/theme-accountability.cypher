// title: Who answers for each theme
// question: For each theme, who leads, who delivers, who oversees and who scrutinises?
// group: accountability
// kind: report
// counted: themes
// why: The line of accountability in one row for each theme.
// note: A deputy or acting lead is marked as such.
// synonyms: theme leads, accountable, governance, structure, overview
// column lead: Led by
// column behalf: On behalf of
// column delivery: Delivered by
// column oversight: Overseen by
// column scrutiny: Scrutinised by
MATCH (t:Theme)
WHERE t.register IN $registers AND t.since_day <= $as_of AND t.until_day >= $as_of
OPTIONAL MATCH (x:Post|Body|Organisation)-[l:LEADS]->(t)
WHERE l.since_day <= $as_of AND l.until_day >= $as_of
OPTIONAL MATCH (w:Body {id: l.on_behalf_of})
WITH t,
  collect(CASE WHEN l.capacity IN ['deputy', 'acting'] THEN x.name + ' (' + l.capacity + ')' ELSE x.name END) AS leads,
  count(x) AS led, collect(w.name) AS behalf, collect(l.sources) AS found_lead
OPTIONAL MATCH (x:Body|Organisation)-[d:DELIVERS]->(t)
WHERE d.since_day <= $as_of AND d.until_day >= $as_of
WITH t, leads, led, behalf, found_lead, collect(x.name) AS delivery, count(x) AS delivered,
  collect(d.sources) AS found_delivery
OPTIONAL MATCH (x:Body|Post|Organisation)-[o:OVERSEES]->(t)
WHERE o.since_day <= $as_of AND o.until_day >= $as_of
WITH t, leads, led, behalf, found_lead, delivery, delivered, found_delivery, collect(x.name) AS oversight,
  count(x) AS overseen,
  collect(o.sources) AS found_oversight
OPTIONAL MATCH (x:Body)-[s:SCRUTINISES]->(t)
WHERE s.since_day <= $as_of AND s.until_day >= $as_of
WITH t, leads, led, behalf, found_lead, delivery, delivered, found_delivery, oversight, overseen, found_oversight,
  collect(x.name) AS scrutiny, count(x) AS scrutinised, collect(s.sources) AS found_scrutiny
RETURN t.name AS theme,
  CASE led WHEN 0 THEN ['not recorded'] ELSE leads END AS lead, behalf AS behalf,
  CASE delivered WHEN 0 THEN ['not recorded'] ELSE delivery END AS delivery,
  CASE overseen WHEN 0 THEN ['not recorded'] ELSE oversight END AS oversight,
  CASE scrutinised WHEN 0 THEN ['not recorded'] ELSE scrutiny END AS scrutiny,
  [t.sources] + found_lead + found_delivery + found_oversight + found_scrutiny AS sources, t.id AS id
ORDER BY t.register, t.position, id
