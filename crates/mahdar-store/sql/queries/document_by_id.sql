-- The document with an id. Parameters: 1 id. Columns: key, id, source, url.
-- Asked by: Record::add.
select key, id, source, url from documents where id = ?1;
