// title: Who scrutinises and watches over what
// question: Who looks into the work of each body and theme, from outside or from above, and what did they recommend?
// group: accountability
// kind: report
// counted: scrutineers and overseers
// why: Nobody should be the only judge of their own work.
// law: Police and Justice Act 2006, s.19
// note: Scrutiny, by a committee in public or by an independent scrutineer, and oversight are two things. What was recommended stands beside both.
// synonyms: independent scrutiny, scrutineer, overview and scrutiny, oversight, challenge, inspection, assurance
// column scrutineer: Who
// column outside: Outside the partnership
// column independent: Called independent
// column thing: What
// column kind: Which is
// column recommended: Recommended to it
MATCH (c:Body|Post|Person|Organisation)-[s:SCRUTINISES|OVERSEES]->(x:Body|Theme|PriorityArea|Strategy|Duty)
WHERE s.register IN $registers AND s.since_day <= $as_of AND s.until_day >= $as_of
OPTIONAL MATCH (c)-[m:RECOMMENDS]->(r:Recommendation)
WHERE m.since_day <= $as_of AND m.until_day >= $as_of
OPTIONAL MATCH (r)-[t:MADE_TO]->(y:Body)
WHERE t.since_day <= $as_of AND t.until_day >= $as_of
WITH c, s, x, collect(CASE WHEN y.id = x.id THEN r.name END) AS recommended
RETURN c.name AS scrutineer, CASE c.outside WHEN true THEN 'yes' END AS outside,
  CASE s.independent WHEN true THEN 'yes' WHEN false THEN 'no' END AS independent, type(s) AS relationship,
  x.name AS thing, x.kind AS kind, recommended AS recommended, s.basis AS basis, s.sources AS sources, x.id AS thing_id,
  c.id AS id
ORDER BY type(s) DESC, c.register, c.position, id, kind, x.register, x.position, thing_id, s.position, s.id
