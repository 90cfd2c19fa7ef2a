-- An event of a reading.
-- Parameters: 1 reading, 2 event, 3 id, 4 type, 5 mode, 6 status, 7 main, 8 date, 9 precision, 10 field, 11 span_start, 12 span_end.
-- Asked by: derive.
insert into events (reading, event, id, type, mode, status, main, date, precision, field, span_start, span_end)
values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12);
