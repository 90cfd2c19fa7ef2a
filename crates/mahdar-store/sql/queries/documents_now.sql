-- Every document in its newest version, with its reading's language.
-- Columns: version key, id, version, title, source, url, published, lang, text_sha256.
-- Asked by: Record::documents, Record::reread.
select v.key, d.id, v.version, v.title, v.source, v.url, v.published,
  coalesce(v.lang, json_extract(r.json, '$.document.lang')), v.text_sha256
from documents d
join document_versions v on v.document = d.key
left join readings r on r.version = v.key and r.current = 1
where v.version = (select max(version) from document_versions where document = d.key)
order by d.id;
