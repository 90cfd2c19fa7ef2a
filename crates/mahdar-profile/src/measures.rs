//! Formulas on a relation, one file a subject.
//!
//! [`measure`] prints them in the shape of the contract that scorers call; unknown is an absent key or null,
//! and never zero.

pub mod trade;
pub mod votes;

use mahdar_store::{Record, StoreError};
use serde_json::{Map, Value, json};

/// Everything measured on a pair: `{"pair":[a,b],"measures":{…}}`.
pub fn measure(record: &Record, a: &str, b: &str) -> Result<Value, StoreError> {
    measure_of(record, a, b, None)
}

/// The same for one year; what has no years is left out.
pub fn measure_of_year(record: &Record, a: &str, b: &str, year: i32) -> Result<Value, StoreError> {
    measure_of(record, a, b, Some(year))
}

fn measure_of(record: &Record, a: &str, b: &str, year: Option<i32>) -> Result<Value, StoreError> {
    let mut measures = Map::new();
    votes::add_measures(record, a, b, year, &mut measures)?;
    trade::add_measures(record, a, b, year, &mut measures)?;
    measures.retain(|_, value| value.as_object().is_none_or(|map| !map.is_empty()));
    Ok(json!({ "pair": [a, b], "measures": measures }))
}
