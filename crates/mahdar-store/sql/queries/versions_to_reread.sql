-- Newest versions of all documents whose reading was made by other packs, or that have none, by id.
-- Parameters: 1 packs_hash. Columns: version key.
-- Asked by: Record::reread.
select v.key
from documents d
join document_versions v on v.document = d.key
left join readings r on r.version = v.key and r.current = 1
where v.version = (select max(version) from document_versions where document = d.key)
  and (r.key is null or r.packs_hash <> ?1)
order by d.id;
