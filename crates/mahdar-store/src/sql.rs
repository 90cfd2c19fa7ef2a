//! The questions the record is asked: one file each in `sql/queries`, whose header says parameters and columns.

/// Migrations in order; a record stands at the number of the last one it has seen.
pub(crate) const MIGRATIONS: &[&str] = &[
    include_str!("../sql/migrations/0001_record.sql"),
    include_str!("../sql/migrations/0002_judgements.sql"),
    include_str!("../sql/migrations/0003_growth.sql"),
    include_str!("../sql/migrations/0004_ids.sql"),
];

/// The last layout that has tables of what is derived from readings.
pub(crate) const DERIVED_SINCE: usize = 3;

macro_rules! queries {
    ($($name:ident = $file:literal;)*) => {
        $(pub(crate) const $name: &str = include_str!(concat!("../sql/queries/", $file, ".sql"));)*
        /// Every question with its name, for the test that prepares them all.
        #[cfg(test)]
        pub(crate) const ALL: &[(&str, &str)] = &[$(($file, $name)),*];
    };
}

queries! {
    APPLICATION_ID = "application_id";
    CLAIMS_OF_PAIR = "claims_of_pair";
    CONTENT_OF_FILE = "content_of_file";
    COUNTS = "counts";
    CURRENT_READINGS_OF_DOCUMENT = "current_readings_of_document";
    CURRENT_READING_OF_VERSION = "current_reading_of_version";
    DELETE_CLAIMS = "delete_claims";
    DELETE_ENTRIES = "delete_entries";
    DELETE_EVENTS = "delete_events";
    DELETE_NAMES_DUE = "delete_names_due";
    DELETE_PERSONS = "delete_persons";
    DOCUMENTS_ALIKE = "documents_alike";
    DOCUMENTS_GIVEN = "documents_given";
    DOCUMENTS_NOW = "documents_now";
    DOCUMENT_BY_HASH = "document_by_hash";
    DOCUMENT_BY_URL = "document_by_url";
    DOCUMENT_OF_MARK = "document_of_mark";
    DOCUMENT_VERSION = "document_version";
    ENTRIES_OF_SUBJECT = "entries_of_subject";
    EVENTS_BETWEEN = "events_between";
    FILES_OF_SOURCE = "files_of_source";
    FILE_KEY = "file_key";
    FILE_OF_PART = "file_of_part";
    INSERT_AGREEMENT = "insert_agreement";
    INSERT_CLAIM = "insert_claim";
    INSERT_CLAIM_PAIR = "insert_claim_pair";
    INSERT_CONTENT = "insert_content";
    INSERT_DOCUMENT = "insert_document";
    INSERT_DOCUMENT_ID = "insert_document_id";
    INSERT_ENTRY = "insert_entry";
    INSERT_EVENT = "insert_event";
    INSERT_EVENT_PAIR = "insert_event_pair";
    INSERT_EVENT_PARTY = "insert_event_party";
    INSERT_FILE = "insert_file";
    INSERT_INDICATOR = "insert_indicator";
    INSERT_JUDGEMENT = "insert_judgement";
    INSERT_MENTION = "insert_mention";
    INSERT_NAMES_DUE = "insert_names_due";
    INSERT_NAME_KEY = "insert_name_key";
    INSERT_NAME_PLACE = "insert_name_place";
    INSERT_NAME_WORD = "insert_name_word";
    INSERT_OBSERVATION = "insert_observation";
    INSERT_OCCUPANCY = "insert_occupancy";
    INSERT_PARTICIPANT = "insert_participant";
    INSERT_PERIOD = "insert_period";
    INSERT_PERSON = "insert_person";
    INSERT_SPELLED = "insert_spelled";
    INSERT_SPELLING = "insert_spelling";
    INSERT_TOPIC = "insert_topic";
    INSERT_VERSION = "insert_version";
    INTEGRITY = "integrity";
    JUDGEMENTS = "judgements";
    LATEST_VERSION = "latest_version";
    MARK_AS_RECORD = "mark_as_record";
    MARK_SPELLED = "mark_spelled";
    MENTIONS_BY_BEGINNING = "mentions_by_beginning";
    MENTION_BY_ID = "mention_by_id";
    NAMES_DUE = "names_due";
    NAMES_OF_PERSON = "names_of_person";
    NAMES_OF_READING = "names_of_reading";
    NAMES_WITH_KEY = "names_with_key";
    NAMES_WITH_WORD = "names_with_word";
    N_DOCUMENTS = "n_documents";
    N_EVENTS_BETWEEN = "n_events_between";
    N_FILES_OF_PART = "n_files_of_part";
    N_JUDGEMENTS = "n_judgements";
    N_TABLES = "n_tables";
    OBSERVATIONS_OF_PAIR = "observations_of_pair";
    OBSERVATIONS_OF_PERIOD = "observations_of_period";
    PERIODS_OF_INDICATOR = "periods_of_indicator";
    PLACES_OF_NAME = "places_of_name";
    PRAGMAS_OPEN = "pragmas_open";
    READINGS_NOW = "readings_now";
    READINGS_OF_DOCUMENT = "readings_of_document";
    READINGS_TO_DERIVE = "readings_to_derive";
    READING_AND_VERSION = "reading_and_version";
    READING_BY_KEY = "reading_by_key";
    READING_OF_DOCUMENT = "reading_of_document";
    RENAME_DOCUMENT = "rename_document";
    RETIRE_READING = "retire_reading";
    SCHEMA_VERSION = "schema_version";
    SOURCES_IMPORTED = "sources_imported";
    SOURCE_DOCUMENT = "source_document";
    SPELLED = "spelled";
    SPELLED_BY_KEY = "spelled_by_key";
    TIME_OF_JUDGEMENT = "time_of_judgement";
    UPSERT_READING = "upsert_reading";
    VERSIONS_AS_GIVEN = "versions_as_given";
    VERSIONS_TO_REREAD = "versions_to_reread";
    VERSION_KEY = "version_key";
}
