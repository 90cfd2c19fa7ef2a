-- An event of two parties on different sides.
-- Parameters: 1 the party that stands first by letters, 2 the other, 3 undated, 4 day, 5 document id, 6 reading, 7 event, 8 version key.
-- Asked by: derive.
insert into event_pairs (a, b, undated, day, published, document, reading, event)
select ?1, ?2, ?3, ?4, coalesce(v.published, ''), ?5, ?6, ?7 from document_versions v where v.key = ?8
on conflict do nothing;
