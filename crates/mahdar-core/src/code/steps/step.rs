//! A step: of which kinds of events it is asked, when it applies, and what it makes of the event.

use super::told::Told;
use crate::code::Draft;

/// A question about an event: what its clause and those before it tell, the event as far as it is known.
type Asks = fn(&Told, &Draft) -> bool;

/// A function that does to an event what no step can say.
type Does = fn(&Told, &mut Draft);

/// One reason why an event is told on the way, is still to come, or is another than the one told before it.
pub(super) struct Step {
    pub(super) name: &'static str,
    /// The kinds of events that it is asked of; of every kind where none is named.
    pub(super) kinds: &'static [&'static str],
    makes: Makes,
    when: Asks,
}

/// What becomes of an event where a step applies.
#[derive(Clone, Copy)]
enum Makes {
    Aside,
    Main,
    Status(&'static str),
    AsideAs(&'static str),
    MainAs(&'static str),
    Another,
    AnotherAside,
    Past,
    Nothing,
}

/// Told on the way.
pub(super) const fn aside(name: &'static str, kinds: &'static [&'static str], when: Asks) -> Step {
    Step { name, kinds, makes: Makes::Aside, when }
}

/// Not told on the way, whatever steps before it said.
pub(super) const fn main(name: &'static str, kinds: &'static [&'static str], when: Asks) -> Step {
    Step { name, kinds, makes: Makes::Main, when }
}

/// Of this status.
pub(super) const fn status(
    name: &'static str,
    kinds: &'static [&'static str],
    is: &'static str,
    when: Asks,
) -> Step {
    Step { name, kinds, makes: Makes::Status(is), when }
}

/// Of this status, and told on the way.
pub(super) const fn aside_as(
    name: &'static str,
    kinds: &'static [&'static str],
    is: &'static str,
    when: Asks,
) -> Step {
    Step { name, kinds, makes: Makes::AsideAs(is), when }
}

/// Of this status, and not told on the way, whatever steps before it said.
pub(super) const fn main_as(
    name: &'static str,
    kinds: &'static [&'static str],
    is: &'static str,
    when: Asks,
) -> Step {
    Step { name, kinds, makes: Makes::MainAs(is), when }
}

/// Another than the one told before it.
pub(super) const fn another(name: &'static str, kinds: &'static [&'static str], when: Asks) -> Step {
    Step { name, kinds, makes: Makes::Another, when }
}

/// Another than the one told before it, and told on the way.
pub(super) const fn another_aside(name: &'static str, kinds: &'static [&'static str], when: Asks) -> Step {
    Step { name, kinds, makes: Makes::AnotherAside, when }
}

/// The background of the news.
pub(super) const fn past(name: &'static str, kinds: &'static [&'static str], when: Asks) -> Step {
    Step { name, kinds, makes: Makes::Past, when }
}

/// No event: what was told already is told once more, or what was said in it.
pub(super) const fn nothing(name: &'static str, kinds: &'static [&'static str], when: Asks) -> Step {
    Step { name, kinds, makes: Makes::Nothing, when }
}

impl Step {
    /// Makes of the event what the step says, where it applies. Whether it is still an event.
    fn take(&self, told: &Told, d: &mut Draft) -> bool {
        if !self.kinds.is_empty() && !self.kinds.contains(&d.kind.as_str()) {
            return true;
        }
        // What is so already need not be asked.
        let so = match self.makes {
            Makes::Aside => d.secondary,
            Makes::Main => !d.secondary,
            Makes::Another => d.another,
            Makes::Past => d.background,
            _ => false,
        };
        if so || !(self.when)(told, d) {
            return true;
        }
        match self.makes {
            Makes::Aside => d.set_aside(self.name),
            Makes::Main => d.take_up(),
            Makes::Status(is) => d.status = is,
            Makes::AsideAs(is) => {
                d.status = is;
                d.set_aside(self.name);
            }
            Makes::MainAs(is) => {
                d.status = is;
                d.take_up();
            }
            Makes::Another => d.another = true,
            Makes::AnotherAside => {
                d.another = true;
                d.set_aside(self.name);
            }
            Makes::Past => d.background = true,
            Makes::Nothing => return false,
        }
        true
    }
}

/// What stands between two others in the order in which events are settled.
pub(super) enum Part {
    Steps(&'static [Step]),
    Does(Does),
}

/// Takes one part after the other. Whether the event is still one.
pub(super) fn take(parts: &[Part], told: &Told, d: &mut Draft) -> bool {
    parts.iter().all(|part| match part {
        Part::Steps(steps) => steps.iter().all(|step| step.take(told, d)),
        Part::Does(does) => {
            does(told, d);
            true
        }
    })
}
