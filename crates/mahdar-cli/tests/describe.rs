//! `mahdar completions` and `mahdar man`: every command is in them.

mod common;

use common::Place;

const COMMANDS: [&str; 5] = ["read", "add", "brief", "who", "explain"];

#[test]
fn every_shell_is_told_the_commands() {
    let place = Place::new();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let ran = place.run(&format!("completions {shell}"));
        assert_eq!(ran.exit, 0, "{}", ran.err);
        for command in COMMANDS {
            assert!(ran.out.contains(command), "{shell}: {command}");
        }
    }
    assert_eq!(place.run("completions sed").exit, 2);
}

#[test]
fn the_manual_has_a_page_for_each_command() {
    let place = Place::new();
    let ran = place.run("man");
    assert_eq!(ran.exit, 0, "{}", ran.err);
    assert!(ran.out.contains(".TH mahdar 1"), "{}", ran.out);
    assert_eq!(place.run("man --to pages").exit, 0);
    for command in COMMANDS {
        let page = String::from_utf8_lossy(&place.read(&format!("pages/mahdar-{command}.1"))).into_owned();
        assert!(page.contains(".SH SYNOPSIS"), "{page}");
    }
}
