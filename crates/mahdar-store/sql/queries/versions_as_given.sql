-- Every version of every document as its publisher released it, the older first.
-- Columns: first id as given, lang, published, source, url, title, text.
-- Asked by: Record::given, for another record.
select (select min(given) from document_ids where document = d.key), v.lang, v.published, v.source, v.url, v.title, v.text
from documents d
join document_versions v on v.document = d.key
order by d.id, v.version;
