-- A reading with the version it is of.
-- Parameters: 1 reading key. Columns: json, id, version, lang, published, source, url, title, text, text_sha256.
-- Asked by: everything that shows words.
select r.json, d.id, v.version, v.lang, v.published, v.source, v.url, v.title, v.text, v.text_sha256
from readings r
join document_versions v on v.key = r.version
join documents d on d.key = v.document
where r.key = ?1;
