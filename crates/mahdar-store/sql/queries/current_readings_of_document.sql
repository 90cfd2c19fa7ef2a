-- Readings of any version of a document that count. Parameters: 1 document key. Columns: key.
-- Asked by: Record::add, before a new version takes over.
select r.key from readings r join document_versions v on v.key = r.version where v.document = ?1 and r.current = 1;
