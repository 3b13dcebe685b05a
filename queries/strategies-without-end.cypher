// title: Strategies without an end
// question: Which strategies and plans are dated and do not say until when they run?
// group: strategies and their dates
// kind: check
// of: MATCH (s:Strategy) WHERE s.register IN $registers AND s.since_day <= $as_of AND s.until_day >= $as_of AND
//   s.expects CONTAINS 'dates' AND NOT s.status IN ['proposed', 'being developed', 'ended'] AND coalesce(s.level,
//   'local') = 'local' AND (s.since IS NOT NULL OR s.until IS NOT NULL OR s.date IS NOT NULL) RETURN count(s)
// counted: strategies, plans and the like with a date
// why: Without an end nobody can tell when a strategy is due for renewal.
// note: What has no date at all has a check of its own: strategies-undated.
// note: Services, models, tools, statutes and the like are not asked, nor what is the region's or the nation's. Where
//   the source does not say whose it is, the state is unknown.
// synonyms: end date, expiry, renewal, review date, open-ended
// column dated: From
MATCH (s:Strategy)
WHERE s.register IN $registers AND s.since_day <= $as_of AND s.until_day >= $as_of AND s.until IS NULL
  AND s.expects CONTAINS 'dates' AND NOT s.status IN ['proposed', 'being developed', 'ended']
  AND coalesce(s.level, 'local') = 'local' AND (s.since IS NOT NULL OR s.date IS NOT NULL)
RETURN s.name AS strategy, s.classification AS classification, coalesce(s.since, s.date) AS dated,
  CASE WHEN s.level IS NULL THEN 'unknown' ELSE 'gap' END AS state, s.sources AS sources, s.id AS id
ORDER BY state, s.register, s.position, id
