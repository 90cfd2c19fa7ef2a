-- Every reading of a document, the one that counts first. Parameters: 1 document id.
-- Columns: reading key, json, text_sha256, current, version key.
-- Asked by: Record::address and the moving of marks, for ids of older readings.
select r.key, r.json, v.text_sha256, r.current, v.key
from documents d
join document_versions v on v.document = d.key
join readings r on r.version = v.key
where d.id = ?1
order by r.current desc, v.version desc, r.key desc;
