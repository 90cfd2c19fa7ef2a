//! The layout `state-matrix`: a row an occasion, a column a state, a code a cell; one file a period.

use std::collections::HashMap;
use std::sync::Arc;

use mahdar_core::{Column, Observation, ObservationStatus, RowCount};

use super::descriptor::StateMatrix;
use super::{ImportError, Opened, csv_reader, number};

/// Reads a matrix. A blank cell gives no observation: it says nothing.
pub(super) fn parse(
    opened: &Opened<'_>,
    layout: &StateMatrix,
) -> Result<(Vec<Column>, Vec<Observation>, RowCount), ImportError> {
    let broken = |source| ImportError::Csv { path: opened.path.to_path_buf(), source };
    let mut reader = csv_reader(opened.text);
    let mut row = csv::StringRecord::new();
    reader.read_record(&mut row).map_err(broken)?;
    let (columns, states) = read_header(opened, layout, &row)?;

    let indicator: Arc<str> = opened.descriptor.indicator.as_str().into();
    let period: Arc<str> = opened.part.into();
    let codes: Vec<Arc<str>> = layout.matrix.codes.iter().map(|code| code.as_str().into()).collect();
    let mut rows = RowCount::default();
    let mut observations = vec![];
    while reader.read_record(&mut row).map_err(broken)? {
        rows.read += 1;
        let line = row.position().map_or(0, |position| u32::try_from(position.line()).unwrap_or(u32::MAX));
        let before = observations.len();
        for state in &states {
            let mut found = false;
            for &index in &state.columns {
                let cell = row.get(index).unwrap_or_default().trim();
                let Some(code) = codes.iter().find(|code| code.as_ref() == cell) else {
                    if !cell.is_empty() {
                        rows.drop_cell("unknown-code");
                    }
                    continue;
                };
                if found {
                    rows.drop_cell("filled-already");
                    continue;
                }
                found = true;
                observations.push(Observation {
                    indicator: indicator.clone(),
                    a: state.party.clone(),
                    b: None,
                    period: period.clone(),
                    value: None,
                    code: Some(code.clone()),
                    reporter: None,
                    status: ObservationStatus::Reported,
                    line,
                    column: number(index + 1),
                });
            }
        }
        if observations.len() > before {
            rows.kept += 1;
        } else {
            rows.drop_row(if row.iter().all(|cell| cell.trim().is_empty()) { "blank" } else { "no-code" });
        }
    }
    rows.values = observations.len();
    Ok((columns, observations, rows))
}

/// The columns of one state: its own first, then those that fill its blanks.
struct StateColumns {
    party: Arc<str>,
    columns: Vec<usize>,
}

fn read_header(
    opened: &Opened<'_>,
    layout: &StateMatrix,
    header: &csv::StringRecord,
) -> Result<(Vec<Column>, Vec<StateColumns>), ImportError> {
    let wrong = |name: &str, why: String| ImportError::Layout {
        path: opened.path.to_path_buf(),
        column: (!name.is_empty()).then(|| name.to_string()),
        why,
    };
    let matrix = &layout.matrix;
    let (mut columns, mut own, mut fill) = (vec![], vec![], vec![]);
    for (index, written) in header.iter().enumerate() {
        let name = written.trim();
        if matrix.label_columns.iter().any(|label| label == name) {
            continue;
        }
        let filled = matrix.fill_prefix.as_deref().and_then(|prefix| name.strip_prefix(prefix));
        let Some(party) = layout.names.get(filled.unwrap_or(name)) else {
            return Err(wrong(name, "is not the name of a state this source is known to use".into()));
        };
        columns.push(Column {
            number: number(index + 1),
            name: written.to_string(),
            party: Some(party.clone()),
        });
        if filled.is_some() || matrix.fill_names.iter().any(|former| former == name) {
            fill.push((party, index));
        } else if own.iter().any(|(known, _)| *known == party) {
            return Err(wrong(name, format!("is the second column of {party}")));
        } else {
            own.push((party, index));
        }
    }
    if own.is_empty() && fill.is_empty() {
        return Err(wrong("", "the header names no state".into()));
    }
    let mut states: Vec<StateColumns> = vec![];
    let mut at: HashMap<&str, usize> = HashMap::new();
    for (party, index) in own.into_iter().chain(fill) {
        let place = *at.entry(party).or_insert_with(|| {
            states.push(StateColumns { party: party.as_str().into(), columns: vec![] });
            states.len() - 1
        });
        states[place].columns.push(index);
    }
    Ok((columns, states))
}
