-- A name as it is written. Parameters: 1 text, 2 language, 3 folded. Columns: key.
-- Asked by: Record::index_names.
insert into spelled (text, lang, folded, main) values (?1, ?2, ?3, 0) returning key;
