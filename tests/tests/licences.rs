//! What we let in: every crate that is built has a licence that `deny.toml` allows, also where `cargo deny` is not installed.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use spdx::{Expression, ParseMode};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The licences of `deny.toml`, a licence with an exception as it stands there.
fn allowed() -> BTreeSet<String> {
    let text = std::fs::read_to_string(root().join("deny.toml")).expect("deny.toml");
    let rules: toml::Table = text.parse().expect("TOML");
    let allow = rules["licenses"]["allow"].as_array().expect("a list of licences");
    allow.iter().map(|licence| licence.as_str().expect("a name").to_string()).collect()
}

/// Why a crate with these words for a licence may not be let in.
///
/// Old manifests write `MIT/Apache-2.0` for a choice; of a choice one allowed licence is enough, of a sum all are needed.
fn fault(licence: Option<&str>, allowed: &BTreeSet<String>) -> Option<String> {
    let Some(words) = licence else { return Some("no licence is stated".to_string()) };
    match Expression::parse_mode(words, ParseMode::LAX) {
        Err(error) => Some(format!("{words}: {error}")),
        Ok(expression) => {
            let is_allowed = expression.evaluate(|one| allowed.contains(&one.to_string()));
            (!is_allowed).then(|| format!("{words} is not allowed"))
        }
    }
}

#[test]
fn every_crate_has_an_allowed_licence() {
    let target = format!("{}-unknown-linux-gnu", std::env::consts::ARCH);
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--offline", "--filter-platform", &target])
        .current_dir(root())
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: serde_json::Value =
        serde_json::from_slice(&output.stdout).expect("cargo metadata prints JSON");
    let packages = metadata["packages"].as_array().expect("packages");
    assert!(packages.len() > 50, "metadata names {} crates", packages.len());
    let allowed = allowed();
    let faults: Vec<String> = packages
        .iter()
        .filter_map(|package| {
            let fault = fault(package["license"].as_str(), &allowed)?;
            Some(format!("{} {}: {fault}", package["name"], package["version"]))
        })
        .collect();
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn a_foreign_licence_is_seen() {
    let allowed = allowed();
    for good in ["MIT", "MIT/Apache-2.0", "GPL-2.0-only OR MIT", "Apache-2.0 WITH LLVM-exception"] {
        assert_eq!(fault(Some(good), &allowed), None, "{good}");
    }
    for bad in ["GPL-3.0-only", "MIT AND LGPL-2.1-only", "AGPL-3.0", "ours"] {
        assert!(fault(Some(bad), &allowed).is_some(), "{bad}");
    }
    assert!(fault(None, &allowed).is_some());
}
