-- The bytes of an indicator file. Parameters: 1 file key, 2 gzip.
-- Asked by: Record::import.
insert into indicator_contents (file, gzip) values (?1, ?2);
