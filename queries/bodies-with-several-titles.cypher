// title: Bodies with more than one title
// question: Which bodies are called by different titles in different places?
// group: quality of the record
// kind: check
// of: MATCH (b:Body) WHERE b.register IN $registers AND b.since_day <= $as_of AND b.until_day >= $as_of RETURN
//   count(b)
// counted: bodies
// why: A reader may take one body for two.
// synonyms: also called, different names, renamed
// column also_titled: Also called
MATCH (b:Body)
WHERE b.register IN $registers AND b.since_day <= $as_of AND b.until_day >= $as_of AND b.also_titled <> '[]'
RETURN b.name AS body, b.also_titled AS also_titled, 'gap' AS state, b.sources AS sources, b.id AS id
ORDER BY b.register, b.position, id
