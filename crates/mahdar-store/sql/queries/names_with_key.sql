-- Names under a key by sound, not more than a common one has. Parameters: 1 hash. Columns: name.
-- Asked by: Record::person_search.
select name from name_keys where hash = ?1 limit 20000;
