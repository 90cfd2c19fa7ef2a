-- A new document. Parameters: 1 id, 2 source, 3 url.
-- Asked by: Record::add.
insert into documents (id, source, url) values (?1, ?2, ?3);
