-- Documents that came under an id of this one, itself included: the first id of each, and how many came under that.
-- Parameters: 1 document key. Columns: key, id, source, url, first id, number.
-- Asked by: Record::add, for ids that are the same whatever came first.
select d.key, d.id, d.source, d.url, f.given, (select count(*) from document_ids where given = f.given)
from (select distinct other.document
      from document_ids own
      join document_ids other on other.given = own.given
      where own.document = ?1) a
join documents d on d.key = a.document
join document_ids f on f.document = d.key
where f.given = (select min(given) from document_ids where document = d.key)
order by d.key;
