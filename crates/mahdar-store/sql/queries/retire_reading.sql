-- A reading that no longer counts; it stays as it was made. Parameters: 1 reading key.
-- Asked by: Record::add, Record::reread.
update readings set current = 0 where key = ?1;
