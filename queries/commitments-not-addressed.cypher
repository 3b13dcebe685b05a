// title: Regional commitments that nothing local addresses
// question: Which commitments of the region does nothing in our plan address?
// group: regional and borough priorities
// kind: check
// of: MATCH (n:Register), (c:Commitment) WHERE n.id IN $registers AND (c.register = n.id OR n.uses CONTAINS ('"' +
//   c.register + '"')) AND c.since_day <= $as_of AND c.until_day >= $as_of AND EXISTS { MATCH (x:Theme) WHERE
//   x.register = n.id OR n.uses CONTAINS ('"' + x.register + '"') } RETURN count(c)
// counted: regional commitments counted plan by plan
// why: A regional commitment is kept only where something local carries it out.
// note: Priority areas, actions and local strategies count; regional and national strategies do not.
// synonyms: mapping, region, combined authority, coverage, not served
// column priority: Regional priority
// column settled_by: Addressed, by inference, by
MATCH (n:Register), (c:Commitment)
WHERE n.id IN $registers AND (c.register = n.id OR n.uses CONTAINS ('"' + c.register + '"')) AND c.since_day <= $as_of
  AND c.until_day >= $as_of
  AND EXISTS {
    MATCH (t:Theme)
    WHERE t.register = n.id OR n.uses CONTAINS ('"' + t.register + '"')
  }
OPTIONAL MATCH (c)<-[r:ADDRESSES]-(x:PriorityArea|Action|Strategy)
WHERE x.register = n.id AND NOT coalesce(x.level, 'local') IN ['regional', 'national'] AND r.since_day <= $as_of
  AND r.until_day >= $as_of AND x.since_day <= $as_of AND x.until_day >= $as_of
WITH n, c, collect(r.basis) AS found,
  collect(CASE WHEN r.in_part IS NULL THEN x.name ELSE x.name + ' (in part: ' + r.in_part + ')' END) AS settled
WHERE NOT 'stated' IN found
OPTIONAL MATCH (c)-[u:PART_OF]->(q:RegionalPriority)
WHERE u.since_day <= $as_of AND u.until_day >= $as_of
WITH n, c, found, settled, collect(q.name) AS names
RETURN c.name AS commitment, names AS priority, settled AS settled_by,
  CASE WHEN 'inferred' IN found THEN 'inferred' ELSE 'gap' END AS state,
  c.sources AS sources, n.id AS register, c.id AS id
ORDER BY state, register, c.register, c.position, id
