-- A key by sound. Parameters: 1 hash, 2 name.
-- Asked by: Record::index_names.
insert into name_keys (hash, name) values (?1, ?2) on conflict do nothing;
