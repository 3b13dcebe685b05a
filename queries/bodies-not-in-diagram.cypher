// title: Bodies that the structure diagram does not name
// question: Which boards and groups act in the plan and are not in its structure diagram?
// group: boards and membership
// kind: check
// of: MATCH (b:Body), (n:Register {id: b.register}) WHERE b.register IN $registers AND b.since_day <= $as_of AND
//   b.until_day >= $as_of AND b.collective = false AND b.outside = false AND NOT b.status IN ['proposed', 'past'] AND
//   (b.status = 'established' OR EXISTS { MATCH (b)-[r:DELIVERS|OWNS|OVERSEES|BEARS|LEADS|REPORTS_TO|SUPPORTS]->()
//   WHERE r.since_day <= $as_of AND r.until_day >= $as_of } OR EXISTS { MATCH (b)<-[r:MEMBER_OF]-() WHERE r.since_day
//   <= $as_of AND r.until_day >= $as_of }) AND NOT toLower(coalesce(b.classification, '')) =~
//   '.*(team|hub|court|service).*' AND b.id <> coalesce(n.partnership, '') AND EXISTS { MATCH (x:Body) WHERE
//   x.register = b.register AND x.sources CONTAINS '"part": "diagram"' } RETURN count(b)
// counted: boards, groups and panels of the partnership that exist or act in a plan with a structure diagram
// why: A reader takes the diagram for the whole structure.
// note: A body is in the diagram if one of its sources has `part: diagram`; one that is part of a body there stands
//   with it. A box for unnamed boards names none. Without a diagram nothing is asked.
// note: Teams, hubs, courts and services are not asked, nor bodies outside the partnership, nor the partnership
//   itself.
// synonyms: chart, organogram, missing from the structure, governance diagram
// column does: Is told to do, or does
MATCH (b:Body), (n:Register {id: b.register})
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
  AND b.id <> coalesce(n.partnership, '') AND NOT b.sources CONTAINS '"part": "diagram"'
  AND EXISTS {
    MATCH (x:Body)
    WHERE x.register = b.register AND x.sources CONTAINS '"part": "diagram"'
  }
OPTIONAL MATCH (b)-[u:PART_OF]->(w:Body)
WHERE u.since_day <= $as_of AND u.until_day >= $as_of
WITH b, collect(CASE WHEN w.sources CONTAINS '"part": "diagram"' THEN u.basis END) AS within
WHERE NOT 'stated' IN within
OPTIONAL MATCH (b)-[r:DELIVERS|OWNS|OVERSEES|BEARS|LEADS|DIRECTS]->(y)
WHERE r.since_day <= $as_of AND r.until_day >= $as_of
WITH b, within, collect(y.name) AS names
RETURN b.name AS body, b.classification AS classification, names AS does,
  CASE WHEN 'inferred' IN within THEN 'inferred' ELSE 'gap' END AS state, b.sources AS sources, b.id AS id
ORDER BY state, b.register, b.position, id
