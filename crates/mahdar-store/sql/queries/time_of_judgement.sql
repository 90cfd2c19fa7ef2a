-- The time for a new judgement: now, or a thousandth of a second after the last one. Columns: time.
-- Asked by: Record::judge.
select max(
  strftime('%Y-%m-%dT%H:%M:%fZ', 'now'),
  coalesce((select strftime('%Y-%m-%dT%H:%M:%fZ', max(recorded_at), '+0.0011 seconds') from judgements), '')
);
