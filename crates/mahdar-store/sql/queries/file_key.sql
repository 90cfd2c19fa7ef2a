-- Key of an indicator file. Parameters: 1 sha256. Columns: key.
-- Asked by: Record::enter, Record::file.
select key from indicator_files where sha256 = ?1 order by key desc limit 1;
