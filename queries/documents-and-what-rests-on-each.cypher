// title: Documents, and what rests on each
// question: What in the plan rests on, is guided by or carries out each strategy, assessment or agreement?
// group: strategies and their dates
// kind: report
// counted: documents that something rests on
// why: When a document changes, whoever leans on it must know.
// synonyms: evidence, strategic assessment, depends on, impact of a change, based on, needs assessment, analysis
// param strategy: strategy, default "". Only this document.
// grouped by: document
// column thing: What rests on it
// column kind: Which is
// column classification: Sort
MATCH (s:Strategy)-[r:GUIDES|ALIGNS_WITH|EVIDENCED_BY|IMPLEMENTS|REQUIRED_BY|GOVERNS]-(x:Theme|PriorityArea|Strategy|Issue
  |Finding|Action|Duty|Body)
WHERE r.register IN $registers AND r.since_day <= $as_of AND r.until_day >= $as_of AND $strategy IN ['', s.id]
WITH s, r, x, r.id STARTS WITH (s.id + '|') AS forward
WHERE (forward AND type(r) IN ['GUIDES', 'GOVERNS']) OR (NOT forward AND type(r) IN ['EVIDENCED_BY', 'IMPLEMENTS',
  'REQUIRED_BY']) OR (type(r) = 'ALIGNS_WITH' AND NOT forward AND r.relation IN ['beneath', 'based on', 'informed by'])
RETURN s.name AS document, s.classification AS classification, CASE WHEN forward THEN '' ELSE '<' END + type(r) + ' ' +
  coalesce(r.relation, '') AS relationship, x.name AS thing, x.kind AS kind, r.basis AS basis, r.sources AS sources,
  x.id AS thing_id, s.id AS id
ORDER BY s.register, s.position, id, type(r), kind, x.register, x.position, thing_id, r.position, r.id
