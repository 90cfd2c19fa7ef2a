-- Whether a file holds anything. Columns: number of tables.
-- Asked by: every opening.
select count(*) from sqlite_schema;
