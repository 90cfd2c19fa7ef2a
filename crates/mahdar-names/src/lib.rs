//! Names of persons across scripts: are two names the same person's, and who in a register is meant?
//!
//! Pure: no files, network, clock, environment or randomness, and no vocabulary of any language. The letters, words and
//! numbers come in as text ([`Tables::compile`]), as `data/names` holds them.
//!
//! # Example
//!
//! ```
//! use mahdar_names::{Name, Tables, score};
//!
//! let tables = Tables::compile(&mahdar_data::files("names")).expect("the embedded files are whole");
//! let name = |text, lang| Name::read(&tables, text, lang);
//!
//! // One person, in Arabic and in Russian; the second in the instrumental, with his father's name left out.
//! let a = name("عبد اللطيف بن راشد الزياني", "ar");
//! let b = name("Абдель Латифом аз-Заяни", "ru");
//! assert!(score(&tables, &a, &b) > 0.8);
//!
//! // Father and son: the father's name stands whole inside the son's.
//! let father = name("محمد القرني", "ar");
//! let son = name("خالد بن محمد القرني", "ar");
//! assert!(score(&tables, &father, &son) < 0.2);
//! ```

mod align;
mod compare;
mod evidence;
mod find;
mod index;
mod kept;
mod keys;
mod name;
mod tables;
mod weights;

pub use align::{Alignment, Step, align, features};
pub use compare::{Likeness, compare};
pub use evidence::{Evidence, EvidenceStep, What, evidence};
pub use find::Found;
pub use index::Index;
pub use kept::{Kept, KeptError, MARK};
pub use keys::{asked_keys, kept_keys};
pub use name::{Name, Part, View};
pub use tables::{DataError, Tables};
pub use weights::{FEATURES, N_FEATURES, Weights};

/// How surely two names are the same person's, 0 to 1.
///
/// The one function of this kind: `mahdar match` and the record call it.
pub fn score(tables: &Tables, a: &Name, b: &Name) -> f32 {
    a.view(|a| b.view(|b| score_views(tables, a, b)))
}

/// The same for names whose parts stand elsewhere.
pub fn score_views(tables: &Tables, a: View<'_>, b: View<'_>) -> f32 {
    if a.parts.is_empty() || b.parts.is_empty() {
        return 0.0;
    }
    let is_equal = |(x, y): (&&Part, &&Part)| x.script == y.script && x.signs == y.signs;
    if a.parts.len() == b.parts.len() && a.parts.iter().zip(b.parts).all(is_equal) && a.ordinal == b.ordinal {
        return 1.0;
    }
    // Always the same one first, so that both ways give one score.
    let (a, b) = if is_second(a, b) { (b, a) } else { (a, b) };
    let alignment = align(tables, a, b);
    if only_initials_agree(a, b, &alignment) {
        return 0.02;
    }
    let weights = tables.weights.in_order();
    let sum: f32 = features(tables, a, b, &alignment).iter().zip(weights).map(|(x, w)| x * w).sum();
    1.0 / (1.0 + (-sum).exp())
}

/// "Ержан Саденов" beside "С. В. Лавров": first letters may agree by chance, so a whole part must agree as well.
///
/// Where no whole part stands beside a whole one, initials are all there is, and the weights decide.
fn only_initials_agree(a: View<'_>, b: View<'_>, alignment: &Alignment) -> bool {
    let has_initial = |v: View<'_>| v.parts.iter().any(|part| part.is_initial);
    let has_whole = |v: View<'_>| v.parts.iter().any(|part| !part.is_initial);
    if !(has_initial(a) || has_initial(b)) || !has_whole(a) || !has_whole(b) {
        return false;
    }
    let n = b.parts.len();
    let whole = |step: &Step| {
        a.parts[step.a.0..step.a.1].iter().all(|part| !part.is_initial)
            && (step.b.0..step.b.1).all(|i| !b.parts[(i + alignment.turned) % n].is_initial)
    };
    let alike = |step: &Step| step.likeness.is_some_and(|like| like.share > 0.4) && whole(step);
    !alignment.steps.iter().any(alike)
}

/// True when the second name is to be looked at first: it has fewer parts, or stands before it in the order of signs.
pub fn is_second(a: View<'_>, b: View<'_>) -> bool {
    let order = a.parts.len().cmp(&b.parts.len());
    let signs = || a.parts.iter().map(|part| &part.signs).cmp(b.parts.iter().map(|part| &part.signs));
    order.then_with(signs).is_gt()
}
