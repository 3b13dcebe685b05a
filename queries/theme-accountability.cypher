// title: Who answers for each theme
// question: For each theme, who leads, who delivers, who oversees and who scrutinises?
// group: accountability
// kind: report
// counted: themes
// why: The line of accountability in one row for each theme.
// note: A deputy or acting lead is marked as such, and so is what is inferred.
// synonyms: theme leads, accountable, governance, structure, overview
// column lead: Led by
// column behalf: On behalf of
// column delivery: Delivered by
// column oversight: Overseen by
// column scrutiny: Scrutinised by
MATCH (t:Theme)
WHERE t.register IN $registers AND t.since_day <= $as_of AND t.until_day >= $as_of
OPTIONAL MATCH (x:Post|Body|Organisation|Person)-[l:LEADS]->(t)
WHERE l.since_day <= $as_of AND l.until_day >= $as_of
OPTIONAL MATCH (w:Body {id: l.on_behalf_of})
WITH t, l, w, x.name + CASE WHEN l.capacity IN ['deputy', 'acting'] THEN ' (' + l.capacity + ')' ELSE '' END
  + CASE l.basis WHEN 'inferred' THEN ' (inferred)' ELSE '' END AS lead
WITH t, collect(CASE WHEN l.id IS NOT NULL THEN lead END) AS leads, count(l.id) AS led, collect(w.name) AS behalf,
  collect(l.sources) AS found, collect(l.basis) AS bases
OPTIONAL MATCH (x:Body|Organisation)-[d:DELIVERS]->(t)
WHERE d.since_day <= $as_of AND d.until_day >= $as_of
WITH t, leads, led, behalf, found, bases, count(x) AS delivered, collect(d.sources) AS more, collect(d.basis) AS others,
  collect(CASE d.basis WHEN 'inferred' THEN x.name + ' (inferred)' ELSE x.name END) AS delivery
WITH t, leads, led, behalf, found + more AS found, bases + others AS bases, delivered, delivery
OPTIONAL MATCH (x:Body|Post|Organisation)-[o:OVERSEES]->(t)
WHERE o.since_day <= $as_of AND o.until_day >= $as_of
WITH t, leads, led, behalf, found, bases, delivered, delivery, count(x) AS overseen, collect(o.sources) AS more,
  collect(o.basis) AS others,
  collect(CASE o.basis WHEN 'inferred' THEN x.name + ' (inferred)' ELSE x.name END) AS oversight
WITH t, leads, led, behalf, found + more AS found, bases + others AS bases, delivered, delivery, overseen, oversight
OPTIONAL MATCH (x:Body|Post|Person|Organisation)-[s:SCRUTINISES]->(t)
WHERE s.since_day <= $as_of AND s.until_day >= $as_of
WITH t, leads, led, behalf, found, bases, delivered, delivery, overseen, oversight, count(x) AS scrutinised,
  collect(s.sources) AS more, collect(s.basis) AS others,
  collect(CASE s.basis WHEN 'inferred' THEN x.name + ' (inferred)' ELSE x.name END) AS scrutiny
RETURN t.name AS theme,
  CASE led WHEN 0 THEN ['not recorded'] ELSE leads END AS lead, behalf AS behalf,
  CASE delivered WHEN 0 THEN ['not recorded'] ELSE delivery END AS delivery,
  CASE overseen WHEN 0 THEN ['not recorded'] ELSE oversight END AS oversight,
  CASE scrutinised WHEN 0 THEN ['not recorded'] ELSE scrutiny END AS scrutiny,
  CASE WHEN 'inferred' IN (bases + others) THEN 'inferred' ELSE t.basis END AS basis,
  [t.sources] + found + more AS sources, t.id AS id
ORDER BY t.register, t.position, id
