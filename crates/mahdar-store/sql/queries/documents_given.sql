-- Documents that came under an id, the first first. Parameters: 1 id as given. Columns: key, id, source, url.
-- Asked by: Record::add.
select d.key, d.id, d.source, d.url
from document_ids i
join documents d on d.key = i.document
where i.given = ?1
order by d.key;
