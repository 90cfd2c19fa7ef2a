-- A name as it is written. Parameters: 1 text, 2 language. Columns: key, main.
-- Asked by: Record::index_names.
select key, main from spelled where text = ?1 and lang = ?2;
