-- A reading and the version it is of. Parameters: 1 reading key. Columns: json, version key.
-- Asked by: Record::add, for documents that go by another id.
select json, version from readings where key = ?1;
