-- An agreement of an event. Parameters: 1 reading, 2 event, 3 agreement, 4 title, 5 kind, 6 status, 7 sector, 8 field, 9 span_start, 10 span_end.
-- Asked by: derive.
insert into agreements (reading, event, agreement, title, kind, status, sector, field, span_start, span_end)
values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10);
