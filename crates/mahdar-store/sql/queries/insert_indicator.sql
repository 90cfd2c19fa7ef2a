-- A key for an indicator, made when there is none. Parameters: 1 id. Columns: key.
-- Asked by: Record::import.
insert into indicators (id) values (?1) on conflict (id) do update set id = excluded.id returning key;
