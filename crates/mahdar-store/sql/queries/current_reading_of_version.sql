-- The reading of a version that counts. Parameters: 1 version key. Columns: key, reader_version, packs_hash, json.
-- Asked by: Record::add, Record::reread.
select key, reader_version, packs_hash, json from readings where version = ?1 and current = 1;
