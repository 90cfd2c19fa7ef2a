-- A person at an event. Parameters: 1 reading, 2 event, 3 side, 4 person, 5 role.
-- Asked by: derive.
insert or ignore into participants (reading, event, side, person, role) values (?1, ?2, ?3, ?4, ?5);
