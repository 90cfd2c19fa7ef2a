-- What was derived from a reading, before it is made anew: claims and what hangs on them. Parameters: 1 reading key.
-- Asked by: every change of the reading that counts.
delete from claims where reading = ?1;
