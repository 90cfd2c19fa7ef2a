-- Sources of which the record has files, with how many, counting old vintages.
-- Columns: source, number of files.
-- Asked by: Record::sources.
select source, count(*) from indicator_files group by source order by source;
