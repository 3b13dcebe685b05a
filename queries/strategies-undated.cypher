// title: Strategies without dates
// question: Of which strategies does nobody say when they were made, when they begin or when they end?
// group: strategies and their dates
// kind: check
// of: MATCH (s:Strategy) WHERE s.register IN $registers AND s.since_day <= $as_of AND s.until_day >= $as_of AND NOT
//   coalesce(s.status, '') IN ['proposed', 'being developed', 'ended'] AND (s.classification IS NULL OR
//   toLower(s.classification) =~
//   '.*(strateg|plan|programme|framework|protocol|agreement|charter|policy|assessment).*') RETURN count(s)
// counted: strategies, plans, programmes and the like
// why: Without dates nobody can tell whether a strategy is still in force.
// note: Statutes, services, tools, surveys and the like need no dates. What is only planned has a check of its own.
// synonyms: no date, period, out of date, current
// column level: Whose
MATCH (s:Strategy)
WHERE s.register IN $registers AND s.since_day <= $as_of AND s.until_day >= $as_of
  AND NOT s.status IN ['proposed', 'being developed', 'ended'] AND s.since IS NULL AND s.until IS NULL
  AND s.date IS NULL
  AND toLower(coalesce(s.classification, 'strategy'))
    =~ '.*(strateg|plan|programme|framework|protocol|agreement|charter|policy|assessment).*'
RETURN s.name AS strategy, s.classification AS classification, s.level AS level, 'gap' AS state, s.sources AS sources,
  s.id AS id
ORDER BY s.register, s.position, id
