-- The document released at an address. Parameters: 1 url. Columns: key, id.
-- Asked by: Record::add.
select key, id from documents where url = ?1 order by key limit 1;
