-- Key of a version of a document. Parameters: 1 id, 2 version. Columns: key.
-- Asked by: Record::enter.
select v.key from document_versions v join documents d on d.key = v.document where d.id = ?1 and v.version = ?2;
