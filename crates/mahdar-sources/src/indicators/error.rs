//! Why an indicator file could not be taken in.

use std::path::PathBuf;

/// A failure to read an indicator file; nothing of it has been taken in.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// There is no descriptor for the source.
    #[error("no source is called `{source_id}`; known are {}", known.join(", "))]
    UnknownSource {
        /// What was asked for.
        source_id: String,
        /// What there is.
        known: Vec<String>,
    },
    /// The file has other columns than its source.
    #[error("{}: column {}: {why}", path.display(), column.as_deref().map_or_else(|| "1".into(), |name| format!("`{name}`")))]
    Layout {
        /// The file.
        path: PathBuf,
        /// The column that is missing or not expected.
        column: Option<String>,
        /// What is wrong with it.
        why: String,
    },
    /// The name of the file does not tell its period.
    #[error("{}: its name tells no year; it should be like `{pattern}`", path.display())]
    NoPeriod {
        /// The file.
        path: PathBuf,
        /// How the source names its files.
        pattern: String,
    },
    /// The folder has no file of the source.
    #[error("{}: no file in it is named like `{pattern}`", path.display())]
    NoFiles {
        /// The folder.
        path: PathBuf,
        /// How the source names its files.
        pattern: String,
    },
    /// The file is not UTF-8 text.
    #[error("{}: not a text file in UTF-8", path.display())]
    NotText {
        /// The file.
        path: PathBuf,
    },
    /// The file cannot be read.
    #[error("{}: {source}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The file breaks off or is not comma-separated text.
    #[error("{}: {source}", path.display())]
    Csv {
        /// The file.
        path: PathBuf,
        /// Why, with the line.
        source: csv::Error,
    },
    /// A descriptor in `data/sources` is wrong.
    #[error("{path}: {why}")]
    Descriptor {
        /// Path below `data`.
        path: String,
        /// What is wrong.
        why: String,
    },
}

impl ImportError {
    /// The code of the failure; each has a page in `docs/errors`.
    pub fn code(&self) -> &'static str {
        match self {
            ImportError::UnknownSource { .. } => "import/unknown-source",
            ImportError::Layout { .. }
            | ImportError::NoPeriod { .. }
            | ImportError::NotText { .. }
            | ImportError::Csv { .. } => "import/layout",
            ImportError::NoFiles { .. } => "import/no-files",
            ImportError::Unreadable { .. } => "import/unreadable",
            ImportError::Descriptor { .. } => "import/descriptor",
        }
    }

    /// What to do about it.
    pub fn help(&self) -> &'static str {
        match self {
            ImportError::UnknownSource { .. } => {
                "use one of these names, or add a descriptor to `data/sources`"
            }
            ImportError::Layout { .. } => {
                "check that the file is of this source; a new name of a state goes into its descriptor in `data/sources`"
            }
            ImportError::NoPeriod { .. } => "give the file a name with its year",
            ImportError::NotText { .. } | ImportError::Csv { .. } => {
                "check that the file is whole, and of this source"
            }
            ImportError::NoFiles { .. } => "name the file itself, or the folder that holds it",
            ImportError::Unreadable { .. } => "check the path and who may read it",
            ImportError::Descriptor { .. } => "correct the descriptor; `data/sources` holds others to go by",
        }
    }
}
