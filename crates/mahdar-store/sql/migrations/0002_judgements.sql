-- Judgements of people as they are made: what, by whom, when, why. Nothing was ever written to the table of layout 1.
-- `ruling` is JSON: the kind, the mentions it hangs on (document and span), field and value, or the judgement undone.

drop table judgements;

create table judgements (
  key integer primary key,
  id text not null unique,
  kind text not null check (kind in ('merge', 'split', 'correct', 'redact', 'undo')),
  ruling text not null,
  judge text not null check (length(trim(judge)) > 0),
  reason text not null check (length(trim(reason)) > 0),
  recorded_at text not null
);

-- Every id that a mention ever had, and where it stood: an id stays an address for ever.
create table mentions (
  id text primary key,
  kind text not null check (kind in ('person', 'event')),
  version integer not null references document_versions (key),
  field text not null check (field in ('title', 'text')),
  span_start integer not null,
  span_end integer not null
) without rowid;

create trigger judgements_stay before delete on judgements
  begin select raise(abort, 'judgements are append-only'); end;
create trigger judgements_hold before update on judgements
  begin select raise(abort, 'judgements are append-only'); end;
create trigger mentions_stay before delete on mentions
  begin select raise(abort, 'ids of mentions are append-only'); end;
create trigger mentions_hold before update on mentions
  begin select raise(abort, 'ids of mentions are append-only'); end;
