//! Runs the built program in a folder of its own; the only place that starts it.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise, in its helpers too")]
#![allow(dead_code, reason = "each test file uses a part of these")]

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// No command of a test takes this long, even on a busy machine; one that does has a loop in a loop.
const PATIENCE: Duration = Duration::from_secs(180);

/// An empty folder, with a data folder of its own so that nobody's record is touched.
pub struct Place {
    folder: TempDir,
}

/// What a command did.
#[derive(Debug)]
pub struct Ran {
    pub exit: i32,
    pub out: String,
    pub err: String,
}

impl Place {
    pub fn new() -> Place {
        Place { folder: tempfile::tempdir().unwrap() }
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Writes a file, with the folders above it.
    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, content).unwrap();
        path
    }

    pub fn read(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.path().join(name)).unwrap()
    }

    /// Runs `mahdar` with the arguments, split at spaces.
    pub fn run(&self, arguments: &str) -> Ran {
        self.run_with(arguments, b"")
    }

    /// The same with a standard input.
    pub fn run_with(&self, arguments: &str, input: &[u8]) -> Ran {
        let mut child = self
            .command()
            .args(arguments.split(' ').filter(|argument| !argument.is_empty()))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let input = input.to_vec();
        // A command that does not read its input closes it, which is fine.
        let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
        let out = read_in_background(child.stdout.take().unwrap());
        let err = read_in_background(child.stderr.take().unwrap());
        let started = Instant::now();
        let status = loop {
            if let Some(status) = child.try_wait().unwrap() {
                break status;
            }
            if started.elapsed() > PATIENCE {
                child.kill().unwrap();
                panic!("`mahdar {arguments}` did not end in {} s", PATIENCE.as_secs());
            }
            std::thread::sleep(Duration::from_millis(5));
        };
        writer.join().unwrap();
        Ran { exit: status.code().unwrap_or(-1), out: out.join().unwrap(), err: err.join().unwrap() }
    }

    pub fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_mahdar"));
        command
            .current_dir(self.path())
            .env("XDG_DATA_HOME", self.path().join("share"))
            .env_remove("NO_COLOR");
        command
    }
}

fn read_in_background(mut from: impl Read + Send + 'static) -> JoinHandle<String> {
    std::thread::spawn(move || {
        let mut text = String::new();
        from.read_to_string(&mut text).unwrap();
        text
    })
}

impl Ran {
    /// Checks the exit code and that the message with this code is there, whole.
    #[track_caller]
    pub fn fails(&self, exit: i32, code: &str, place: &str) {
        assert_eq!(self.exit, exit, "{self:?}");
        assert!(self.err.contains(&format!("[{code}]: ")), "no {code} in {self:?}");
        assert!(self.err.contains(place), "no place `{place}` in {self:?}");
        assert!(self.err.contains("  help: "), "no help in {self:?}");
        assert!(self.err.contains(&format!("  more: mahdar explain {code}\n")), "{self:?}");
    }

    #[track_caller]
    pub fn is_fine(&self) -> &Ran {
        assert_eq!(self.exit, 0, "{self:?}");
        self
    }

    /// The JSON objects of the output, one a line.
    #[track_caller]
    pub fn json(&self) -> Vec<serde_json::Value> {
        self.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}
