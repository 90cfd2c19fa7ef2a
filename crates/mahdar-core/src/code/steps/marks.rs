//! What is found out about an event between the steps: whether it occurs, is remote, is news of its own, when and where it was.

use super::before_the_news::opens_before;
use super::told::Told;
use crate::code::conditions::news;
use crate::code::{Draft, convened, setting, status};
use crate::detect::Item;
use crate::detect::date::When;

/// "Are to hold the sixth round of consultations": what the noun tells is what the verb does.
pub(super) fn as_its_verb(t: &Told, d: &mut Draft) {
    if !d.nominal || d.status != "happened" {
        return;
    }
    let told = |o: &&Draft| {
        !o.nominal && o.kind == d.kind && o.all_parties().iter().all(|p| d.all_parties().contains(p))
    };
    if let Some(verb) = t.out.iter().rev().find(told) {
        d.status = verb.status;
    }
}

/// Whether its clause says of a noun that it took place.
pub(super) fn occurs(t: &Told, d: &mut Draft) {
    d.occurs = d.nominal
        && (status::occurs(t.scan, t.sentence, t.at)
            || status::announced(t.scan, t.sentence, t.at, d)
            || d.kind == "SIGN" && status::attended(t.scan, t.sentence, t.at));
}

/// Whether it had been done before what is told around it, is news of its own, and is told in the present.
pub(super) fn remote_news_present(t: &Told, d: &mut Draft) {
    let opens = |i: &Item| i.is_word("auxiliary");
    d.remote |= t.sentence.items.iter().take(2).any(opens) && t.had(d)
        || t.perfect(d)
        || t.last(d)
        || d.another && t.follows(d)
        || opens_before(t.sentence, t.at);
    d.news = t.options.iter().any(|&(f, _)| {
        let frame = &t.scan.pack.frames[f];
        frame.id == d.frame && news(t.context, t.index, t.at, f, frame)
    });
    d.present = !d.nominal && t.item.is_present();
}

/// When and where it was.
pub(super) fn day_and_place(t: &Told, d: &mut Draft) {
    let told_before = d.background;
    let put_off = convened::put_off(t.context, t.index, d);
    d.occurs |= d.kind == "HOST" && !d.nominal && t.scan.has_article();
    if put_off {
        d.status = "postponed";
    }
    setting::place_and_date(t.context, t.index, t.at, d);
    // "Talks are to be held next month": what is to come is not history.
    if d.background && d.status != "happened" && !told_before {
        let days = t.sentence.dates(t.scan);
        let to_come = days.iter().any(|d| matches!(d.when, When::Season(n) if n > 0));
        let past = days
            .iter()
            .any(|d| matches!(d.when, When::Year(_)) || matches!(d.when, When::Season(n) if n <= 0));
        d.background = !to_come || past;
    }
}

/// A tour told on the way was nowhere in particular; nor was a journey that a meeting lends, on a day of its own.
pub(super) fn nowhere(_: &Told, d: &mut Draft) {
    if d.is_tour() {
        (d.place, d.tells) = (None, 0);
    }
    if d.is_lent_journey() && d.status == "happened" && !d.is_tour() {
        (d.date, d.place, d.tells) = (None, None, 0);
    }
}
