-- One version of a document; the newest when none is asked for.
-- Parameters: 1 id, 2 version or null. Columns: id, version, lang, published, source, url, title, text, text_sha256.
-- Asked by: Record::document.
select d.id, v.version, coalesce(v.lang, json_extract(r.json, '$.document.lang')), v.published, v.source, v.url, v.title, v.text, v.text_sha256
from documents d
join document_versions v on v.document = d.key
left join readings r on r.version = v.key and r.current = 1
where d.id = ?1
  and v.version = coalesce(?2, (select max(version) from document_versions where document = d.key));
