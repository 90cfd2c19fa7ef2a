-- Whether the file is whole. Columns: "ok" or the first thing that is wrong.
-- Asked by: Record::check.
select integrity_check from pragma_integrity_check limit 1;
