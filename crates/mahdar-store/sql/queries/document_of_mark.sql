-- The document that a mark names, by its id here or one it came under; of several that whose text the mark cuts.
-- Parameters: 1 id, 2 text_sha256. Columns: id, whether it has that text.
-- Asked by: Record::address and the moving of marks.
select d.id,
  exists (select 1 from document_versions v where v.document = d.key and v.text_sha256 = ?2) as cuts
from (select key from documents where id = ?1
      union
      select document from document_ids where given = ?1) a
join documents d on d.key = a.key
order by cuts desc, d.id = ?1 desc, d.key
limit 1;
