-- A claim of a reading.
-- Parameters: 1 reading, 2 claim, 3 area, 4 relation, 5 indicator, 6 direction, 7 a, 8 b, 9 field, 10 span_start, 11 span_end.
-- Asked by: derive.
insert into claims (reading, claim, area, relation, indicator, direction, a, b, field, span_start, span_end)
values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11);
