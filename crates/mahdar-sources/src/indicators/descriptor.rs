//! What `data/sources` says about a source: whose it is, how its files are named and laid out, its codes.

use std::collections::BTreeMap;

use mahdar_core::AbsentRow;
use serde::Deserialize;

use super::ImportError;

/// One source of indicators.
#[derive(Debug, Clone, Deserialize)]
#[serde(try_from = "Written")]
pub struct Descriptor {
    /// Id, the name of its descriptor.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Who releases it.
    pub publisher: String,
    /// Where.
    pub address: String,
    /// Licence.
    pub licence: String,
    /// Unit of the values.
    pub unit: String,
    /// What a missing row means.
    pub absent_row: AbsentRow,
    /// Id of its observations in the record.
    pub indicator: String,
    /// How its files are named; `{period}` stands for the year.
    pub files: String,
    pub(super) layout: Layout,
}

/// How the files of a source are laid out.
#[derive(Debug, Clone)]
pub(super) enum Layout {
    StateMatrix(StateMatrix),
    DyadTwoFlows(DyadTwoFlows),
}

/// A row an occasion, a column a state, a code a cell.
#[derive(Debug, Clone)]
pub(super) struct StateMatrix {
    pub matrix: Matrix,
    pub names: BTreeMap<String, String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Matrix {
    pub codes: Vec<String>,
    #[serde(default)]
    pub label_columns: Vec<String>,
    pub fill_prefix: Option<String>,
    #[serde(default)]
    pub fill_names: Vec<String>,
}

/// A row a dyad and period, with a flow each way.
#[derive(Debug, Clone)]
pub(super) struct DyadTwoFlows {
    pub dyad: Dyad,
    pub codes: BTreeMap<String, String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Dyad {
    pub a: String,
    pub b: String,
    pub period: String,
    pub imports_of_a_from_b: String,
    pub imports_of_b_from_a: String,
    #[serde(default)]
    pub missing: Vec<String>,
}

/// A descriptor as it stands in its file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    id: String,
    layout: String,
    title: String,
    publisher: String,
    address: String,
    licence: String,
    unit: String,
    absent_row: AbsentRow,
    indicator: String,
    files: String,
    matrix: Option<Matrix>,
    dyad: Option<Dyad>,
    #[serde(default)]
    names: BTreeMap<String, String>,
    #[serde(default)]
    codes: BTreeMap<String, String>,
}

impl TryFrom<Written> for Descriptor {
    type Error = String;

    fn try_from(written: Written) -> Result<Self, String> {
        let layout = match (written.layout.as_str(), written.matrix, written.dyad) {
            ("state-matrix", Some(matrix), None) => {
                Layout::StateMatrix(StateMatrix { matrix, names: written.names })
            }
            ("dyad-two-flows", None, Some(dyad)) => {
                Layout::DyadTwoFlows(DyadTwoFlows { dyad, codes: written.codes })
            }
            ("state-matrix", ..) => {
                return Err("the layout `state-matrix` needs a table [matrix] and no other".into());
            }
            ("dyad-two-flows", ..) => {
                return Err("the layout `dyad-two-flows` needs a table [dyad] and no other".into());
            }
            (other, ..) => return Err(format!("no parser reads the layout `{other}`")),
        };
        Ok(Descriptor {
            id: written.id,
            title: written.title,
            publisher: written.publisher,
            address: written.address,
            licence: written.licence,
            unit: written.unit,
            absent_row: written.absent_row,
            indicator: written.indicator,
            files: written.files,
            layout,
        })
    }
}

impl Descriptor {
    /// Reads a descriptor; `path` is for messages.
    pub fn parse(path: &str, text: &str) -> Result<Descriptor, ImportError> {
        toml::from_str(text)
            .map_err(|error| ImportError::Descriptor { path: path.into(), why: error.message().to_string() })
    }

    /// Which part of the source a file with this name is; none when it is named otherwise.
    pub(super) fn part_of(&self, name: &str) -> Option<String> {
        let name = name.strip_suffix(".gz").unwrap_or(name);
        let Some((before, after)) = self.files.split_once("{period}") else {
            return (name == self.files).then(String::new);
        };
        let period = name.strip_prefix(before)?.strip_suffix(after)?;
        is_year(period).then(|| period.to_string())
    }

    /// The part of a file the user named by itself: its only year, wherever it stands in the name.
    pub(super) fn part_anywhere_in(&self, name: &str) -> Option<String> {
        if !self.files.contains("{period}") {
            return Some(String::new());
        }
        let mut years = name.split(|c: char| !c.is_ascii_digit()).filter(|part| is_year(part));
        let year = years.next()?;
        years.next().is_none().then(|| year.to_string())
    }
}

/// All descriptors of `data/sources`, given as (path, text).
///
/// Files that describe something else (publishers of documents) have no `indicator` and are passed over.
pub fn descriptors(files: &[(String, String)]) -> Result<Vec<Descriptor>, ImportError> {
    let describes = |text: &str| text.lines().any(|line| line.starts_with("indicator"));
    files
        .iter()
        .filter(|(_, text)| describes(text))
        .map(|(path, text)| Descriptor::parse(path, text))
        .collect()
}

/// The descriptor of a source.
pub fn find<'a>(descriptors: &'a [Descriptor], source: &str) -> Result<&'a Descriptor, ImportError> {
    descriptors.iter().find(|descriptor| descriptor.id == source).ok_or_else(|| ImportError::UnknownSource {
        source_id: source.to_string(),
        known: descriptors.iter().map(|descriptor| descriptor.id.clone()).collect(),
    })
}

fn is_year(text: &str) -> bool {
    text.len() == 4
        && text.bytes().all(|byte| byte.is_ascii_digit())
        && (text.starts_with("1") || text.starts_with("2"))
}
