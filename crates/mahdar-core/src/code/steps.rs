//! What becomes of an event once its clause is asked: it is still to come, told on the way, another than the one before it.
//!
//! [`Told`] answers what is asked of the clause and of the events before it; steps ask. Every event goes through all of
//! [`PARTS`] in their order, and what a step made of it is seen by those behind it. The first step by which an event is told on
//! the way gives its name to [`Draft::aside`].

mod ahead;
mod before_the_news;
mod beside;
mod dated;
mod marks;
mod on_the_way;
mod said_once;
mod step;
mod told;
mod welcome;

use super::Draft;
use step::Part::{self, Does, Steps};

pub(super) use told::Told;

/// What a clause says of its own event, before it is known whether another verb takes it.
const FIRST: &[Part] = &[Steps(ahead::OF_ITS_OWN)];

/// All that follows, in the order in which it is asked.
const PARTS: &[Part] = &[
    // What is not done yet, or is no event of its own, by what stands before it.
    Steps(ahead::ASKED_FOR),
    Steps(said_once::ONCE),
    Steps(ahead::ALLOWED),
    Does(marks::as_its_verb),
    Steps(ahead::BESIDE_A_PLAN),
    // What is told with something else, or was before it.
    Steps(on_the_way::CAME_FOR),
    Steps(before_the_news::REMOTE),
    Steps(on_the_way::DESCRIBES),
    Steps(before_the_news::EARLIER),
    Does(marks::occurs),
    Steps(on_the_way::BY_NOUN),
    Steps(before_the_news::HAD),
    Steps(on_the_way::WHEN),
    Steps(before_the_news::LAST),
    Does(marks::remote_news_present),
    Steps(beside::SPOKEN_OF),
    Steps(beside::OCCASION),
    // When and where it was, and what that tells.
    Does(marks::day_and_place),
    Steps(welcome::WELCOMED),
    Does(marks::nowhere),
    Steps(dated::DATED),
    Steps(on_the_way::EXCHANGED),
];

/// Asks what an event's own clause says of its status.
pub(super) fn first(told: &Told, draft: &mut Draft) {
    step::take(FIRST, told, draft);
}

/// Asks all other steps. Whether the clause tells an event of its own.
pub(super) fn settle(told: &Told, draft: &mut Draft) -> bool {
    step::take(PARTS, told, draft)
}

#[cfg(test)]
mod tests {
    use super::step::Step;
    use super::*;

    fn steps() -> impl Iterator<Item = &'static Step> {
        let of = |part: &'static Part| match part {
            Steps(steps) => *steps,
            Does(_) => &[],
        };
        FIRST.iter().chain(PARTS).flat_map(of)
    }

    #[test]
    fn every_step_has_a_name_of_its_own() {
        let mut names: Vec<_> = steps().map(|step| step.name).collect();
        names.sort_unstable();
        assert!(names.windows(2).all(|two| two[0] != two[1]), "{names:?}");
        assert!(names.iter().all(|n| n.chars().all(|c| c == '-' || c.is_ascii_lowercase())), "{names:?}");
        // It is the name of what no step says.
        assert!(!names.contains(&"frame"));
    }

    #[test]
    fn steps_are_asked_of_kinds_that_there_are() {
        let ontology = mahdar_data::files("ontology");
        let (_, events) =
            ontology.iter().find(|(path, _)| path.ends_with("events.toml")).expect("it is there");
        for step in steps() {
            for kind in step.kinds {
                assert!(events.contains(&format!("type = \"{kind}\"")), "{}: {kind}", step.name);
            }
        }
    }

    #[test]
    fn the_first_step_gives_its_name() {
        let mut draft = Draft::default();
        draft.set_aside("one");
        draft.set_aside("two");
        assert_eq!((draft.secondary, draft.aside), (true, Some("one")));
        draft.take_up();
        assert_eq!((draft.secondary, draft.aside), (false, None));
        draft.set_aside("two");
        assert_eq!((draft.secondary, draft.aside), (true, Some("two")));
    }
}
