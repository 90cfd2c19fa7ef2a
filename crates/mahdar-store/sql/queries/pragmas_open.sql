-- How a connection to the record behaves: a wait for a second writer, readers beside one writer, references kept.
-- Asked by: Record::open, Record::create_or_open. No parameters.
pragma busy_timeout = 30000;
pragma journal_mode = wal;
pragma foreign_keys = on;
pragma synchronous = normal;
pragma wal_autocheckpoint = 4000;
pragma cache_size = -65536;
