// title: Boards and groups without a frequency or a quorum
// question: Of which boards and groups is it not said how often they meet, or who has to be there to decide?
// group: boards and membership
// kind: check
// of: MATCH (b:Body) WHERE b.register IN $registers AND b.since_day <= $as_of AND b.until_day >= $as_of AND
//   b.collective = false AND b.outside = false AND NOT b.status IN ['proposed', 'past'] AND (b.status = 'established'
//   OR EXISTS { MATCH (b)-[r:DELIVERS|OWNS|OVERSEES|BEARS|LEADS|REPORTS_TO|SUPPORTS]->() WHERE r.since_day <= $as_of
//   AND r.until_day >= $as_of } OR EXISTS { MATCH (b)<-[r:MEMBER_OF]-() WHERE r.since_day <= $as_of AND r.until_day
//   >= $as_of }) AND NOT toLower(coalesce(b.classification, '')) =~ '.*(team|hub|court|service).*' AND NOT
//   (toLower(coalesce(b.classification, '')) CONTAINS 'partnership' AND EXISTS { MATCH (b)<-[h:PART_OF]-(x:Body)
//   WHERE toLower(coalesce(x.classification, '')) CONTAINS 'board' AND h.since_day <= $as_of AND h.until_day >=
//   $as_of }) RETURN count(b)
// counted: boards, groups and panels of the partnership that exist or act in the plan
// why: What does not meet decides nothing, and what is not quorate decides nothing that holds.
// note: A duty to meet that the body bears, with a frequency, says how often. Teams, hubs, courts and services are
//   not asked, nor is a partnership that has a board: that one meets. A quorum is asked of boards, committees, panels, partnerships and cabinets alone.
// synonyms: meetings, terms of reference, quorate, how often, cycle
MATCH (b:Body)
WHERE b.register IN $registers AND b.since_day <= $as_of AND b.until_day >= $as_of
  AND b.collective = false AND b.outside = false AND NOT b.status IN ['proposed', 'past']
  AND (b.status = 'established'
  OR EXISTS {
    MATCH (b)-[r:DELIVERS|OWNS|OVERSEES|BEARS|LEADS|REPORTS_TO|SUPPORTS]->()
    WHERE r.since_day <= $as_of AND r.until_day >= $as_of
  }
  OR EXISTS {
    MATCH (b)<-[r:MEMBER_OF]-()
    WHERE r.since_day <= $as_of AND r.until_day >= $as_of
  })
  AND NOT toLower(coalesce(b.classification, '')) =~ '.*(team|hub|court|service).*'
  AND NOT (toLower(coalesce(b.classification, '')) CONTAINS 'partnership' AND EXISTS {
    MATCH (b)<-[h:PART_OF]-(x:Body)
    WHERE toLower(coalesce(x.classification, '')) CONTAINS 'board' AND h.since_day <= $as_of AND h.until_day >= $as_of
  })
OPTIONAL MATCH (b)-[r:BEARS]->(d:Duty)
WHERE r.since_day <= $as_of AND r.until_day >= $as_of AND d.frequency IS NOT NULL
  AND toLower(coalesce(d.classification, '')) CONTAINS 'meeting'
WITH b, collect(r.basis) AS met
WITH b, b.meets IS NOT NULL OR 'stated' IN met AS meets, b.meets IS NOT NULL OR size(met) > 0 AS perhaps,
  b.quorum IS NULL AND toLower(coalesce(b.classification, '')) =~ '.*(board|committee|panel|partnership|cabinet).*'
  AS no_quorum
WHERE NOT meets OR no_quorum
RETURN b.name AS body, b.classification AS classification,
  [CASE WHEN meets THEN '' ELSE 'frequency' END, CASE WHEN no_quorum THEN 'quorum' ELSE '' END] AS missing,
  CASE WHEN perhaps AND NOT no_quorum THEN 'inferred' ELSE 'gap' END AS state,
  b.sources AS sources, b.id AS id
ORDER BY state, b.register, b.position, id
