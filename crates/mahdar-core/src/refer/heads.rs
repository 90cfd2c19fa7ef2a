//! Who acts for a party where the clause names nobody: the one who acts for it in another event of the same two.

use rustc_hash::FxHashMap;

use crate::Slug;
use crate::code::{Camp, Draft, Known, LOOK_BACK, Seat};
use crate::detect::person::Named;
use crate::model::Field;

use super::People;

/// Gives a side without people the one principal of that party in the nearest event of the same two parties, first of
/// those told before, then of those after.
///
/// "The minister met his counterpart. The two sides agreed on": they did. Whether an event is the news is judged before, by
/// the people whom its own words name.
pub(crate) fn seat_heads(drafts: &mut [Draft]) {
    for i in 0..drafts.len() {
        for slot in [0, 1] {
            if takes(&drafts[i], slot)
                && let Some(seat) = head(drafts, i, slot)
            {
                drafts[i].camps[slot].seats.push(seat);
            }
        }
    }
}

/// Who met, talked, wrote, agreed or spoke is a person even where the state is named; a journey or a signing may be
/// another's, unless the words mean somebody, and of whom or to whom one speaks is what the words say.
fn takes(draft: &Draft, slot: usize) -> bool {
    let camp = &draft.camps[slot];
    let of_people = matches!(draft.kind.as_str(), "MEET" | "CALL" | "AGREE" | "MESSAGE" | "INVITE")
        || slot == 0 && matches!(draft.kind.as_str(), "STATEMENT" | "APPEAL");
    let meant = matches!(draft.kind.as_str(), "VISIT" | "SIGN")
        && (camp.people || camp.group || camp.known == Known::Lent);
    // "The heads of government signed it": one of both whose words name the other.
    let both = draft.kind == "SIGN"
        && camp.known != Known::Told
        && draft.camps[1 - slot].seats.iter().any(|s| s.principal);
    // "Both witnessed the signing of documents, which their ministers signed": they were there too.
    let free = if draft.kind == "SIGN" && (camp.known == Known::Lent || both) {
        !camp.seats.iter().any(|s| s.principal)
    } else {
        camp.seats.is_empty()
    };
    free && !draft.background && (of_people || meant || both)
}

fn head(drafts: &[Draft], i: usize, slot: usize) -> Option<Seat> {
    let of = |camp: &Camp| camp.parties.first().copied();
    let camps = &drafts[i].camps;
    let (code, other): (Slug, Slug) = (of(&camps[slot])?, of(&camps[1 - slot])?);
    let seat = |e: &Draft| {
        let mine = e.camps.iter().position(|c| of(c) == Some(code))?;
        let mut heads = e.camps[mine].seats.iter().filter(|s| s.principal);
        let head = heads.next().filter(|_| heads.next().is_none())?;
        // Whoever is still to be met was not there.
        let to_come = e.status == "planned" && drafts[i].status == "happened" && !e.in_title();
        let fits = !e.background && !to_come && of(&e.camps[1 - mine]) == Some(other);
        (fits && !camps[slot].is_another(&e.camps[mine])).then(|| head.clone())
    };
    let from = i.saturating_sub(LOOK_BACK);
    let before = drafts[from..i].iter().rev().find_map(seat);
    before.or_else(|| drafts[i + 1..].iter().take(LOOK_BACK).find_map(seat))
}

/// Where the words of what a document is about name nobody of a party, whoever of that party the text names first was there.
///
/// "The ministers of A and B met. NAME said that": of 103 such sides of meetings on 3,000 passages the one named first sat
/// there on 100 (data/lang/ar/eval/others.md, "What a whole report tells"). Signings and statements are as often of nobody.
pub(crate) fn seat_first(
    drafts: &mut [Draft],
    mains: &[bool],
    people: &People,
    namings: &[Named],
    parties: &[Option<Slug>],
) {
    let told = |d: &Draft| matches!(d.kind.as_str(), "MEET" | "CALL" | "MESSAGE" | "CREDENTIALS" | "HOST");
    let empty = |d: &Draft| d.camps.iter().any(|c| c.seats.is_empty());
    if !drafts.iter().zip(mains).any(|(d, main)| *main && told(d) && empty(d)) {
        return;
    }
    // Whom the text names first of each party, then who is named in the title alone: namings stand in the order of sentences.
    let mut first: FxHashMap<Slug, Vec<usize>> = FxHashMap::default();
    let text = namings.partition_point(|n| n.field == Field::Title);
    for n in (text..namings.len()).chain(0..text) {
        let (Some(party), Some(person)) = (parties[n], people.of[n]) else { continue };
        let all = first.entry(party).or_default();
        let known = all.iter().any(|m| people.of[*m] == Some(person));
        if all.len() < CANDIDATES && !known && people.is_official(namings, person) {
            all.push(n);
        }
    }
    for (draft, _) in drafts.iter_mut().zip(mains).filter(|(d, main)| **main && told(d) && empty(d)) {
        for slot in [0, 1] {
            let [party] = draft.camps[slot].parties[..] else { continue };
            if !draft.camps[slot].seats.is_empty() {
                continue;
            }
            let other = &draft.camps[1 - slot].seats;
            let seated = |n: usize| other.iter().any(|s| people.of[s.naming] == people.of[n]);
            let theirs = first.get(&party).and_then(|all| all.iter().copied().find(|n| !seated(*n)));
            draft.camps[slot].seats.extend(theirs.map(|naming| Seat { naming, principal: true }));
        }
    }
}

/// How many people of a party are asked, the first of whom may sit on the other side.
const CANDIDATES: usize = 4;
