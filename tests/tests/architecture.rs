//! The walls of the house: which crate may use which, and what must not stand where.
//!
//! Each rule is a function from a source to the faults in it, so that a small bad source can prove that it sees them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A string of a source, with what stands around it.
#[derive(Debug)]
struct Literal {
    line: usize,
    text: String,
    before: String,
    after: String,
}

/// A source without comments and tests: its code with empty strings, and the strings.
struct Source {
    code: String,
    literals: Vec<Literal>,
}

// ── the rules ────────────────────────────────────────────────────────────────────────────────────────────────

/// What each crate may use of ours. Nothing uses the command line; the crate of tests may use all.
const ARROWS: [(&str, &[&str]); 8] = [
    ("mahdar-names", &[]),
    ("mahdar-core", &["mahdar-names"]),
    ("mahdar-data", &[]),
    ("mahdar-store", &["mahdar-core", "mahdar-names"]),
    ("mahdar-sources", &["mahdar-core"]),
    ("mahdar-profile", &["mahdar-core", "mahdar-store"]),
    ("mahdar-render", &["mahdar-core", "mahdar-profile", "mahdar-data"]),
    (
        "mahdar-cli",
        &[
            "mahdar-core",
            "mahdar-data",
            "mahdar-names",
            "mahdar-store",
            "mahdar-sources",
            "mahdar-profile",
            "mahdar-render",
        ],
    ),
];

fn broken_arrows(uses: &BTreeMap<String, BTreeSet<String>>) -> Vec<String> {
    let mut faults = Vec::new();
    for (name, used) in uses.iter().filter(|(name, _)| *name != "mahdar-tests") {
        match ARROWS.iter().find(|(known, _)| known == name) {
            None => faults.push(format!("{name} has no place in ARROWS: a new crate is a change of its own")),
            Some((_, allowed)) => {
                let broken = used.iter().filter(|other| !allowed.contains(&other.as_str()));
                faults.extend(broken.map(|other| format!("{name} -> {other}")));
            }
        }
    }
    faults
}

/// Letters of the languages we read, or their escapes, outside comments and tests.
fn vocabulary(source: &Source) -> Vec<String> {
    // Punctuation is no word, and the tatweel only lengthens one.
    let is_letter = |c: char| {
        let is_script = matches!(c as u32, 0x400..=0x52F | 0x600..=0x6FF | 0x750..=0x77F | 0x8A0..=0x8FF | 0xFB50..=0xFDFF | 0xFE70..=0xFEFC);
        is_script && c.is_alphabetic() && c != '\u{640}'
    };
    let mut faults = Vec::new();
    for literal in &source.literals {
        let escaped = literal.text.split("\\u{").skip(1).filter_map(|rest| rest.split('}').next());
        let mut letters = escaped
            .filter_map(|digits| u32::from_str_radix(digits, 16).ok().and_then(char::from_u32))
            .chain(literal.text.chars());
        if letters.any(is_letter) {
            faults
                .push(format!("{}: words of a language belong in a pack: {:?}", literal.line, literal.text));
        }
    }
    if source.code.chars().any(is_letter) {
        faults.push("a name of a language's letters in the code".to_string());
    }
    faults
}

const TAGS: [&str; 4] = ["ar", "en", "ru", "kk"];

/// A comparison with the tag of a language: the code asks for features, never for a name.
fn language_tags(source: &Source) -> Vec<String> {
    let compares = |literal: &&Literal| {
        let (before, after) = (literal.before.trim_end(), literal.after.trim_start());
        let call = ["eq(", "starts_with(", "contains(", "contains(&", "ends_with("];
        ["==", "!=", "|"].iter().any(|sign| before.ends_with(sign) || after.starts_with(sign))
            || after.starts_with("=>")
            || after.starts_with(") =>")
            || call.iter().any(|call| before.ends_with(call))
            || (before.ends_with("Some(")
                && (before.contains("== Some(")
                    || before.contains("!= Some(")
                    || before.contains("matches!")))
    };
    let tags =
        source.literals.iter().filter(|literal| TAGS.contains(&literal.text.as_str())).filter(compares);
    tags.map(|literal| format!("{}: a comparison with the language {:?}", literal.line, literal.text))
        .collect()
}

/// A statement of SQL in a string.
fn sql(source: &Source) -> Vec<String> {
    let is_sql = |literal: &&Literal| {
        let text = literal.text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        let starts = [
            "insert into ",
            "delete from ",
            "create table ",
            "create index ",
            "alter table ",
            "drop table ",
            "pragma ",
            "begin immediate",
        ];
        starts.iter().any(|start| text.starts_with(start))
            || (text.starts_with("select ") && text.contains(" from "))
            || (text.starts_with("update ") && text.contains(" set "))
    };
    source
        .literals
        .iter()
        .filter(is_sql)
        .map(|literal| format!("{}: SQL belongs in mahdar-store/sql: {:?}", literal.line, literal.text))
        .collect()
}

/// The world: what a pure crate must not see.
fn world(source: &Source) -> Vec<String> {
    let forbidden = [
        "std::fs",
        "std::net",
        "std::env",
        "std::io",
        "std::process",
        "std::thread",
        "SystemTime",
        "Instant",
        "rand::",
        "async fn",
        ".await",
        "Zoned::now",
        "Timestamp::now",
    ];
    let lines = source.code.lines().enumerate();
    lines
        .flat_map(|(index, line)| {
            let seen = forbidden.iter().filter(move |word| line.contains(**word));
            seen.map(move |word| format!("{}: {word}", index + 1))
        })
        .collect()
}

/// What the compiler cannot vouch for.
fn not_vouched_for(source: &Source) -> Vec<String> {
    let words = ["unsafe_code", "unsafe {", "unsafe fn", "unsafe impl", "unsafe extern"];
    let lines = (1..).zip(source.code.lines());
    let seen = lines.filter(|(_, line)| words.iter().any(|word| line.contains(word)));
    seen.map(|(line, text)| format!("{line}: {}", text.trim())).collect()
}

/// An HTML tag in a string.
fn html(source: &Source) -> Vec<String> {
    let tags = [
        "a", "article", "b", "bdi", "body", "br", "button", "div", "em", "footer", "form", "h1", "h2", "h3",
        "head", "header", "html", "i", "img", "li", "link", "main", "meta", "nav", "ol", "p", "script",
        "section", "span", "strong", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul",
    ];
    let is_tag = |text: &str| {
        text.split('<').skip(1).any(|rest| {
            let rest = rest.strip_prefix('/').unwrap_or(rest);
            let name: String = rest.chars().take_while(char::is_ascii_alphanumeric).collect();
            let next = rest[name.len()..].chars().next();
            tags.contains(&name.to_lowercase().as_str())
                && next.is_some_and(|c| c == '>' || c == ' ' || c == '/')
        })
    };
    source
        .literals
        .iter()
        .filter(|l| is_tag(&l.text))
        .map(|l| format!("{}: HTML belongs in a template: {:?}", l.line, l.text))
        .collect()
}

/// Words that a person would read: two words of small letters with a space between them.
///
/// What a programmer reads (attributes of errors, `expect`, panics, `help`) is not meant.
fn page_words(source: &Source) -> Vec<String> {
    let for_programmers =
        ["expect(", "panic!(", "unreachable!(", "assert!(", "error(", "reason =", "template("];
    let is_word = |word: &str| {
        word.chars().count() > 1
            && word.chars().all(|c| c.is_alphabetic() || c == ',' || c == '.')
            && !word.contains("::")
    };
    let is_said = |literal: &&Literal| {
        let words: Vec<&str> = literal.text.split(' ').collect();
        words.windows(2).any(|pair| is_word(pair[0]) && is_word(pair[1]))
            && !for_programmers.iter().any(|before| literal.before.contains(before))
    };
    source
        .literals
        .iter()
        .filter(is_said)
        .map(|l| format!("{}: page words belong in data/locales: {:?}", l.line, l.text))
        .collect()
}

// ── the house ────────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn no_arrow_is_broken() {
    assert_eq!(broken_arrows(&uses()), Vec::<String>::new());
}

#[test]
fn no_vocabulary_stands_in_the_code() {
    assert_clean(&["crates", "data"], &[], vocabulary);
}

#[test]
fn no_language_is_asked_for_by_name() {
    assert_clean(&["crates", "data"], &["mahdar-core/src/pack"], language_tags);
}

#[test]
fn no_sql_stands_outside_the_store() {
    assert_clean(&["crates", "data"], &["mahdar-store"], sql);
}

#[test]
fn the_core_does_not_see_the_world() {
    assert_clean(&["crates/mahdar-core", "crates/mahdar-names"], &[], world);
}

#[test]
fn the_compiler_vouches_for_everything_but_the_mapping_of_a_file() {
    assert_clean(&["crates", "data", "tests"], &["mahdar-cli/src/mapped.rs"], not_vouched_for);
    let mapped = std::fs::read_to_string(root().join("crates/mahdar-cli/src/mapped.rs")).expect("a source");
    assert_eq!(mapped.matches("unsafe {").count(), 1);
    assert!(mapped.contains("// SAFETY: "), "what is relied on is said");
}

#[test]
fn no_html_stands_outside_templates() {
    assert_clean(&["crates", "data"], &[], html);
}

#[test]
fn no_page_words_stand_outside_locales() {
    assert_clean(&["crates/mahdar-render", "crates/mahdar-profile"], &[], page_words);
}

// ── each rule sees a bad source ──────────────────────────────────────────────────────────────────────────────

#[track_caller]
fn check(rule: fn(&Source) -> Vec<String>, bad: &[&str], good: &[&str]) {
    for text in bad {
        assert!(!rule(&source(text)).is_empty(), "the rule does not see {text}");
    }
    for text in good {
        assert_eq!(rule(&source(text)), Vec::<String>::new(), "the rule sees a fault in {text}");
    }
}

#[test]
fn a_broken_arrow_is_seen() {
    let one = |from: &str, to: &str| BTreeMap::from([(from.to_string(), BTreeSet::from([to.to_string()]))]);
    for (from, to) in [
        ("mahdar-core", "mahdar-store"),
        ("mahdar-profile", "mahdar-sources"),
        ("mahdar-render", "mahdar-cli"),
        ("mahdar-new", "mahdar-core"),
    ] {
        assert_eq!(broken_arrows(&one(from, to)).len(), 1, "{from} -> {to}");
    }
    assert!(broken_arrows(&one("mahdar-store", "mahdar-core")).is_empty());
    assert!(broken_arrows(&one("mahdar-tests", "mahdar-cli")).is_empty());
}

#[test]
fn vocabulary_is_seen() {
    check(
        vocabulary,
        &[r#"let x = "وزير";"#, r#"let x = "министр";"#, r#"let c = '\u{0648}';"#, "let x = r\"қ\";"],
        &[
            "// وزير\nlet x = 1;",
            "/// министр\nfn f() {}",
            "fn f() {}\n#[cfg(test)]\nmod tests { const X: &str = \"وزير\"; }",
            r#"let c = '\u{200F}';"#,
        ],
    );
}

#[test]
fn a_language_tag_is_seen() {
    check(
        language_tags,
        &[
            r#"if lang == "ar" {}"#,
            r#"if "kk" != lang {}"#,
            r#"match lang { "ru" => 1, _ => 2 }"#,
            r#"matches!(lang, "ru" | "kk")"#,
            r#"if lang == Some("en") {}"#,
            r#"match lang { Some("en") => 1, _ => 2 }"#,
            r#"lang.starts_with("ar")"#,
        ],
        &[r#"let known = ["ar", "en"];"#, r#"if lang == other {}"#, r#"if x == "art" {}"#],
    );
}

#[test]
fn sql_is_seen() {
    check(
        sql,
        &[
            "query(\"SELECT id\n FROM documents\")",
            r#"run("insert into x values (1)")"#,
            "let q = r#\"update x set a = 1\"#;",
        ],
        &[
            r#"say("select a file from the list below")"#.replace("select", "choose").as_str(),
            r#"let x = "from";"#,
        ],
    );
}

#[test]
fn the_world_is_seen() {
    check(
        world,
        &[
            "use std::fs;",
            "let now = SystemTime::now();",
            "let t = std::time::Instant::now();",
            "std::env::var(\"HOME\");",
            "async fn f() {}",
        ],
        &["// std::fs\nuse std::fmt;", "let v = env!(\"CARGO_PKG_VERSION\");", "let x = \"std::fs\";"],
    );
}

#[test]
fn what_is_not_vouched_for_is_seen() {
    check(
        not_vouched_for,
        &["let x = unsafe { f() };", "unsafe impl Send for X {}", "#[allow(unsafe_code)]"],
        &["// unsafe { f() }", r#"let x = "unsafe { f() }";"#, "let is_unsafe = true;"],
    );
}

#[test]
fn html_is_seen() {
    check(
        html,
        &[r#"out.push_str("<p>");"#, r#"format!("<a href={x}>")"#, r#"let x = "</div>";"#],
        &[r#"let x = "a < b";"#, r#"let x = "<svg>";"#, r#"let x = "<placeholder>";"#],
    );
}

#[test]
fn page_words_are_seen() {
    check(
        page_words,
        &[r#"let x = "no meetings yet";"#, r#"format!("{n} days ago")"#],
        &[
            r#"#[error("no such row")]"#,
            r#"x.expect("a row is there")"#,
            r#"let x = "meeting-date";"#,
            r#"let x = "M 0 0 L 10 10";"#,
        ],
    );
}

// ── how sources are read ─────────────────────────────────────────────────────────────────────────────────────

#[track_caller]
fn assert_clean(folders: &[&str], except: &[&str], rule: fn(&Source) -> Vec<String>) {
    let mut faults = Vec::new();
    let mut n_files = 0;
    for folder in folders {
        for path in rust_files(&root().join(folder)) {
            let name =
                path.strip_prefix(root()).expect("below the root").to_string_lossy().replace('\\', "/");
            let is_test = ["/tests/", "/examples/", "/benches/"].iter().any(|part| name.contains(part));
            if is_test || except.iter().any(|part| name.contains(part)) {
                continue;
            }
            n_files += 1;
            let text = std::fs::read_to_string(&path).expect("a source");
            faults.extend(rule(&source(&text)).into_iter().map(|fault| format!("{name}:{fault}")));
        }
    }
    assert!(n_files > 0, "no sources below {folders:?}");
    assert!(faults.is_empty(), "\n{}\nARCHITECTURE.md says where it goes", faults.join("\n"));
}

/// Takes comments and tests away and puts the strings aside.
fn source(text: &str) -> Source {
    // Tests stand at the bottom of a file.
    let end = text
        .match_indices("#[cfg(test)]")
        .map(|(at, _)| at)
        .find(|at| *at == 0 || text[..*at].ends_with('\n'))
        .unwrap_or(text.len());
    let chars: Vec<char> = text[..end].chars().collect();
    let (mut code, mut found): (String, Vec<(usize, usize, String)>) = (String::new(), Vec::new());
    let mut at = 0;
    let mut line = 1;
    let starts = |at: usize, what: &str| what.chars().enumerate().all(|(i, c)| chars.get(at + i) == Some(&c));
    while at < chars.len() {
        let begin = at;
        if starts(at, "//") {
            while at < chars.len() && chars[at] != '\n' {
                at += 1;
            }
        } else if starts(at, "/*") {
            while at < chars.len() && !starts(at, "*/") {
                at += 1;
            }
            at += 2;
        } else if chars[at] == '"' {
            at += 1;
            while at < chars.len() && chars[at] != '"' {
                at += if chars[at] == '\\' { 2 } else { 1 };
            }
            found.push((line, code.len(), chars[begin + 1..at.min(chars.len())].iter().collect()));
            code.push_str("\"\"");
            at += 1;
        } else if chars[at] == 'r'
            && (starts(at, "r\"") || starts(at, "r#"))
            && !code.ends_with(|c: char| c.is_alphanumeric() || c == '_')
        {
            let hashes = chars[at + 1..].iter().take_while(|c| **c == '#').count();
            if chars.get(at + 1 + hashes) == Some(&'"') {
                let close = format!("\"{}", "#".repeat(hashes));
                at += hashes + 2;
                let inside = at;
                while at < chars.len() && !starts(at, &close) {
                    at += 1;
                }
                found.push((line, code.len(), chars[inside..at].iter().collect()));
                code.push_str("\"\"");
                at += close.len();
            } else {
                code.push('r');
                at += 1;
            }
        } else if chars[at] == '\'' && (chars.get(at + 1) == Some(&'\\') || chars.get(at + 2) == Some(&'\''))
        {
            // A character, not a lifetime.
            at += if chars[at + 1] == '\\' { 3 } else { 2 };
            while at < chars.len() && chars[at] != '\'' {
                at += 1;
            }
            found.push((line, code.len(), chars[begin + 1..at.min(chars.len())].iter().collect()));
            code.push_str("''");
            at += 1;
        } else {
            code.push(chars[at]);
            at += 1;
        }
        let feeds = chars[begin..at.min(chars.len())].iter().filter(|c| **c == '\n').count();
        line += feeds;
        if !code.ends_with('\n') || feeds > 1 {
            // Lines are kept, so that places in the code are places in the file.
            let missing = feeds.saturating_sub(usize::from(code.ends_with('\n') && chars[begin] == '\n'));
            (0..missing).for_each(|_| code.push('\n'));
        }
    }
    let around = |place: usize| {
        let from = code[..place].char_indices().rev().nth(60).map_or(0, |(at, _)| at);
        let after: String = code[place + 2..].chars().take(10).collect();
        (code[from..place].to_string(), after)
    };
    let literals = found
        .into_iter()
        .map(|(line, place, text)| {
            let (before, after) = around(place);
            Literal { line, text, before, after }
        })
        .collect();
    Source { code, literals }
}

/// Which of our crates each of our crates uses, tests aside.
fn uses() -> BTreeMap<String, BTreeSet<String>> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--format-version", "1", "--offline"])
        .current_dir(root())
        .output()
        .expect("cargo runs");
    let metadata: serde_json::Value =
        serde_json::from_slice(&output.stdout).expect("cargo metadata prints JSON");
    let packages = metadata["packages"].as_array().expect("packages");
    let uses: BTreeMap<String, BTreeSet<String>> = packages
        .iter()
        .map(|package| {
            let dependencies = package["dependencies"].as_array().expect("dependencies").iter();
            let ours = dependencies
                .filter(|d| d["kind"] != "dev")
                .filter_map(|d| d["name"].as_str())
                .filter(|name| name.starts_with("mahdar-"));
            (package["name"].as_str().expect("a name").to_string(), ours.map(str::to_string).collect())
        })
        .collect();
    assert!(uses.len() >= ARROWS.len(), "{uses:?}");
    uses
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(rust_files(&path));
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}
