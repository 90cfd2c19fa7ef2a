//! The command line: reads arguments, calls one command, shows what went wrong.
//!
//! The only crate that assembles the others. One file a subcommand, in `commands/`.

mod arguments;
mod commands;
mod failure;
mod inputs;
mod mapped;
mod names;
mod output;
mod packs;
mod parallel;
mod parties;
mod record;

use clap::Parser;
use std::process::ExitCode;

/// Reading makes many small things that live for one document; this allocator hands them out in half the time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let arguments = arguments::Arguments::parse();
    match commands::run(arguments.command) {
        Ok(exit) => exit.code(),
        Err(failure) if failure.is_closed_pipe() => ExitCode::SUCCESS,
        Err(failure) => {
            failure.show();
            failure.exit.code()
        }
    }
}
