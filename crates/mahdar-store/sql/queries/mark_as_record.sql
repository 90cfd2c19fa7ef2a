-- Marks a new file as a record: "MHDR" in the header of the file.
-- Asked by: Record::create_or_open. No parameters.
pragma application_id = 1296581714;
