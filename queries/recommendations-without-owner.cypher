// title: Recommendations accepted with nobody to carry them out
// question: For which accepted recommendations is nobody recorded who is to carry them out?
// group: recommendations
// kind: check
// of: MATCH (r:Recommendation) WHERE r.register IN $registers AND r.since_day <= $as_of AND r.until_day >= $as_of
//   AND r.answer IN ['accepted', 'in part'] RETURN count(r)
// counted: recommendations that were accepted, even in part
// why: What is accepted and given to nobody is not done.
// note: An owner is whoever is named to carry it out, or owns an action that does. Whom it was made to is not yet that.
// synonyms: owner, responsible, accountable, unowned, who will do it
// column made_by: By
// column made_to: To
MATCH (r:Recommendation)
WHERE r.register IN $registers AND r.since_day <= $as_of AND r.until_day >= $as_of
  AND r.answer IN ['accepted', 'in part']
OPTIONAL MATCH (x:Post|Body|Organisation|Person)-[o:OWNS]->(r)
WHERE o.capacity <> 'issuer' AND o.since_day <= $as_of AND o.until_day >= $as_of
WITH r, collect(CASE WHEN NOT coalesce(x.status, '') IN ['proposed', 'past'] THEN o.basis END) AS owned
OPTIONAL MATCH (a:Action)-[i:IMPLEMENTS]->(r)
WHERE i.since_day <= $as_of AND i.until_day >= $as_of
OPTIONAL MATCH (x:Post|Body|Organisation|Person)-[o:OWNS]->(a)
WHERE o.capacity <> 'issuer' AND o.since_day <= $as_of AND o.until_day >= $as_of
WITH r, owned, collect(CASE WHEN NOT coalesce(x.status, '') IN ['proposed', 'past'] THEN o.basis END) AS through
WITH r, owned + through AS owned
WHERE NOT 'stated' IN owned
OPTIONAL MATCH (x:Organisation|Body|Post|Person|Strategy)-[m:RECOMMENDS]->(r)
WHERE m.since_day <= $as_of AND m.until_day >= $as_of
WITH r, owned, collect(x.name) AS made_by
OPTIONAL MATCH (r)-[m:MADE_TO]->(x:Organisation|Body|Post)
WHERE m.since_day <= $as_of AND m.until_day >= $as_of
WITH r, owned, made_by, collect(x.name) AS made_to
RETURN r.name AS recommendation, made_by AS made_by, made_to AS made_to,
  CASE WHEN 'inferred' IN owned THEN 'inferred' WHEN r.may_miss CONTAINS 'OWNS' THEN 'unknown' ELSE 'gap' END AS state,
  r.sources AS sources, r.id AS id
ORDER BY state, r.register, r.position, id
