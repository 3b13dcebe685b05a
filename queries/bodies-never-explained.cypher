// title: Bodies that are named and never explained
// question: Which bodies does the plan name without saying what they are for or where they belong?
// group: boards and membership
// kind: check
// of: MATCH (b:Body) WHERE b.register IN $registers AND b.since_day <= $as_of AND b.until_day >= $as_of AND
//   b.collective = false AND b.outside = false AND b.status <> 'past' AND (NOT EXISTS { MATCH
//   (b)<-[r:CONCERNS]-(m:Measure) WHERE r.since_day <= $as_of AND r.until_day >= $as_of } OR EXISTS { MATCH
//   (b)-[r]-(x) WHERE r.since_day <= $as_of AND r.until_day >= $as_of AND x.kind <> 'measure' }) RETURN count(b)
// counted: bodies of the partnership
// why: A reader cannot tell what such a body is for.
// note: To be named as a partner, as what an action changes, as what a duty or finding concerns, as what receives a
//   report, or as the column of a matrix explains nothing. A body outside the partnership, or one that nothing but a
//   measure names, is not asked.
// synonyms: unknown groups, undefined, remit, no remit, terms of reference
// column named_by: Named by
MATCH (b:Body)
WHERE b.remit IS NULL AND b.collective = false AND b.outside = false AND b.status <> 'past' AND b.register IN $registers
  AND b.since_day <= $as_of AND b.until_day >= $as_of
  AND NOT EXISTS {
    MATCH (b)-[r:PART_OF|REPORTS_TO|SCRUTINISES|SUPPORTS|WORKS_WITH|MEMBER_OF|LEADS|DELIVERS|OVERSEES|OWNS|BEARS
      |LEADS_ON|SUPPORTS_ON]->()
    WHERE r.since_day <= $as_of AND r.until_day >= $as_of
  }
  AND NOT EXISTS {
    MATCH (b)<-[r:PART_OF|SCRUTINISES|SUPPORTS|WORKS_WITH|MEMBER_OF|CHAIRS|LEADS|OVERSEES
      |POST_IN|ACTS_FOR|RESPONSIBLE_AUTHORITY_OF]-()
    WHERE r.since_day <= $as_of AND r.until_day >= $as_of
  }
  AND (NOT EXISTS {
    MATCH (b)<-[r:CONCERNS]-(m:Measure)
    WHERE r.since_day <= $as_of AND r.until_day >= $as_of
  }
  OR EXISTS {
    MATCH (b)-[r]-(x)
    WHERE r.since_day <= $as_of AND r.until_day >= $as_of AND x.kind <> 'measure'
  })
OPTIONAL MATCH (x:Action|Strategy|Measure|Duty|Finding)-[i:INVOLVES|CHANGES|CONCERNS]->(b)
WHERE i.since_day <= $as_of AND i.until_day >= $as_of
WITH b, collect(x.name) AS names
RETURN b.name AS body, b.classification AS classification, b.status AS status, names AS named_by, 'gap' AS state,
  b.sources AS sources, b.id AS id
ORDER BY b.register, b.position, id
