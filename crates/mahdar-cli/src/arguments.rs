//! The arguments of the command line.
//!
//! The names, options and exit codes here are a contract with scripts; more may be added, none taken away.

use crate::commands;
use clap::{Parser, Subcommand};

/// Keeps the record of relations between states: reads readouts, records who met whom, writes briefs.
#[derive(Parser)]
#[command(name = "mahdar", version, after_help = EXIT_CODES, propagate_version = true)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

const EXIT_CODES: &str = "\
Exit codes:
  0  everything was done
  1  something stood in the way (a missing record, nothing could be read)
  2  the command was not understood
  3  some inputs could not be read, the others were

Every message carries a code; `mahdar explain CODE` says what it means and what to do.
The environment variable NO_COLOR turns colours off.";

/// The subcommands, each in a file of its own.
#[derive(Subcommand)]
pub enum Command {
    /// Reads documents and prints what was found in them.
    Read(commands::read::Read),
    /// Reads documents and takes them into the record.
    Add(commands::add::Add),
    /// Writes a brief on the relation of two states.
    Brief(commands::brief::Brief),
    /// Shows the offices and meetings of a person.
    Who(commands::who::Who),
    /// Lists the agreements of two parties and how far they have come.
    Agreements(commands::agreements::AgreementsCommand),
    /// Writes events, persons and occupancies as tables.
    Export(commands::export::Export),
    /// Compares names across scripts: same person or not, and who in a pool is meant.
    Match(commands::match_names::Match),
    /// Takes indicator files into the record.
    Import(commands::import::Import),
    /// Prints the measures of a relation.
    Measure(commands::measure::Measure),
    /// Works on the record as a whole.
    Record(commands::record::RecordCommand),
    /// Takes a person out of everything that is shown.
    Redact(commands::judge::Redact),
    /// Looks whether the program and the record are whole.
    Doctor(commands::doctor::Doctor),
    /// Tries language packs on their own examples and cases.
    Test(commands::test::Test),
    /// Says what a code means and what to do about it.
    Explain(commands::explain::Explain),
    /// Prints what a shell needs to complete the commands.
    Completions(commands::describe::Completions),
    /// Prints the manual page of the program, or writes those of all commands.
    Man(commands::describe::Man),
}
