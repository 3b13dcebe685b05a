// title: Measures that stand under another area than what they count
// question: Which measures count something that only actions of another area deal with?
// group: measures
// kind: check
// of: MATCH (m:Measure) WHERE m.register IN $registers AND m.since_day <= $as_of AND m.until_day >= $as_of AND
//   m.classification <> 'rule' AND EXISTS { MATCH (m)-[r:MEASURES]->(q:PriorityArea) WHERE r.since_day <= $as_of AND
//   r.until_day >= $as_of } MATCH (m)-[c:CONCERNS]->(x) WHERE c.since_day <= $as_of AND c.until_day >= $as_of MATCH
//   (x)<-[g:CONCERNS|CHANGES|IMPLEMENTS]-(a:Action) WHERE g.since_day <= $as_of AND g.until_day >= $as_of AND
//   a.since_day <= $as_of AND a.until_day >= $as_of MATCH (a)-[u:PART_OF]->(p:PriorityArea) WHERE u.since_day <=
//   $as_of AND u.until_day >= $as_of RETURN count(DISTINCT m.id)
// counted: measures of an area that count something which actions deal with
// why: Who acts on what a measure counts would look for it under their own area.
// note: What a measure counts is what it concerns; an action deals with what it carries out, changes or concerns.
// synonyms: indicators, performance, kpi, wrong heading, misplaced
// column area: Stands under
// column counts: Counts
// column acted_on_in: Acted on in
MATCH (m:Measure)-[c:CONCERNS]->(x)
WHERE m.register IN $registers AND m.since_day <= $as_of AND m.until_day >= $as_of AND m.classification <> 'rule'
  AND c.since_day <= $as_of AND c.until_day >= $as_of
MATCH (x)<-[g:CONCERNS|CHANGES|IMPLEMENTS]-(a:Action)
WHERE g.since_day <= $as_of AND g.until_day >= $as_of AND a.since_day <= $as_of AND a.until_day >= $as_of
MATCH (a)-[u:PART_OF]->(p:PriorityArea)
WHERE u.since_day <= $as_of AND u.until_day >= $as_of
WITH m, collect(x.name) AS counted, collect(p.id) AS ids, collect(p.name) AS elsewhere, collect(g.sources) AS found,
  max(CASE WHEN c.basis = 'stated' AND g.basis = 'stated' AND u.basis = 'stated' THEN 1 ELSE 0 END) AS sure
MATCH (m)-[r:MEASURES]->(q:PriorityArea)
WHERE r.since_day <= $as_of AND r.until_day >= $as_of
WITH m, counted, elsewhere, found, sure, collect(q.name) AS areas, count(CASE WHEN q.id IN ids THEN 1 END) AS same
WHERE same = 0
RETURN m.name AS measure, areas AS area, counted AS counts, elsewhere AS acted_on_in,
  CASE sure WHEN 1 THEN 'stated' ELSE 'inferred' END AS basis, 'gap' AS state, found + [m.sources] AS sources, m.id
    AS id
ORDER BY m.register, m.position, id
