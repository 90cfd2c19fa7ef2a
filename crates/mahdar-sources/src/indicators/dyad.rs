//! The layout `dyad-two-flows`: a row a dyad and year, with what each state imports from the other.

use std::collections::HashMap;
use std::sync::Arc;

use mahdar_core::{Column, Observation, ObservationStatus, RowCount};

use super::descriptor::DyadTwoFlows;
use super::{ImportError, Opened, csv_reader, number};

/// Reads a file of dyads. A flow that the row says is missing becomes an observation without a value, so that
/// "there is a row, and it says unknown" is not lost.
pub(super) fn parse(
    opened: &Opened<'_>,
    layout: &DyadTwoFlows,
) -> Result<(Vec<Column>, Vec<Observation>, RowCount), ImportError> {
    let broken = |source| ImportError::Csv { path: opened.path.to_path_buf(), source };
    let mut reader = csv_reader(opened.text);
    let mut row = csv::StringRecord::new();
    reader.read_record(&mut row).map_err(broken)?;
    let place = |name: &str| {
        row.iter().position(|written| written.trim() == name).ok_or_else(|| ImportError::Layout {
            path: opened.path.to_path_buf(),
            column: Some(name.to_string()),
            why: "is missing from the header".into(),
        })
    };
    let names = &layout.dyad;
    let (a, b, period) = (place(&names.a)?, place(&names.b)?, place(&names.period)?);
    let flows = [place(&names.imports_of_a_from_b)?, place(&names.imports_of_b_from_a)?];
    let columns = flows
        .iter()
        .map(|&index| Column { number: number(index + 1), name: row[index].to_string(), party: None })
        .collect();

    let indicator: Arc<str> = opened.descriptor.indicator.as_str().into();
    let codes: HashMap<&str, Arc<str>> =
        layout.codes.iter().map(|(code, party)| (code.as_str(), party.as_str().into())).collect();
    let mut years: HashMap<String, Arc<str>> = HashMap::new();
    let mut rows = RowCount::default();
    let mut observations = vec![];
    while reader.read_record(&mut row).map_err(broken)? {
        rows.read += 1;
        let cell = |index: usize| row.get(index).unwrap_or_default().trim();
        let (Some(first), Some(second)) = (codes.get(cell(a)), codes.get(cell(b))) else {
            rows.drop_row("unknown-state");
            continue;
        };
        if first == second {
            rows.drop_row("same-state");
            continue;
        }
        let year = cell(period);
        if year.len() != 4 || !year.bytes().all(|byte| byte.is_ascii_digit()) {
            rows.drop_row("no-year");
            continue;
        }
        let year = years.entry(year.to_string()).or_insert_with(|| year.into()).clone();
        let line = row.position().map_or(0, |position| u32::try_from(position.line()).unwrap_or(u32::MAX));
        let before = observations.len();
        for (index, importer, exporter) in [(flows[0], first, second), (flows[1], second, first)] {
            let written = cell(index);
            let missing = written.is_empty() || names.missing.iter().any(|code| code == written);
            let value = written.parse::<f64>().ok().filter(|value| value.is_finite() && *value >= 0.0);
            if !missing && value.is_none() {
                rows.drop_cell("not-a-number");
                continue;
            }
            if missing {
                rows.missing += 1;
            } else {
                rows.values += 1;
            }
            observations.push(Observation {
                indicator: indicator.clone(),
                a: importer.clone(),
                b: Some(exporter.clone()),
                period: year.clone(),
                value: if missing { None } else { value },
                code: None,
                reporter: Some(importer.clone()),
                status: if missing { ObservationStatus::Missing } else { ObservationStatus::Reported },
                line,
                column: number(index + 1),
            });
        }
        if observations.len() > before {
            rows.kept += 1;
        } else {
            rows.drop_row("not-a-number");
        }
    }
    Ok((columns, observations, rows))
}
