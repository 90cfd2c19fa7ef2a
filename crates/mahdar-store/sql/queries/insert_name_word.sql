-- A word of a name. Parameters: 1 folded word, 2 name.
-- Asked by: Record::index_names.
insert into name_words (word, name) values (?1, ?2) on conflict do nothing;
