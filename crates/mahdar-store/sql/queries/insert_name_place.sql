-- Where a name stands. Parameters: 1 name, 2 main, 3 reading, 4 person.
-- Asked by: Record::index_names.
insert into name_places (name, main, reading, person) values (?1, ?2, ?3, ?4) on conflict do nothing;
