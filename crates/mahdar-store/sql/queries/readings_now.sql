-- The readings that count, of the newest version of each document.
-- Columns: reading key.
-- Asked by: Record::readings_now.
select r.key
from documents d
join document_versions v on v.document = d.key
join readings r on r.version = v.key and r.current = 1
where v.version = (select max(version) from document_versions where document = d.key)
order by d.id;
