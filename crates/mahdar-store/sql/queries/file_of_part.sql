-- A file of a part of a source with these very bytes, of whatever vintage. Parameters: 1 source, 2 part, 3 sha256. Columns: key.
-- Asked by: Record::import, for which the same bytes twice change nothing.
select key from indicator_files where source = ?1 and part = ?2 and sha256 = ?3;
