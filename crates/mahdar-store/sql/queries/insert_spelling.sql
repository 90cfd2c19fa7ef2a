-- A spelling of a person's name. Parameters: 1 reading, 2 person, 3 spelling, 4 text, 5 folded, 6 field, 7 span_start, 8 span_end.
-- Asked by: derive.
insert into spellings (reading, person, spelling, text, folded, field, span_start, span_end) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8);
