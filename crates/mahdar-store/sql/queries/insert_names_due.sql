-- A reading whose names need keys. Parameters: 1 reading key.
-- Asked by: derive.
insert into names_due (reading) values (?1) on conflict do nothing;
