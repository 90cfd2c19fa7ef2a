//! Every code has a page, every page a code, and the example on a page gives what the page shows.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

const SECTIONS: [&str; 4] = ["## What it means", "## Why", "## What to do", "## Example"];

#[test]
fn codes_and_pages_belong_together() {
    let pages: BTreeSet<String> = pages().into_iter().map(|(code, _)| code).collect();
    let areas: BTreeSet<&str> = pages.iter().filter_map(|code| code.split('/').next()).collect();
    let codes = codes(&areas);
    let without_page: Vec<_> = codes.difference(&pages).collect();
    let without_code: Vec<_> = pages.difference(&codes).collect();
    assert!(without_page.is_empty(), "write docs/errors/CODE.md for {without_page:?}");
    assert!(
        without_code.is_empty(),
        "no source gives {without_code:?}; a code that is retired keeps no page"
    );
}

#[test]
fn pages_have_the_same_sections() {
    for (code, page) in pages() {
        assert!(page.starts_with(&format!("# {code}\n\n")), "{code}: the title is not the code");
        let found: Vec<&str> = page.lines().filter(|line| line.starts_with("## ")).collect();
        assert_eq!(found, SECTIONS, "{code}");
        assert!(page.contains(&format!("[{code}]")), "{code}: the example does not show the code");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn examples_give_what_the_pages_show() {
    let program = Path::new(env!("CARGO_BIN_EXE_mahdar")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
    for (code, page) in pages() {
        let Some(example) = page.split("```console\n").nth(1).and_then(|rest| rest.split("```").next())
        else {
            continue;
        };
        let folder = tempfile::tempdir().unwrap();
        let mut shown = String::new();
        for command in example.lines().filter_map(|line| line.strip_prefix("$ ")) {
            let ran = Command::new("sh")
                .args(["-c", &format!("exec 2>&1\n{command}")])
                .current_dir(folder.path())
                .env("PATH", &path)
                .env("XDG_DATA_HOME", folder.path().join("share"))
                .output()
                .unwrap();
            shown.push_str(&format!("$ {command}\n{}", String::from_utf8_lossy(&ran.stdout)));
        }
        assert_eq!(shown, example, "docs/errors/{code}.md shows something else than the program does");
    }
}

/// Codes as they stand in the sources: string literals `"area/name"` of an area that has pages.
fn codes(areas: &BTreeSet<&str>) -> BTreeSet<String> {
    let mut codes = BTreeSet::new();
    for path in below(&root().join("crates"), "rs") {
        if !path.components().any(|part| part.as_os_str() == "src") {
            continue;
        }
        let source = std::fs::read_to_string(&path).unwrap();
        let source = source.split("#[cfg(test)]\nmod tests").next().unwrap();
        let is_code = |text: &&str| {
            let mut parts = text.split('/');
            let (area, name) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
            areas.contains(area)
                && parts.next().is_none()
                && !name.is_empty()
                && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
        };
        let code_lines = source.lines().filter(|line| !line.trim_start().starts_with("//"));
        codes.extend(
            code_lines
                .flat_map(|line| line.split('"').skip(1).step_by(2))
                .filter(is_code)
                .map(str::to_string),
        );
    }
    codes
}

fn pages() -> Vec<(String, String)> {
    let folder = root().join("docs/errors");
    let code = |path: &Path| {
        path.strip_prefix(&folder).unwrap().with_extension("").to_string_lossy().replace('\\', "/")
    };
    below(&folder, "md").iter().map(|path| (code(path), std::fs::read_to_string(path).unwrap())).collect()
}

fn below(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(below(&path, extension));
        } else if path.extension().is_some_and(|end| end == extension) {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}
