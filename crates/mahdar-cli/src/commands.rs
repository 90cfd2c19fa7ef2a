//! The subcommands.

pub mod explain;
pub mod read;

use crate::arguments::Command;
use crate::failure::{Exit, Failure};

/// Calls the command that was asked for.
pub fn run(command: Command) -> Result<Exit, Failure> {
    match command {
        Command::Read(read) => read.run(),
        Command::Explain(explain) => explain.run(),
    }
}
