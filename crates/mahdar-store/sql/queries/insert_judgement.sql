-- A judgement. Parameters: 1 id, 2 kind, 3 ruling, 4 judge, 5 reason, 6 recorded_at.
-- Asked by: Record::judge, Record::take_judgement.
insert into judgements (id, kind, ruling, judge, reason, recorded_at) values (?1, ?2, ?3, ?4, ?5, ?6);
