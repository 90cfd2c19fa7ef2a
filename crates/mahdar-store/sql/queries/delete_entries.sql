-- What was derived from a reading, before it is made anew: entries and what hangs on them. Parameters: 1 reading key.
-- Asked by: every change of the reading that counts.
delete from entries where reading = ?1;
