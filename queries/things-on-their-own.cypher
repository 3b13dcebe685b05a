// title: Things that nothing is said of
// question: What is recorded without any relationship to anything else?
// group: quality of the record
// kind: report
// counted: things
// why: A record that nothing is joined to answers no question.
// note: Documents are left out: facts stand on them.
// synonyms: orphans, unconnected, isolated, unused
// column name: Thing
// column kind: Which is
MATCH (a)
WHERE a.register IN $registers AND a.kind <> 'document'
OPTIONAL MATCH (a)-[r]-(b)
WITH a, count(r.id) AS number
WHERE number = 0
RETURN a.name AS name, a.kind AS kind, a.basis AS basis, a.sources AS sources, a.id AS id
ORDER BY a.register, kind, a.position, id
