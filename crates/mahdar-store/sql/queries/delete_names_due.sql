-- A reading whose names have keys now. Parameters: 1 reading key.
-- Asked by: Record::index_names.
delete from names_due where reading = ?1;
