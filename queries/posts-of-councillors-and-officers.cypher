// title: Councillors' posts and officers' posts
// question: Which posts are held by elected people, which by officers, and what has each to do?
// group: posts and people
// kind: report
// of: MATCH (p:Post) WHERE p.register IN $registers AND p.since_day <= $as_of AND p.until_day >= $as_of RETURN count(p)
// counted: posts of which it is recorded
// why: Councillors decide and scrutinise, officers advise and carry out; who does which should be plain.
// note: Only where the register says whether whoever holds a post is elected; no title is taken to say it.
// synonyms: elected members, members, councillors, officers, roles, cabinet member, portfolio holder, separation
// grouped by: held_by
// column held_by: Held by
// column tasks: Leads, owns, oversees or bears
// column seats: Chairs or sits on
MATCH (p:Post)
WHERE p.register IN $registers AND p.since_day <= $as_of AND p.until_day >= $as_of AND p.elected IS NOT NULL
OPTIONAL MATCH (p)-[r:LEADS|OWNS|OVERSEES|BEARS]->(x:Theme|PriorityArea|Strategy|Body|Duty|Action|Measure)
WHERE r.since_day <= $as_of AND r.until_day >= $as_of
WITH p, collect(x.name) AS tasks, collect(r.sources) AS found
OPTIONAL MATCH (p)-[r:CHAIRS|MEMBER_OF]->(b:Body)
WHERE r.since_day <= $as_of AND r.until_day >= $as_of
WITH p, tasks, found, collect(b.name) AS seats, collect(r.sources) AS also
RETURN CASE p.elected WHEN true THEN 'elected people' ELSE 'officers' END AS held_by, p.name AS post,
  p.classification AS classification, tasks AS tasks, seats AS seats, [p.sources] + found + also AS sources, p.id AS id
ORDER BY held_by, p.register, p.position, id
