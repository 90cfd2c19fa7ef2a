-- A period for which an indicator has rows. Parameters: 1 indicator key, 2 period.
-- Asked by: Record::import.
insert or ignore into indicator_periods (indicator, period) values (?1, ?2);
