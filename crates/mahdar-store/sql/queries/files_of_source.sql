-- Files of a source that count, by part.
-- Parameters: 1 source. Columns: key, source, part, name, sha256, vintage, publisher, title, licence, unit, absent_row, columns, rows.
-- Asked by: Record::files.
select f.key, f.source, f.part, f.name, f.sha256, f.vintage, f.publisher, f.title, f.licence, f.unit, f.absent_row, f.columns, f.rows
from indicator_files f
join current_files c on c.key = f.key
where f.source = ?1
order by f.part;
