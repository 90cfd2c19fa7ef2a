-- An indicator file.
-- Parameters: 1 source, 2 part, 3 name, 4 sha256, 5 vintage, 6 publisher, 7 title, 8 licence, 9 unit, 10 absent_row, 11 columns, 12 rows.
-- Asked by: Record::import.
insert into indicator_files (source, part, name, sha256, vintage, publisher, title, licence, unit, absent_row, columns, rows)
values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12);
