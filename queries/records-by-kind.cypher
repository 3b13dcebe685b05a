// title: How much is recorded, and how much of it is inferred
// question: How many things of each kind are recorded, and how many of them are inferred?
// group: quality of the record
// kind: report
// counted: kinds of thing
// why: Says how far the record can be relied on.
// synonyms: statistics, counts, size, reliability
// column kind: Kind
// column number: Recorded
MATCH (a)
WHERE a.register IN $registers AND a.kind IS NOT NULL
WITH a.kind AS sort, count(a.id) AS number, count(CASE a.basis WHEN 'inferred' THEN 1 END) AS guessed
RETURN sort AS kind, number AS number, guessed AS inferred
ORDER BY kind
