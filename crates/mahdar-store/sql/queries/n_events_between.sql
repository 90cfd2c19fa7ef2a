-- How many events there are between two parties.
-- Parameters: 1 the party that stands first by letters, 2 the other. Columns: count.
-- Asked by: Record::n_events_between.
select count(*) from event_pairs where a = ?1 and b = ?2;
