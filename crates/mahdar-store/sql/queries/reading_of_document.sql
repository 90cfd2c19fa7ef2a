-- The reading of a document that counts. Parameters: 1 document id. Columns: reading key.
-- Asked by: Record::reading_of.
select r.key
from documents d
join document_versions v on v.document = d.key
join readings r on r.version = v.key and r.current = 1
where d.id = ?1
order by v.version desc
limit 1;
