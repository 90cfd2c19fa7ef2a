-- A person of a reading. Parameters: 1 reading, 2 person, 3 name, 4 party, 5 field, 6 span_start, 7 span_end.
-- Asked by: derive.
insert into persons (reading, person, name, party, field, span_start, span_end) values (?1, ?2, ?3, ?4, ?5, ?6, ?7);
