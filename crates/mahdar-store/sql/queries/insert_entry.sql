-- A line of the register.
-- Parameters: 1 reading key, 2 subject, 3 property, 4 value, 5 original, 6 lang, 7 provenance, 8 version key, 9 field,
-- 10 span_start, 11 span_end, 12 file key, 13 line, 14 column_number, 15 valid_from, 16 valid_to.
-- Asked by: Record::enter and every reading that is taken in.
insert into entries (reading, subject, property, value, original, lang, provenance, version, field,
  span_start, span_end, file, line, column_number, valid_from, valid_to)
values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16);
