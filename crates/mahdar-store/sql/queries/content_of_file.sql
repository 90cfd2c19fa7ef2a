-- The bytes of an indicator file. Parameters: 1 file key. Columns: gzip.
-- Asked by: Record::cells.
select gzip from indicator_contents where file = ?1;
