-- What the files that count say of a period, all states.
-- Parameters: 1 indicator, 2 period. Columns: a, b, period, value, code, reporter, missing, file key, line, column_number.
-- Asked by: Record::observations_of_period.
select o.a, o.b, o.period, o.value, o.code, o.reporter, o.missing, o.file, o.line, o.column_number
from indicators i
join observations o on o.indicator = i.key and o.period = ?2
where i.id = ?1
  and o.file in (select key from current_files);
