-- What the files that count say of two states, in both directions, by period.
-- Parameters: 1 indicator, 2 one state, 3 the other. Columns: a, b, period, value, code, reporter, missing, file key, line, column_number.
-- Asked by: Record::observations_of_pair.
select o.a, o.b, o.period, o.value, o.code, o.reporter, o.missing, o.file, o.line, o.column_number
from indicators i
join indicator_periods p on p.indicator = i.key
join observations o on o.indicator = p.indicator and o.period = p.period
  and ((o.a = ?2 and o.b = ?3) or (o.a = ?3 and o.b = ?2))
where i.id = ?1
  and o.file in (select key from current_files)
order by o.period, o.a, o.b;
