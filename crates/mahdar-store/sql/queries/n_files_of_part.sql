-- How many vintages of a part of a source are here. Parameters: 1 source, 2 part. Columns: count.
-- Asked by: Record::import.
select count(*) from indicator_files where source = ?1 and part = ?2;
