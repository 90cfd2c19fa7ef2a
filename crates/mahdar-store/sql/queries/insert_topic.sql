-- A subject of an event. Parameters: 1 reading, 2 event, 3 topic_number, 4 topic, 5 field, 6 span_start, 7 span_end.
-- Asked by: derive.
insert into topics (reading, event, topic_number, topic, field, span_start, span_end) values (?1, ?2, ?3, ?4, ?5, ?6, ?7);
