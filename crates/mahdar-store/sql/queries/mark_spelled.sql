-- A name that stands as somebody's fullest one from now on. Parameters: 1 key.
-- Asked by: Record::index_names.
update spelled set main = 1 where key = ?1;
