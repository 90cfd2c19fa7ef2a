-- A party of an event. Parameters: 1 reading, 2 event, 3 side, 4 party, 5 part.
-- Asked by: derive.
insert or ignore into event_parties (reading, event, side, party, part) values (?1, ?2, ?3, ?4, ?5);
