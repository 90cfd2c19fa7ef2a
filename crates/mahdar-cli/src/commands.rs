//! The subcommands.

pub mod add;
pub mod agreements;
pub mod brief;
pub mod clusters;
pub mod describe;
pub mod doctor;
pub mod explain;
pub mod export;
pub mod import;
pub mod judge;
pub mod match_names;
pub mod measure;
pub mod read;
pub mod record;
pub mod test;
pub mod who;

use crate::arguments::Command;
use crate::failure::{Exit, Failure};

/// Calls the command that was asked for.
pub fn run(command: Command) -> Result<Exit, Failure> {
    match command {
        Command::Read(read) => read.run(),
        Command::Add(add) => add.run(),
        Command::Brief(brief) => brief.run(),
        Command::Import(import) => import.run(),
        Command::Measure(measure) => measure.run(),
        Command::Match(names) => names.run(),
        Command::Agreements(agreements) => agreements.run(),
        Command::Export(export) => export.run(),
        Command::Who(who) => who.run(),
        Command::Record(record) => record.run(),
        Command::Redact(redact) => redact.run(),
        Command::Doctor(doctor) => doctor.run(),
        Command::Test(test) => test.run(),
        Command::Explain(explain) => explain.run(),
        Command::Completions(completions) => completions.run(),
        Command::Man(man) => man.run(),
    }
}
