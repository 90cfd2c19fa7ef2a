-- Newest versions of all documents whose reading was made by other packs or another reader, or that have none.
-- Parameters: 1 packs_hash. Columns: version key, id, lang, published, source, url, title, text.
-- Asked by: Record::reread.
select v.key, d.id, v.lang, v.published, v.source, v.url, v.title, v.text
from documents d
join document_versions v on v.document = d.key
left join readings r on r.version = v.key and r.current = 1
where v.version = (select max(version) from document_versions where document = d.key)
  and (r.key is null or r.packs_hash <> ?1)
order by d.id;
