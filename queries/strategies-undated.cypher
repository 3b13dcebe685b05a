// title: Strategies without dates
// question: Of which strategies does nobody say when they were made, when they begin or when they end?
// group: strategies and their dates
// kind: check
// of: MATCH (s:Strategy) WHERE s.register IN $registers AND s.since_day <= $as_of AND s.until_day >= $as_of AND NOT
//   coalesce(s.status, '') IN ['proposed', 'being developed', 'ended'] AND s.expects CONTAINS 'dates' RETURN
//   count(s)
// counted: strategies, plans and the like that are expected to have dates
// why: Without dates nobody can tell whether a strategy is still in force.
// note: Services, models, tools, statutes and the like are not asked, nor what is the region's or the nation's.
// note: Where the source does not say whose it is, the state is unknown. What is only planned has a check of its own.
// synonyms: no date, period, out of date, current
// column level: Whose
MATCH (s:Strategy)
WHERE s.register IN $registers AND s.since_day <= $as_of AND s.until_day >= $as_of
  AND NOT s.status IN ['proposed', 'being developed', 'ended'] AND s.since IS NULL AND s.until IS NULL
  AND s.date IS NULL
  AND s.expects CONTAINS 'dates'
RETURN s.name AS strategy, s.classification AS classification, s.level AS level,
  CASE WHEN s.level IS NULL THEN 'unknown' ELSE 'gap' END AS state, s.sources AS sources,
  s.id AS id
ORDER BY state, s.register, s.position, id
