// title: Objectives, and who pursues each
// question: What are the plan's objectives, who leads each area, who delivers it, and which measure follows it?
// group: who owns what
// kind: report
// counted: objectives
// why: An objective that nobody pursues is a wish.
// note: Who leads and delivers the area of an objective pursues it, or else its theme's lead: nobody is named for
//   the objective itself.
// synonyms: aims, goals, shared objectives, targets, who is responsible for objectives, partners
// param area: priority-area, default "". Only objectives of this area.
// grouped by: area
// column area: Priority area
// column leads: Led by
// column delivery: Delivered by
// column measures: Measured by
MATCH (j:Objective)-[u:PART_OF]->(p:PriorityArea)
WHERE j.register IN $registers AND u.since_day <= $as_of AND u.until_day >= $as_of AND $area IN ['', p.id]
OPTIONAL MATCH (x:Post|Body|Organisation|Person)-[l:LEADS]->(p)
WHERE l.since_day <= $as_of AND l.until_day >= $as_of AND l.capacity IN ['lead', 'joint']
WITH j, p, collect(x.name) AS own, collect(l.sources) AS found
OPTIONAL MATCH (p)-[v:PART_OF]->(t:Theme)
WHERE v.since_day <= $as_of AND v.until_day >= $as_of
OPTIONAL MATCH (x:Post|Body|Organisation|Person)-[l:LEADS]->(t)
WHERE l.since_day <= $as_of AND l.until_day >= $as_of AND l.capacity IN ['lead', 'joint']
WITH j, p, own, found, collect(l.sources) AS also, collect(CASE WHEN x.id IS NOT NULL THEN x.name + ' (of the theme)' END) AS above
OPTIONAL MATCH (x:Body|Organisation)-[l:DELIVERS]->(p)
WHERE l.since_day <= $as_of AND l.until_day >= $as_of
WITH j, p, own, above, found, also, collect(x.name) AS delivery, collect(l.sources) AS more
WITH j, p, delivery, CASE WHEN size(own) > 0 THEN own ELSE above END AS leads,
  CASE WHEN size(own) > 0 THEN found ELSE also END AS found, more
OPTIONAL MATCH (m:Measure)-[l:MEASURES]->(j)
WHERE l.since_day <= $as_of AND l.until_day >= $as_of
WITH j, p, leads, delivery, found, more, collect(m.name) AS measures, collect(l.sources) AS counted
RETURN p.name AS area, j.name AS objective, leads AS leads, delivery AS delivery, measures AS measures,
  [j.sources] + found + more + counted AS sources, p.id AS area_id, j.id AS id
ORDER BY p.register, p.position, area_id, j.register, j.position, id
