-- A document goes by another id. Parameters: 1 document key, 2 id.
-- Asked by: Record::add.
update documents set id = ?2 where key = ?1;
