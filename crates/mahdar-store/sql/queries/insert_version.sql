-- A version of a document. Parameters: 1 document key, 2 version, 3 lang, 4 published, 5 source, 6 url, 7 title, 8 text, 9 text_sha256, 10 content_sha256.
-- Asked by: Record::add.
insert into document_versions (document, version, lang, published, source, url, title, text, text_sha256, content_sha256)
values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10);
