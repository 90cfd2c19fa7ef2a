-- Events with two parties on different sides, the newest first, the undated last.
-- Parameters: 1 the party that stands first by letters, 2 the other, 3 how many at most (-1: all), 4 how many to pass over.
-- Columns: reading key, event.
-- Asked by: Record::events_between, Record::events_between_from.
select reading, event
from event_pairs
where a = ?1 and b = ?2
order by undated, day desc, published desc, document, event
limit ?3 offset ?4;
