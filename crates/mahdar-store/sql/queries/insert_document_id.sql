-- An id under which a document came. Parameters: 1 id as given, 2 document key.
-- Asked by: Record::add.
insert into document_ids (given, document) values (?1, ?2) on conflict do nothing;
