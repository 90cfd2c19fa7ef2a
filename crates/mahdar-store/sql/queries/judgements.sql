-- All judgements, in the order in which they were made. Columns: id, ruling, judge, reason, recorded_at.
-- Asked by: Record::all_judgements.
select id, ruling, judge, reason, recorded_at from judgements order by recorded_at, id;
