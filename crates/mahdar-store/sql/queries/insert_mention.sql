-- The id of a mention and where it stands; an id that is known stays where it was.
-- Parameters: 1 id, 2 kind, 3 version key, 4 field, 5 span_start, 6 span_end.
-- Asked by: derive.
insert into mentions (id, kind, version, field, span_start, span_end) values (?1, ?2, ?3, ?4, ?5, ?6)
on conflict (id) do nothing;
