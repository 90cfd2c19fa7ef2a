//! Indicator files into observations: one descriptor in `data/sources` a source, one parser a layout.
//!
//! Knows no source by name and nothing of the record; what a row is dropped for is counted, never silent.

mod descriptor;
mod dyad;
mod error;
mod matrix;

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use mahdar_core::{IndicatorFile, Observation, RowCount};
use sha2::{Digest, Sha256};

pub use descriptor::{Descriptor, descriptors, find};
pub use error::ImportError;

use descriptor::Layout;

/// No indicator file is larger than this when unpacked; a small archive that unpacks to more is not one.
const MAX_BYTES: u64 = 2 << 30;

/// What a file or folder gave.
#[derive(Debug, Default)]
pub struct Imported {
    /// Each file with its observations and what became of its rows, by name.
    pub tables: Vec<(IndicatorFile, Vec<Observation>, RowCount)>,
    /// Files of the folder that are not of this source.
    pub ignored: Vec<PathBuf>,
}

/// Reads a file, or every file of a folder that is named as the source names its files.
///
/// A file named by itself may have any name, as long as its layout is right. `.gz` is unpacked.
/// The vintage is what the caller says, else the first 12 digits of the hash of each file.
pub fn import(path: &Path, descriptor: &Descriptor, vintage: Option<&str>) -> Result<Imported, ImportError> {
    let mut imported = Imported::default();
    if !path.is_dir() {
        imported.tables.push(read_file(path, descriptor, vintage)?);
        return Ok(imported);
    }
    for file in files_below(path)? {
        let name = file_name(&file);
        if descriptor.part_of(&name).is_some() {
            imported.tables.push(read_file(&file, descriptor, vintage)?);
        } else {
            imported.ignored.push(file);
        }
    }
    if imported.tables.is_empty() {
        return Err(ImportError::NoFiles { path: path.to_path_buf(), pattern: descriptor.files.clone() });
    }
    Ok(imported)
}

/// A file being parsed: its name for messages, its text, its descriptor.
struct Opened<'a> {
    path: &'a Path,
    text: &'a str,
    part: &'a str,
    descriptor: &'a Descriptor,
}

fn read_file(
    path: &Path,
    descriptor: &Descriptor,
    vintage: Option<&str>,
) -> Result<(IndicatorFile, Vec<Observation>, RowCount), ImportError> {
    let content = read_bytes(path)?;
    let name = file_name(path);
    let part = match descriptor.part_of(&name).or_else(|| descriptor.part_anywhere_in(&name)) {
        Some(part) => part,
        None => {
            return Err(ImportError::NoPeriod {
                path: path.to_path_buf(),
                pattern: descriptor.files.clone(),
            });
        }
    };
    let text =
        std::str::from_utf8(&content).map_err(|_| ImportError::NotText { path: path.to_path_buf() })?;
    let opened = Opened { path, text, part: &part, descriptor };
    let (columns, observations, rows) = match &descriptor.layout {
        Layout::StateMatrix(layout) => matrix::parse(&opened, layout)?,
        Layout::DyadTwoFlows(layout) => dyad::parse(&opened, layout)?,
    };
    let sha256: String = Sha256::digest(&content).iter().map(|byte| format!("{byte:02x}")).collect();
    let file = IndicatorFile {
        source: descriptor.id.clone(),
        name: name.strip_suffix(".gz").unwrap_or(&name).to_string(),
        part,
        vintage: vintage.map_or_else(|| sha256[..12].to_string(), str::to_string),
        sha256,
        publisher: descriptor.publisher.clone(),
        title: descriptor.title.clone(),
        licence: descriptor.licence.clone(),
        unit: descriptor.unit.clone(),
        absent_row: descriptor.absent_row,
        columns,
        content,
    };
    Ok((file, observations, rows))
}

/// The bytes of a file, unpacked when they are gzip.
fn read_bytes(path: &Path) -> Result<Vec<u8>, ImportError> {
    let unreadable = |source| ImportError::Unreadable { path: path.to_path_buf(), source };
    let bytes = fs::read(path).map_err(unreadable)?;
    if !bytes.starts_with(&[0x1f, 0x8b]) {
        return Ok(bytes);
    }
    let mut content = vec![];
    let decoder = flate2::read::MultiGzDecoder::new(bytes.as_slice());
    decoder.take(MAX_BYTES + 1).read_to_end(&mut content).map_err(unreadable)?;
    if content.len() as u64 > MAX_BYTES {
        return Err(unreadable(std::io::Error::other("unpacks to more than two gigabytes")));
    }
    Ok(content)
}

/// Files below a folder, sorted by path; links are not followed.
fn files_below(folder: &Path) -> Result<Vec<PathBuf>, ImportError> {
    let unreadable = |source| ImportError::Unreadable { path: folder.to_path_buf(), source };
    let mut found = vec![];
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        let kind = entry.file_type().map_err(unreadable)?;
        if kind.is_dir() {
            found.extend(files_below(&entry.path())?);
        } else if kind.is_file() {
            found.push(entry.path());
        }
    }
    found.sort();
    Ok(found)
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// A reader of comma-separated text that gives the header as a row.
fn csv_reader(text: &str) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.strip_prefix('\u{feff}').unwrap_or(text).as_bytes())
}

/// The number of a column or line as the record keeps it, counted from 1.
fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
