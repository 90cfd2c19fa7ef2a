//! The documents a command was given, in order, with what is wrong about them shown as it is met.

use crate::failure::{Exit, Failure};
use mahdar_core::{Severity, SourceDocument};
use mahdar_sources::{Input, OpenOptions, Opened, open};
use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Opens every argument, one after the other.
pub fn open_all(arguments: &[String], options: &OpenOptions) -> impl Iterator<Item = Opened> + Send + use<> {
    let options = options.clone();
    arguments.to_vec().into_iter().flat_map(move |argument| open(&Input::from_argument(&argument), &options))
}

/// Counts what was read and what was not, which decides how the command ends.
#[derive(Debug, Default)]
pub struct Tally {
    /// Documents that were opened.
    pub n_read: usize,
    /// Inputs, or lines of them, that were lost.
    pub n_lost: usize,
    /// Hashes of ids, because an archive can have millions of them.
    ids: HashSet<u64>,
}

impl Tally {
    /// Counts one item, shows it when it is a problem, and gives the document back when it is one.
    pub fn count(&mut self, item: Opened) -> Option<SourceDocument> {
        match item {
            Ok(document) => {
                self.n_read += 1;
                let mut hasher = DefaultHasher::new();
                document.id.hash(&mut hasher);
                if !self.ids.insert(hasher.finish()) {
                    duplicate(&document.id).show();
                }
                Some(document)
            }
            Err(error) => {
                if error.severity() == Severity::Error {
                    self.n_lost += 1;
                }
                Failure::from(error).show();
                None
            }
        }
    }

    /// How the command ends.
    pub fn exit(&self) -> Exit {
        match (self.n_read, self.n_lost) {
            (_, 0) => Exit::Done,
            (0, _) => Exit::Failed,
            _ => Exit::Partly,
        }
    }
}

fn duplicate(id: &str) -> Failure {
    let mut failure = Failure::new(
        "source/duplicate-id",
        format!("more than one document has the id `{id}`"),
        "give each document an id of its own; ids of events are made from it",
    );
    failure.severity = Severity::Warning;
    failure
}
