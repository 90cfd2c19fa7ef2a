//! `mahdar completions SHELL`, `mahdar man`: the command line described for shells and for `man`, made from the arguments themselves.

use crate::arguments::Arguments;
use crate::failure::{Exit, Failure};
use crate::output;
use clap::{Args, CommandFactory};
use clap_complete::Shell;
use std::io::Write;
use std::path::PathBuf;

/// Prints what a shell needs to complete the commands.
#[derive(Args)]
pub struct Completions {
    /// The shell: bash, elvish, fish, powershell or zsh.
    shell: Shell,
}

impl Completions {
    /// Prints the script of one shell.
    pub fn run(self) -> Result<Exit, Failure> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut Arguments::command(), "mahdar", &mut script);
        print(&script)
    }
}

/// Prints the manual page of the program, or writes those of all commands.
#[derive(Args)]
pub struct Man {
    /// A folder for mahdar.1 and a page for each command, mahdar-read.1 and so on.
    #[arg(long, value_name = "FOLDER")]
    to: Option<PathBuf>,
}

impl Man {
    /// Prints one page, or writes all.
    pub fn run(self) -> Result<Exit, Failure> {
        match self.to {
            None => {
                let mut page = Vec::new();
                clap_mangen::Man::new(Arguments::command()).render(&mut page)?;
                print(&page)
            }
            Some(folder) => {
                let at = |error: std::io::Error| Failure::from(error).at(folder.display().to_string());
                std::fs::create_dir_all(&folder).map_err(at)?;
                clap_mangen::generate_to(Arguments::command(), &folder).map_err(at)?;
                Ok(Exit::Done)
            }
        }
    }
}

fn print(bytes: &[u8]) -> Result<Exit, Failure> {
    let mut out = output::standard();
    out.write_all(bytes)?;
    out.flush()?;
    Ok(Exit::Done)
}
