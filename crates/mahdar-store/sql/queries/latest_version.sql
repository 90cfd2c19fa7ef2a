-- The newest version of a document. Parameters: 1 document key. Columns: key, version, content_sha256.
-- Asked by: Record::add.
select key, version, content_sha256 from document_versions where document = ?1 order by version desc limit 1;
