-- A name by its key. Parameters: 1 key. Columns: text, lang.
-- Asked by: Record::person_search.
select text, lang from spelled where key = ?1;
