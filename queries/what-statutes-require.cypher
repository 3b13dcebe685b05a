// title: What statutes require
// question: Which duties, bodies, documents and seats rest on which statute and section?
// group: statutes
// kind: report
// counted: things that rest on a statute
// why: What a statute asks for cannot be given up by agreement.
// note: Only what a source of the register names; this is no list of the law.
// synonyms: legislation, act, statutory, law, legal basis, section, powers
// param statute: strategy, default "". Only this statute.
// grouped by: statute
// column thing: What
// column kind: Which is
MATCH (x:Duty|Body|Strategy)-[q:REQUIRED_BY]->(l:Strategy)
WHERE q.register IN $registers AND q.since_day <= $as_of AND q.until_day >= $as_of AND $statute IN ['', l.id]
RETURN l.name AS statute, q.section AS section, x.name AS thing, x.kind AS kind, q.basis AS basis,
  [q.sources] AS sources, l.id AS statute_id, x.id AS id
ORDER BY l.register, l.position, statute_id, coalesce(q.section, ''), kind, x.register, x.position, id, q.id
