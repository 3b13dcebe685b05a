// title: Bodies without a chair
// question: Which boards, groups and panels does nobody chair?
// group: boards and membership
// kind: check
// of: MATCH (b:Body) WHERE b.register IN $registers AND b.since_day <= $as_of AND b.until_day >= $as_of AND
//   b.collective = false AND b.outside = false AND NOT b.status IN ['proposed', 'past'] AND (b.status = 'established'
//   OR EXISTS { MATCH (b)-[r:DELIVERS|OWNS|OVERSEES|BEARS|LEADS|REPORTS_TO|SUPPORTS]->() WHERE r.since_day <= $as_of
//   AND r.until_day >= $as_of } OR EXISTS { MATCH (b)<-[r:MEMBER_OF]-() WHERE r.since_day <= $as_of AND r.until_day
//   >= $as_of }) AND NOT toLower(coalesce(b.classification, '')) =~ '.*(team|hub|court|service).*' AND NOT
//   (toLower(coalesce(b.classification, '')) CONTAINS 'partnership' AND EXISTS { MATCH (b)<-[h:PART_OF]-(x:Body)
//   WHERE toLower(coalesce(x.classification, '')) CONTAINS 'board' AND h.since_day <= $as_of AND h.until_day >=
//   $as_of }) AND NOT (toLower(coalesce(b.classification, '')) =~ '.*(task|working|project).*' AND EXISTS { MATCH
//   (b)<-[q:LEADS]-() WHERE q.capacity IN ['lead', 'joint'] AND q.since_day <= $as_of AND q.until_day >= $as_of })
//   RETURN count(b)
// counted: boards, groups and panels of the partnership that exist or act in the plan
// why: A meeting without a chair has nobody who answers for it.
// note: A vice, deputy or acting chair is no chair, and neither is whoever leads the body. Teams, hubs, courts and
//   services are not asked, nor is a task, working or project group that somebody leads, nor a partnership that has a
//   board.
// synonyms: chairman, chairperson, chaired by
// column other: Deputy, acting, or leading it
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
  AND NOT (toLower(coalesce(b.classification, '')) =~ '.*(task|working|project).*' AND EXISTS {
    MATCH (b)<-[q:LEADS]-()
    WHERE q.capacity IN ['lead', 'joint'] AND q.since_day <= $as_of AND q.until_day >= $as_of
  })
OPTIONAL MATCH (x:Post|Person)-[c:CHAIRS]->(b)
WHERE c.since_day <= $as_of AND c.until_day >= $as_of
WITH b, collect(CASE WHEN c.capacity IN ['chair', 'joint'] THEN c.basis END) AS chaired,
  collect(CASE WHEN NOT c.capacity IN ['chair', 'joint'] THEN x.name + ' (' + c.capacity + ' chair)' END) AS others
WHERE NOT 'stated' IN chaired
OPTIONAL MATCH (y:Post|Body|Organisation|Person)-[l:LEADS]->(b)
WHERE l.since_day <= $as_of AND l.until_day >= $as_of
WITH b, chaired, others, collect(CASE WHEN y.id IS NULL THEN NULL ELSE y.name + ' (leads it)' END) AS leaders
RETURN b.name AS body, b.classification AS classification, others + leaders AS other,
  CASE WHEN 'inferred' IN chaired THEN 'inferred' WHEN b.chairing = 'vacant' THEN 'gap'
    WHEN b.may_miss CONTAINS 'CHAIRS' THEN 'unknown' ELSE 'gap' END AS state,
  CASE WHEN b.chairing = 'vacant' THEN b.vacancy_sources ELSE b.sources END AS sources, b.id AS id
ORDER BY state, b.register, b.position, id
