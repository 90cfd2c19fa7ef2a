-- Keys by which a question finds its part of the record without passing over the rest. All of it is derived.

-- Names as they are written, each once, however many documents write it.
create table spelled (
  key integer primary key,
  text text not null,
  lang text not null,
  folded text not null,
  -- It stands as somebody's fullest name, and so has keys by sound.
  main integer not null check (main in (0, 1)),
  unique (text, lang)
);

-- Folded words of names, for a search by beginnings.
create table name_words (
  word text not null,
  name integer not null references spelled (key),
  primary key (word, name)
) without rowid;

-- Keys of the consonants of a name's parts, for a search by sound across scripts.
create table name_keys (
  hash integer not null,
  name integer not null references spelled (key),
  primary key (hash, name)
) without rowid;

create table name_places (
  name integer not null references spelled (key),
  main integer not null check (main in (0, 1)),
  reading integer not null,
  person integer not null,
  primary key (name, main, reading, person),
  foreign key (reading, person) references persons (reading, person) on delete cascade
) without rowid;
create index name_places_by_person on name_places (reading, person);

-- Readings whose names have no keys yet.
create table names_due (
  reading integer primary key references readings (key) on delete cascade
);

-- Events of two parties on different sides, in the order in which a brief tells them; the first party stands first by letters.
create table event_pairs (
  a text not null,
  b text not null,
  undated integer not null check (undated in (0, 1)),
  day text not null,
  published text not null,
  document text not null,
  reading integer not null,
  event integer not null,
  primary key (a, b, undated, day desc, published desc, document, event, reading),
  foreign key (reading, event) references events (reading, event) on delete cascade
) without rowid;
create index event_pairs_by_event on event_pairs (reading, event);

-- Claims about two parties in the order in which a brief tells them.
create table claim_pairs (
  a text not null,
  b text not null,
  published text not null,
  document text not null,
  claim integer not null,
  reading integer not null,
  primary key (a, b, published desc, document, claim, reading),
  foreign key (reading, claim) references claims (reading, claim) on delete cascade
) without rowid;
create index claim_pairs_by_claim on claim_pairs (reading, claim);
