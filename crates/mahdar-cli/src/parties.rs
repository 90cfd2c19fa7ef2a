//! States and organisations as arguments: `SAU`, `kaz`, `XKX`, `ORG:UN`.
//!
//! The known codes are those the language packs list.

use crate::failure::Failure;
use std::collections::BTreeSet;

/// Checks one argument and writes it as the record does.
pub fn party(argument: &str) -> Result<String, Failure> {
    let code = argument.trim().to_uppercase();
    let known = known();
    if known.contains(&code) {
        return Ok(code);
    }
    let near = nearest(&code, &known);
    Err(Failure::usage(
        "argument/unknown-state",
        format!("`{argument}` is not the code of a state or an organisation"),
        format!(
            "use the three letters of ISO 3166 (SAU, KAZ), XKX, or ORG: and an acronym (ORG:UN); nearest: {}",
            near.join(", ")
        ),
    )
    .at(argument))
}

/// Checks two arguments that must not be the same.
pub fn pair(a: &str, b: &str) -> Result<(String, String), Failure> {
    let (a, b) = (party(a)?, party(b)?);
    if a == b {
        return Err(Failure::usage(
            "argument/same-state",
            format!("`{a}` is named twice"),
            "name two different states; a relation has two sides",
        ));
    }
    Ok((a, b))
}

/// Codes of all packs.
fn known() -> BTreeSet<String> {
    mahdar_data::files("lang")
        .iter()
        .filter(|(path, _)| path.ends_with("/states.toml") || path.ends_with("/organisations.toml"))
        .flat_map(|(_, content)| content.lines())
        .filter_map(|line| line.strip_prefix("code")?.trim_start().strip_prefix('='))
        .map(|value| value.trim().trim_matches('"').to_string())
        .collect()
}

/// Up to four codes that differ least, in one order.
fn nearest(code: &str, known: &BTreeSet<String>) -> Vec<String> {
    let distance = |other: &str| {
        let same = code.chars().zip(other.chars()).filter(|(one, two)| one == two).count();
        code.chars().count().max(other.chars().count()) - same
    };
    let mut near: Vec<&String> = known.iter().collect();
    near.sort_by_key(|other| (distance(other), other.as_str()));
    near.into_iter().take(4).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_known_in_any_case() {
        assert_eq!(party("kaz").unwrap(), "KAZ");
        assert_eq!(party("org:un").unwrap(), "ORG:UN");
        let failure = party("KAS").unwrap_err();
        assert_eq!(failure.code, "argument/unknown-state");
        assert!(failure.help.contains("KAZ"));
    }
}
