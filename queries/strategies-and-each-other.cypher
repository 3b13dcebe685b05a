// title: How strategies stand to each other
// question: Which strategy stands beneath, rests on or replaces which other?
// group: strategies and their dates
// kind: report
// counted: strategies
// why: The policy framework of the plan, in words.
// synonyms: policy framework, hierarchy, alignment, national, based on, golden thread
// column name: Strategy
// column relation: Stands
// column other: To
// column level: Whose is the other
MATCH (s:Strategy)-[r:ALIGNS_WITH|PART_OF]->(x:Strategy)
WHERE r.register IN $registers AND r.since_day <= $as_of AND r.until_day >= $as_of
RETURN s.name AS name, coalesce(r.relation, 'part of') AS relation, x.name AS other, x.level AS level, r.basis AS basis,
  r.sources AS sources, x.id AS other_id, s.id AS id
ORDER BY s.register, s.position, id, relation, x.register, x.position, other_id, r.position, r.id
