//! `mahdar test`: what fails is explained, marks are written and taken away, expectations never change.

mod common;

use common::Place;

const PACK: &str = "lang = \"xx\"\nversion = \"0\"\nscript = \"Latn\"\n";
const STATES: &str =
    "[[state]]\ncode = \"NOR\"\nname = [\"Norway\"]\n[[state]]\ncode = \"KEN\"\nname = [\"Kenya\"]\n";
const MEET: &str = "type = \"MEET\"\n[[frame]]\nid = \"xx.meet\"\nverb = [\"met\"]\nroles = { party = [\"subject\", \"object\"] }\n\
    [[frame.example]]\ntext = \"Norway encountered Kenya.\"\nsides = [\"NOR\", \"KEN\"]\n";
const CASES: &str = "## One\n\n> Norway met Kenya.\n\n```toml\nno_events = true\n```\n";

fn pack() -> Place {
    let place = Place::new();
    place.write("xx/pack.toml", PACK);
    place.write("xx/states.toml", STATES);
    place.write("xx/events/meet.toml", MEET);
    place.write("xx/cases/one.md", CASES);
    place
}

#[test]
fn a_failure_says_what_was_expected_what_came_and_where_to_go() {
    let ran = pack().run("test xx");
    assert_eq!(ran.exit, 1, "{}", ran.err);
    for words in [
        "expected: no other main event",
        "came: MEET happened NOR KEN",
        "edit: xx/events/meet.toml",
        "xx/cases/one.md:1",
    ] {
        assert!(ran.out.contains(words), "{words}: {}", ran.out);
    }
}

#[test]
fn what_is_accepted_passes_until_it_is_repaired() {
    let place = pack();
    assert_eq!(place.run("test xx --accept").exit, 0);
    let cases = String::from_utf8_lossy(&place.read("xx/cases/one.md")).into_owned();
    assert_eq!(
        cases,
        CASES.replace("no_events", "known_wrong = \"no other main event: MEET happened NOR KEN\"\nno_events")
    );
    assert!(String::from_utf8_lossy(&place.read("xx/eval/known.toml")).contains("xx.meet/example-1"));
    let ran = place.run("test xx");
    assert_eq!(ran.exit, 0, "{}", ran.out);
    // The verb of the example comes into the pack, the one of the case goes.
    place.write("xx/events/meet.toml", MEET.replace("\"met\"", "\"encountered\""));
    let ran = place.run("test xx");
    assert_eq!(ran.exit, 1);
    assert!(ran.out.contains("remove `known_wrong` from the case"), "{}", ran.out);
    assert!(ran.out.contains("remove its entry from xx/eval/known.toml"), "{}", ran.out);
    assert_eq!(place.run("test xx --accept").exit, 0);
    assert_eq!(String::from_utf8_lossy(&place.read("xx/cases/one.md")), CASES);
}

#[test]
fn a_folder_without_a_pack_is_said() {
    let ran = Place::new().run("test nowhere");
    assert_eq!(ran.exit, 1);
    assert!(ran.err.contains("pack/unreadable"), "{}", ran.err);
}
