-- A version as its publisher released it. Parameters: 1 version key. Columns: id, lang, published, source, url, title, text.
-- Asked by: Record::reread.
select d.id, v.lang, v.published, v.source, v.url, v.title, v.text
from document_versions v
join documents d on d.key = v.document
where v.key = ?1;
