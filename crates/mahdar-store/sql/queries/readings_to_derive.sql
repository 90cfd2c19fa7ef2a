-- Every reading that counts. Columns: reading key, version key, document id, json.
-- Asked by: Record::migrate, when a new layout has tables that are derived.
select r.key, r.version, d.id, r.json
from readings r
join document_versions v on v.key = r.version
join documents d on d.key = v.document
where r.current = 1;
