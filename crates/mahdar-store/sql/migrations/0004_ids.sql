-- Every id under which a document came. Its id in the record follows from all of them and not from which came first.

create table document_ids (
  given text not null,
  document integer not null references documents (key),
  primary key (given, document)
) without rowid;
create index document_ids_by_document on document_ids (document);

insert into document_ids (given, document) select id, key from documents;
