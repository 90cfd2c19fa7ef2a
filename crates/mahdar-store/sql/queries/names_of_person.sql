-- The fullest name of a person of a reading, as it is kept. Parameters: 1 reading key, 2 person. Columns: name.
-- Asked by: Record::person_search.
select name from name_places where reading = ?1 and person = ?2 and main = 1;
