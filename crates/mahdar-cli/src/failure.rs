//! What is shown when something goes wrong, and the exit code that goes with it.

use mahdar_core::Severity;
use mahdar_sources::SourceError;
use std::io::{IsTerminal, Write, stderr};
use std::process::ExitCode;

/// How a command ends. These numbers are part of the contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// 0: everything was done.
    Done,
    /// 1: something in the world stood in the way.
    Failed,
    /// 2: the command was not understood.
    Usage,
    /// 3: some inputs could not be read, the others were.
    Partly,
}

impl Exit {
    /// As the system wants it.
    pub fn code(self) -> ExitCode {
        ExitCode::from(match self {
            Exit::Done => 0,
            Exit::Failed => 1,
            Exit::Usage => 2,
            Exit::Partly => 3,
        })
    }
}

/// One thing to tell the person at the terminal.
#[derive(Debug)]
pub struct Failure {
    /// `area/what-is-wrong`.
    pub code: &'static str,
    /// How grave.
    pub severity: Severity,
    /// One sentence in lower case.
    pub message: String,
    /// File and line, or the argument.
    pub place: Option<String>,
    /// An action.
    pub help: String,
    /// How the command ends if this ends it.
    pub exit: Exit,
    closed_pipe: bool,
}

impl Failure {
    /// Something in the world stood in the way.
    pub fn new(code: &'static str, message: impl Into<String>, help: impl Into<String>) -> Failure {
        Failure {
            code,
            severity: Severity::Error,
            message: message.into(),
            place: None,
            help: help.into(),
            exit: Exit::Failed,
            closed_pipe: false,
        }
    }

    /// The command was not understood.
    pub fn usage(code: &'static str, message: impl Into<String>, help: impl Into<String>) -> Failure {
        Failure { exit: Exit::Usage, ..Failure::new(code, message, help) }
    }

    /// The same, with a place.
    pub fn at(self, place: impl Into<String>) -> Failure {
        Failure { place: Some(place.into()), ..self }
    }

    /// The same as a warning: the command goes on.
    pub fn into_warning(self) -> Failure {
        Failure { severity: Severity::Warning, ..self }
    }

    /// Whoever read our output has gone, which is no failure.
    pub fn is_closed_pipe(&self) -> bool {
        self.closed_pipe
    }

    /// Writes it to the standard error.
    pub fn show(&self) {
        let mut out = stderr().lock();
        let coloured = out.is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
        // Nobody is left to tell when the standard error is closed.
        let _ = out.write_all(self.words(coloured).as_bytes());
    }

    fn words(&self, coloured: bool) -> String {
        let (label, colour) = match self.severity {
            Severity::Error => ("error", "1;31"),
            Severity::Warning => ("warning", "1;33"),
            Severity::Note => ("note", "1;34"),
        };
        let label = if coloured {
            format!("\x1b[{colour}m{label}[{}]\x1b[0m", self.code)
        } else {
            format!("{label}[{}]", self.code)
        };
        if self.severity == Severity::Note {
            let place = self.place.as_deref().map(|place| format!("{place}: ")).unwrap_or_default();
            return format!("{label}: {place}{}\n", self.message);
        }
        let place = self.place.as_deref().map(|place| format!("  place: {place}\n")).unwrap_or_default();
        format!(
            "{label}: {}\n{place}  help: {}\n  more: mahdar explain {}\n",
            self.message.trim_end(),
            self.help,
            self.code
        )
    }
}

impl From<SourceError> for Failure {
    fn from(error: SourceError) -> Failure {
        Failure {
            severity: error.severity(),
            ..Failure::new(error.code(), error.to_string(), error.help()).at(error.place.to_string())
        }
    }
}

impl From<mahdar_core::PackError> for Failure {
    fn from(error: mahdar_core::PackError) -> Failure {
        Failure::new(error.code(), error.to_string(), error.help())
    }
}

/// A failure to write the output.
impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Failure {
        Failure {
            closed_pipe: error.kind() == std::io::ErrorKind::BrokenPipe,
            ..Failure::new(
                "output/unwritable",
                format!("the output cannot be written: {error}"),
                "check the free space of the disk and the permissions of the folder",
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_says_code_place_and_help() {
        let failure = Failure::new("source/empty", "this is empty", "save it again").at("a.txt");
        let expected = "error[source/empty]: this is empty\n  place: a.txt\n  help: save it again\n  \
                        more: mahdar explain source/empty\n";
        assert_eq!(failure.words(false), expected);
    }
}
