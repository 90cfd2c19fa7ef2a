//! Prints names, comparisons or features, for the fitting of weights.
//!
//! `prepare parts DATA PAIRS` and `prepare features DATA PAIRS`: one JSON line a row.

use mahdar_names::{Name, Tables, align, features};
use std::fmt::Write as _;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let mut files = Vec::new();
    for entry in std::fs::read_dir(&arguments[2]).expect("a folder of data").flatten() {
        let path = entry.path();
        if path.extension().is_some_and(|e| e == "toml") {
            files.push((path.display().to_string(), std::fs::read_to_string(&path).expect("a file")));
        }
    }
    files.sort();
    if let Some(costs) = arguments.get(4) {
        files.retain(|(path, _)| !path.ends_with("costs.toml"));
        files.push(("costs.toml".into(), std::fs::read_to_string(costs).expect("costs")));
    }
    let tables = match Tables::compile(&files) {
        Ok(tables) => tables,
        Err(error) => panic!("{error}"),
    };
    let text = std::fs::read_to_string(&arguments[3]).expect("pairs");
    let mut out = String::new();
    if arguments[1] == "signs" {
        for (i, s) in tables.signs.iter().enumerate() {
            println!("{i}\t{s}");
        }
        return;
    }
    for line in text.lines().skip(1) {
        let c: Vec<&str> = line.split('\t').collect();
        let mut a = Name::read(&tables, c[1], c[2]);
        let mut b = Name::read(&tables, c[3], c[4]);
        if arguments[1] == "features" && a.view(|x| b.view(|y| mahdar_names::is_second(x, y))) {
            std::mem::swap(&mut a, &mut b);
        }
        if arguments[1] == "parts" {
            let show = |n: &Name| {
                let parts: Vec<String> = n
                    .parts
                    .iter()
                    .map(|p| {
                        format!(
                            "{{\"s\":{:?},\"st\":{:?},\"e\":{:?},\"i\":{},\"f\":{}}}",
                            p.signs,
                            p.starts.iter().map(|s| s.0).collect::<Vec<_>>(),
                            p.ends.iter().map(|s| s.0).collect::<Vec<_>>(),
                            p.is_initial,
                            p.is_father
                        )
                    })
                    .collect();
                format!("[{}]", parts.join(","))
            };
            let _ = writeln!(out, "{{\"id\":{:?},\"a\":{},\"b\":{}}}", c[0], show(&a), show(&b));
        } else {
            let (alignment, f) = a.view(|x| {
                b.view(|y| {
                    let al = align(&tables, x, y);
                    let f = features(&tables, x, y, &al);
                    (al, f)
                })
            });

            let f: Vec<String> = f.iter().map(|x| format!("{x:.4}")).collect();
            let shown: Vec<String> = alignment
                .steps
                .iter()
                .map(|s| {
                    let x: Vec<&str> = (s.a.0..s.a.1).map(|i| a.parts[i].text.as_str()).collect();
                    let y: Vec<&str> = (s.b.0..s.b.1)
                        .map(|j| b.parts[(j + alignment.turned) % b.parts.len()].text.as_str())
                        .collect();
                    format!("{}={} {:.2}", x.join("+"), y.join("+"), s.likeness.map_or(9.0, |l| l.share))
                })
                .collect();
            let _ = writeln!(out, "{}\t{}\t{}", c[0], f.join(" "), shown.join(" | "));
        }
    }
    print!("{out}");
}
