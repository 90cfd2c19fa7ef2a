-- Claims about two states in either order, the newest document first, then as the text runs.
-- Parameters: 1 one state, 2 the other. Columns: reading key, claim.
-- Asked by: Record::claims_of_pair.
select c.reading, c.claim
from claims c
join readings r on r.key = c.reading
join document_versions v on v.key = r.version
join documents d on d.key = v.document
where (c.a = ?1 and c.b = ?2) or (c.a = ?2 and c.b = ?1)
order by v.published desc, d.id, c.claim;
