-- How many judgements there are. Columns: count.
-- Asked by: Record::judgements, which keeps them while the number stays.
select count(*) from judgements;
