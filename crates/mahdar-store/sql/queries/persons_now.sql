-- Everybody whom the readings that count name. Columns: reading key, person, name, language.
-- Asked by: Record::person_search, which compares the names.
select p.reading, p.person, p.name, coalesce(v.lang, json_extract(r.json, '$.document.lang'), '')
from persons p
join readings r on r.key = p.reading and r.current = 1
join document_versions v on v.key = r.version
where v.version = (select max(version) from document_versions where document = v.document)
order by p.reading, p.person;
