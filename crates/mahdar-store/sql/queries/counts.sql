-- How much the record holds. Columns: documents, versions, readings, events, persons, claims, entries, files, observations.
-- Asked by: Record::counts (doctor).
select (select count(*) from documents), (select count(*) from document_versions), (select count(*) from readings),
  (select count(*) from events), (select count(*) from persons), (select count(*) from claims), (select count(*) from entries),
  (select count(*) from indicator_files), (select count(*) from observations);
