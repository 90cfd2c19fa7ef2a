-- The record, from nothing.
--
-- Layer 1: documents, indicator files and judgements. Append-only; triggers at the end refuse anything else.
-- Layer 2: readings, one per document version, reader version and pack hash; `current` marks the one that counts.
-- Layer 3: entries, the register's lines; the check on `provenance` makes one without evidence impossible.
-- Layer 4: what is derived from a current reading, and may be deleted and made anew at any time; observations.
--
-- Spans are bytes of the title or the text, end exclusive. Lines and columns of files count from 1.

create table documents (
  key integer primary key,
  id text not null unique,
  source text,
  url text
);
create index documents_by_url on documents (url) where url is not null;

create table document_versions (
  key integer primary key,
  document integer not null references documents (key),
  version integer not null check (version > 0),
  lang text,
  published text,
  source text,
  url text,
  licence text,
  title text not null,
  text text not null,
  text_sha256 text not null,
  content_sha256 text not null,
  recorded_at text not null default (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
  unique (document, version)
);
create index document_versions_by_hash on document_versions (text_sha256);

create table judgements (
  key integer primary key,
  kind text not null,
  version integer not null references document_versions (key),
  field text not null check (field in ('title', 'text')),
  span_start integer not null check (span_start >= 0),
  span_end integer not null check (span_end >= span_start),
  value text not null,
  judge text not null,
  recorded_at text not null default (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
);

create table indicator_files (
  key integer primary key,
  source text not null,
  part text not null,
  name text not null,
  sha256 text not null check (length(sha256) = 64),
  vintage text not null,
  publisher text not null,
  title text not null,
  licence text not null,
  unit text not null,
  absent_row text not null,
  columns text not null,
  rows text not null,
  recorded_at text not null default (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
  unique (source, part, sha256)
);

-- The bytes themselves, so that a row can be shown without the file; gzip of what the hash is of.
create table indicator_contents (
  file integer primary key references indicator_files (key),
  gzip blob not null
);

-- Of the files of one part of a source, the one imported last counts.
create view current_files as
  select max(key) as key from indicator_files group by source, part;

create table readings (
  key integer primary key,
  version integer not null references document_versions (key),
  reader_version text not null,
  packs text not null,
  packs_hash text not null,
  json text not null,
  current integer not null check (current in (0, 1)),
  recorded_at text not null default (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
  unique (version, reader_version, packs_hash)
);
create unique index readings_current on readings (version) where current = 1;

create table entries (
  key integer primary key,
  reading integer references readings (key) on delete cascade,
  subject text not null,
  property text not null,
  value text not null,
  original text not null,
  lang text,
  provenance text not null check (provenance in ('words', 'row')),
  version integer references document_versions (key),
  field text check (field in ('title', 'text')),
  span_start integer,
  span_end integer,
  file integer references indicator_files (key),
  line integer,
  column_number integer,
  valid_from text,
  valid_to text,
  recorded_from text not null default (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
  recorded_to text,
  check (
    (provenance = 'words' and version is not null and field is not null
      and span_start is not null and span_end is not null and span_start >= 0 and span_end >= span_start
      and file is null and line is null and column_number is null)
    or
    (provenance = 'row' and file is not null and line is not null and line > 0
      and column_number is not null and column_number > 0
      and version is null and field is null and span_start is null and span_end is null)
  )
);
create index entries_by_subject on entries (subject, property);
create index entries_by_reading on entries (reading) where reading is not null;

create table persons (
  reading integer not null references readings (key) on delete cascade,
  person integer not null,
  name text not null,
  party text,
  field text not null check (field in ('title', 'text')),
  span_start integer not null,
  span_end integer not null,
  primary key (reading, person)
) without rowid;

-- Every spelling of a person's name in the document, with its folded form for search.
create table spellings (
  reading integer not null,
  person integer not null,
  spelling integer not null,
  text text not null,
  folded text not null,
  field text not null check (field in ('title', 'text')),
  span_start integer not null,
  span_end integer not null,
  primary key (reading, person, spelling),
  foreign key (reading, person) references persons (reading, person) on delete cascade
) without rowid;

create table occupancies (
  reading integer not null,
  person integer not null,
  office integer not null,
  title text not null,
  position text,
  institution text,
  state text,
  acting integer not null check (acting in (0, 1)),
  former integer not null check (former in (0, 1)),
  accredited_to text,
  field text not null check (field in ('title', 'text')),
  span_start integer not null,
  span_end integer not null,
  primary key (reading, person, office),
  foreign key (reading, person) references persons (reading, person) on delete cascade
) without rowid;
create index occupancies_by_position on occupancies (state, institution, position);

create table events (
  reading integer not null references readings (key) on delete cascade,
  event integer not null,
  id text not null,
  type text not null,
  mode text,
  status text not null,
  main integer not null check (main in (0, 1)),
  date text,
  precision text,
  field text not null check (field in ('title', 'text')),
  span_start integer not null,
  span_end integer not null,
  primary key (reading, event)
) without rowid;
create index events_by_id on events (id);
create index events_by_date on events (date);

create table event_parties (
  reading integer not null,
  event integer not null,
  side integer not null,
  party text not null,
  part text not null,
  primary key (reading, event, side, party),
  foreign key (reading, event) references events (reading, event) on delete cascade
) without rowid;
create index event_parties_by_party on event_parties (party);

create table participants (
  reading integer not null,
  event integer not null,
  side integer not null,
  person integer not null,
  role text not null,
  primary key (reading, event, side, person),
  foreign key (reading, event) references events (reading, event) on delete cascade,
  foreign key (reading, person) references persons (reading, person) on delete cascade
) without rowid;
create index participants_by_person on participants (reading, person);

create table topics (
  reading integer not null,
  event integer not null,
  topic_number integer not null,
  topic text not null,
  field text not null check (field in ('title', 'text')),
  span_start integer not null,
  span_end integer not null,
  primary key (reading, event, topic_number),
  foreign key (reading, event) references events (reading, event) on delete cascade
) without rowid;
create index topics_by_topic on topics (topic);

create table agreements (
  reading integer not null,
  event integer not null,
  agreement integer not null,
  title text not null,
  kind text not null,
  status text not null,
  sector text,
  field text not null check (field in ('title', 'text')),
  span_start integer not null,
  span_end integer not null,
  primary key (reading, event, agreement),
  foreign key (reading, event) references events (reading, event) on delete cascade
) without rowid;

create table claims (
  reading integer not null references readings (key) on delete cascade,
  claim integer not null,
  area text not null,
  relation text not null,
  indicator text,
  direction text,
  a text,
  b text,
  field text not null check (field in ('title', 'text')),
  span_start integer not null,
  span_end integer not null,
  primary key (reading, claim)
) without rowid;
create index claims_by_pair on claims (a, b);

create table indicators (
  key integer primary key,
  id text not null unique
);

-- One row a cell. Period before pair: years are few, and both a year and a pair are asked for.
-- `b` is empty where an observation is about one state.
create table observations (
  indicator integer not null references indicators (key),
  period text not null,
  a text not null,
  b text not null,
  file integer not null references indicator_files (key),
  line integer not null check (line > 0),
  column_number integer not null check (column_number > 0),
  value real,
  code text,
  reporter text,
  missing integer not null check (missing in (0, 1)),
  check ((missing = 1) = (value is null and code is null)),
  primary key (indicator, period, a, b, file, line, column_number)
) without rowid;

-- Which years a file covers, so that a pair is found without reading every row.
create table indicator_periods (
  indicator integer not null references indicators (key),
  period text not null,
  primary key (indicator, period)
) without rowid;

create trigger document_versions_stay before delete on document_versions
  begin select raise(abort, 'document versions are append-only'); end;
create trigger document_versions_hold before update on document_versions
  begin select raise(abort, 'document versions are append-only'); end;
create trigger judgements_stay before delete on judgements
  begin select raise(abort, 'judgements are append-only'); end;
create trigger judgements_hold before update on judgements
  begin select raise(abort, 'judgements are append-only'); end;
create trigger indicator_files_stay before delete on indicator_files
  begin select raise(abort, 'indicator files are append-only'); end;
create trigger indicator_files_hold before update on indicator_files
  begin select raise(abort, 'indicator files are append-only'); end;
create trigger observations_stay before delete on observations
  begin select raise(abort, 'observations are append-only'); end;
create trigger observations_hold before update on observations
  begin select raise(abort, 'observations are append-only'); end;
