//! Which record a command works on.

use crate::failure::Failure;
use clap::Args;
use mahdar_store::{Record, StoreError};
use std::path::PathBuf;

/// The record to work on; shared by all commands that need one.
#[derive(Args)]
pub struct RecordArgument {
    /// The record; by default record.sqlite in the folder of mahdar in the platform's data folder.
    #[arg(long, value_name = "R")]
    pub record: Option<PathBuf>,
}

impl RecordArgument {
    /// Where the record lies, or will lie.
    pub fn path(&self) -> PathBuf {
        self.record.clone().unwrap_or_else(|| data_folder().join("mahdar").join("record.sqlite"))
    }

    /// Opens the record; fails when there is none.
    pub fn open(&self) -> Result<Record, Failure> {
        let path = self.usable_path()?;
        Record::open(&path).map_err(Failure::from)
    }

    /// Opens the record, or makes one.
    pub fn create_or_open(&self) -> Result<Record, Failure> {
        let path = self.usable_path()?;
        Record::create_or_open(&path).map_err(Failure::from)
    }

    fn usable_path(&self) -> Result<PathBuf, Failure> {
        let path = self.path();
        let text = path.to_string_lossy();
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return Err(Failure::new(
                "record/no-postgres-yet",
                "a record in PostgreSQL is not supported yet",
                "give the path of a file, which need not exist for `add` and `import`",
            )
            .at(text));
        }
        Ok(path)
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Failure {
        let failure = Failure::new(error.code(), error.to_string(), error.help());
        match error.place() {
            Some(place) => failure.at(place),
            None => failure,
        }
    }
}

/// Where programs keep their data on this platform; the current folder when the system does not say.
fn data_folder() -> PathBuf {
    let variable = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let home = std::env::home_dir();
    let found = if cfg!(target_os = "windows") {
        variable("APPDATA")
    } else if cfg!(target_os = "macos") {
        home.map(|home| home.join("Library").join("Application Support"))
    } else {
        variable("XDG_DATA_HOME")
            .filter(|path| path.is_absolute())
            .or_else(|| home.map(|home| home.join(".local").join("share")))
    };
    found.unwrap_or_default()
}
