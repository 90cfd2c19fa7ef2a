-- Readings whose names have no keys yet, some of them. Columns: reading key, language.
-- Asked by: Record::index_names.
select n.reading, coalesce(v.lang, json_extract(r.json, '$.document.lang'), '')
from names_due n
join readings r on r.key = n.reading
join document_versions v on v.key = r.version
order by n.reading
limit 512;
