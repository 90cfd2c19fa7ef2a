-- Events at which a person of a reading stood. Parameters: 1 reading key, 2 person. Columns: event.
-- Asked by: Record::person_search.
select event from participants where reading = ?1 and person = ?2 order by event;
