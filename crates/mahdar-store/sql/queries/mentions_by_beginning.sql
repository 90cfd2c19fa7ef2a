-- Ids of mentions that begin with some digits, the first few. Parameters: 1 the digits, 2 what comes after them. Columns: id.
-- Asked by: Record::address, for ids that are cut short.
select id from mentions where id >= ?1 and id < ?2 order by id limit 3;
