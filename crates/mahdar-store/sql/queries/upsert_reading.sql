-- A reading that counts from now on. Parameters: 1 version key, 2 reader_version, 3 packs, 4 packs_hash, 5 json. Columns: key.
-- Asked by: Record::add, Record::reread.
insert into readings (version, reader_version, packs, packs_hash, json, current)
values (?1, ?2, ?3, ?4, ?5, 1)
on conflict (version, reader_version, packs_hash) do update set json = excluded.json, packs = excluded.packs, current = 1
returning key;
