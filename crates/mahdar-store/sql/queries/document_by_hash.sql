-- A document whose newest version has this very text and day of release; a reprint by another publisher is another document.
-- Parameters: 1 text_sha256, 2 published, 3 source. Columns: key, id.
-- Asked by: Record::add.
select d.key, d.id
from document_versions v
join documents d on d.key = v.document
where v.text_sha256 = ?1
  and v.published is ?2
  and (v.source = ?3 or v.source is null or ?3 is null)
  and v.version = (select max(version) from document_versions where document = v.document)
order by d.key
limit 1;
