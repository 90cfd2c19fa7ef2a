-- Whether a file is a record. Columns: the application id.
-- Asked by: every opening.
select application_id from pragma_application_id;
