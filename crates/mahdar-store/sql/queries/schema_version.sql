-- Which migration a record stands at. Columns: number of the last migration.
-- Asked by: every opening.
select user_version from pragma_user_version;
