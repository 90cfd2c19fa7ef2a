-- One cell. Parameters: 1 indicator key, 2 period, 3 a, 4 b, 5 file key, 6 line, 7 column_number, 8 value, 9 code, 10 reporter, 11 missing.
-- Asked by: Record::import.
insert into observations (indicator, period, a, b, file, line, column_number, value, code, reporter, missing)
values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11);
