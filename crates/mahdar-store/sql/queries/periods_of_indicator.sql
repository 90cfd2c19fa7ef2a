-- Periods for which an indicator has rows, in order. Parameters: 1 indicator. Columns: period.
-- Asked by: Record::periods.
select p.period from indicator_periods p join indicators i on i.key = p.indicator where i.id = ?1 order by p.period;
