//! A brief as JSON: the figures themselves, under a version of the contract.

use mahdar_profile::Brief;
use serde::Serialize;

/// Version of the JSON of a brief; a removed or renamed key raises the first number.
pub const CONTRACT: &str = "mahdar-brief/1.0";

#[derive(Serialize)]
struct Contract<'a> {
    contract: &'static str,
    #[serde(flatten)]
    brief: &'a Brief,
}

/// Writes a brief as one JSON object with a final line feed.
pub fn json(brief: &Brief) -> String {
    let contract = Contract { contract: CONTRACT, brief };
    let mut text =
        serde_json::to_string_pretty(&contract).expect("a brief has string keys and finite numbers only");
    text.push('\n');
    text
}
