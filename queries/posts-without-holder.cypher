// title: Posts vacant, or with no holder recorded
// question: Which posts does nobody hold, as far as we know?
// group: posts and people
// kind: check
// of: MATCH (p:Post) WHERE p.register IN $registers AND p.since_day <= $as_of AND p.until_day >= $as_of AND
//   p.classification = 'post' RETURN count(p)
// counted: posts, roles aside
// why: What a vacant post owns, leads or chairs has nobody behind it.
// note: Vacant: the source says so, and nobody is recorded as holding it on the day. Where the source does not say, or
//   does not disclose it, the state is unknown. A role that a class of posts fills is not asked for a holder.
// synonyms: vacancy, vacancies, empty, unfilled, holder
// column holding: The source says
// column settled_by: Holder, by inference
// column answers_for: Answers for
MATCH (p:Post)
WHERE p.register IN $registers AND p.since_day <= $as_of AND p.until_day >= $as_of AND p.classification = 'post'
  AND p.holding <> 'held'
  AND NOT EXISTS {
    MATCH (p)<-[h:HOLDS]-(:Person)
    WHERE h.basis = 'stated' AND h.capacity <> 'designate' AND h.since_day <= $as_of AND h.until_day >= $as_of
  }
OPTIONAL MATCH (p)<-[h:HOLDS]-(n:Person)
WHERE h.capacity <> 'designate' AND h.since_day <= $as_of AND h.until_day >= $as_of
WITH p, collect(n.name) AS people
OPTIONAL MATCH (p)-[r:OWNS|LEADS|CHAIRS]->(x:Action|Strategy|Measure|Theme|PriorityArea|Body|Duty)
WHERE r.since_day <= $as_of AND r.until_day >= $as_of
WITH p, people, collect(x.name) AS names
RETURN p.name AS post, p.holding AS holding, people AS settled_by, names AS answers_for,
  CASE WHEN size(people) > 0 THEN 'inferred' WHEN p.holding = 'vacant' THEN 'gap' ELSE 'unknown' END AS state,
  CASE WHEN size(people) = 0 AND p.holding = 'vacant' AND coalesce(p.vacancy_sources, '[]') <> '[]'
    THEN p.vacancy_sources ELSE p.sources END AS sources, p.id AS id
ORDER BY state, p.register, p.position, id
