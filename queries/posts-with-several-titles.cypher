// title: Posts with more than one title
// question: Which posts are called by different titles in different places?
// group: quality of the record
// kind: check
// of: MATCH (p:Post) WHERE p.register IN $registers AND p.since_day <= $as_of AND p.until_day >= $as_of RETURN
//   count(p)
// counted: posts
// why: A reader may take one post for two.
// synonyms: also called, different names, job title, renamed
// column also_titled: Also called
MATCH (p:Post)
WHERE p.register IN $registers AND p.since_day <= $as_of AND p.until_day >= $as_of AND p.also_titled <> '[]'
RETURN p.name AS post, p.also_titled AS also_titled, 'gap' AS state, p.sources AS sources, p.id AS id
ORDER BY p.register, p.position, id
