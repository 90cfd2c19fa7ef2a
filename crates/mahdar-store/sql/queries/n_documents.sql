-- How many documents there are. Columns: count.
-- Asked by: Record::reread.
select count(*) from documents;
