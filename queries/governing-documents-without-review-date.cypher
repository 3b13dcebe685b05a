// title: Governing documents without a date of review
// question: Of which terms of reference, protocols and agreements is it not said when they are to be reviewed?
// group: strategies and their dates
// kind: check
// of: MATCH (s:Strategy) WHERE s.register IN $registers AND s.since_day <= $as_of AND s.until_day >= $as_of AND NOT
//   s.status IN ['ended', 'proposed', 'being developed'] AND (s.expects CONTAINS 'review' OR (s.classification IN
//   ['protocol', 'agreement'] AND EXISTS { MATCH (o:Strategy) WHERE o.register = s.register AND o.review_due IS NOT
//   NULL })) RETURN count(s)
// counted: governing documents that are expected to have a date of review
// why: Without a date nobody reviews it.
// note: Terms of reference are asked always; protocols and agreements only where the register records dates of review.
// synonyms: terms of reference, protocol, memorandum, agreement, review date, refresh
MATCH (s:Strategy)
WHERE s.register IN $registers AND s.since_day <= $as_of AND s.until_day >= $as_of
  AND NOT s.status IN ['ended', 'proposed', 'being developed'] AND s.review_due IS NULL
  AND (s.expects CONTAINS 'review' OR (s.classification IN ['protocol', 'agreement'] AND EXISTS {
    MATCH (o:Strategy)
    WHERE o.register = s.register AND o.review_due IS NOT NULL
  }))
RETURN s.name AS document, s.classification AS classification, s.date AS date, 'gap' AS state, s.sources AS sources,
  s.id AS id
ORDER BY s.register, s.position, id
