//! What stands beside a sentence's namings and parties: who signed for whom, who acts for another, who came from where.

use std::ops::Range;

use super::join::paired;
use super::walk::hold;
use super::{Actor, ActorKind, Held, Named};
use crate::Slug;
use crate::detect::Scan;
use crate::detect::items::{Item, What};
use crate::model::Field;
use crate::pack::{StateForm, TriggerForm, tags};
use crate::text::Kind;

/// "The «Central Asia – A» summit": the gathering that a region and a state name together is that state's.
pub(super) fn format(scan: &Scan, items: &[Item], actors: &mut [Actor]) {
    let features = &scan.pack.features;
    if features.case.is_empty() {
        return;
    }
    for actor in actors {
        let joined = |k: usize| matches!(items[k].what, What::Mark('-' | '–' | '—' | '+'));
        let named = matches!(actor.kind, ActorKind::State(StateForm::Name) | ActorKind::Organisation);
        let Some(region) = actor.items.start.checked_sub(2).filter(|_| named && actor.items.start > 1) else {
            continue;
        };
        if !joined(region + 1) || !items[region].is_word("region") {
            continue;
        }
        let quote = |k: &usize| matches!(items[*k].what, What::Mark('«' | '»' | '"' | '“' | '”'));
        if features.complement_before {
            let after = (actor.items.end..items.len()).find(|k| !quote(k));
            if let Some(gathering) = after.filter(|&k| items[k].is_word("gathering")) {
                actor.tags = items[gathering].tags;
            }
        } else if let Some(k) = (0..region).rev().find(|k| !quote(k))
            && items[k].is_word("gathering")
            && k > 0
            && let What::Word { work, .. } = &items[k - 1].what
            && ["in", "on", "at", "with", "of", "from"].contains(&work.as_str())
        {
            actor.kind = ActorKind::Organisation;
            actor.marker = Some(*work);
            actor.tags = items[k].tags;
        }
    }
}

/// "[The ministry of A its] delegation": of the body that stands right before it.
pub(super) fn sent(scan: &Scan, actors: &mut Vec<Actor>) {
    if !scan.pack.features.complement_before {
        return;
    }
    for a in (1..actors.len()).rev() {
        let (body, delegation) = (&actors[a - 1], &actors[a]);
        let owns = body.tags & tags::CASES == 0 || body.tags & tags::GEN != 0;
        let beside =
            matches!(body.kind, ActorKind::Institution { .. }) && body.items.end == delegation.items.start;
        if matches!(delegation.kind, ActorKind::Delegation)
            && delegation.party.is_none()
            && body.party.is_some()
            && beside
            && owns
        {
            let body = actors.remove(a - 1);
            let delegation = &mut actors[a - 1];
            delegation.party = body.party;
            delegation.items.start = body.items.start;
            delegation.and |= body.and;
        }
    }
}

/// "[It was signed] for [the government of] A by its minister B, and for C by D", where no word says "by": each by whoever is
/// named right after it.
pub(super) fn signed_behind(scan: &Scan, items: &[Item], actors: &mut Vec<Actor>, namings: &mut [Named]) {
    if !scan.has_article() || !items.iter().any(|i| scan.reports(i, "SIGN")) {
        return;
    }
    let quiet = |i: &Item| i.is_mark(",/") || matches!(i.what, What::Honorific { .. } | What::Rank);
    by_the_next(actors, namings, |state, person| {
        let stands = matches!(
            state.kind,
            ActorKind::State(StateForm::Name | StateForm::Government)
                | ActorKind::Organisation
                | ActorKind::Institution { .. }
        );
        let led = state.items.start.checked_sub(1).map(|k| &items[k]);
        let marked =
            led.is_some_and(|i| i.is_word("about") || i.is_word("for") || matches!(i.what, What::Side));
        let between = items.get(state.items.end..person.items.start).unwrap_or_default();
        stands && marked && between.len() < 4 && between.iter().all(quiet)
    });
}

/// A party and whoever is named right after it, where this says that he signed for it: he is of that party, unless his own
/// words tell another.
fn by_the_next(actors: &mut Vec<Actor>, namings: &mut [Named], signed: impl Fn(&Actor, &Actor) -> bool) {
    let mut a = 0;
    while a + 1 < actors.len() {
        let (state, person) = (&actors[a], &actors[a + 1]);
        a += 1;
        let ActorKind::Person(n) = person.kind else { continue };
        let Some(code) = state.party.filter(|_| signed(state, person)) else { continue };
        if namings[n].party.is_some_and(|p| p != code) && !namings[n].by_place {
            continue;
        }
        namings[n].party = Some(code);
        namings[n].by_place = false;
        actors[a].party = Some(code);
        actors.remove(a - 1);
    }
}

/// "Signed by A for Kenya and B on behalf of the Government of Norway", "A signed for Kenya": whose they are.
pub(super) fn signed_for(scan: &Scan, items: &[Item], actors: &mut Vec<Actor>, namings: &mut [Named]) {
    let features = &scan.pack.features;
    if features.order != "svo" || !features.case.is_empty() {
        return;
    }
    let signs = |i: &Item| scan.reports(i, "SIGN");
    // "Was signed on behalf of" is one formula.
    let formula = |i: &Item| matches!(i.what, What::Attendance { index, .. } if scan.pack.attendances[index].of == "state");
    if !items.iter().any(|i| signs(i) || formula(i)) {
        return;
    }
    // "Signed on behalf of Kenya by A, and for Norway by B": each by whoever is named after it.
    by_the_next(actors, namings, |state, person| {
        let stands = matches!(state.kind, ActorKind::State(StateForm::Name) | ActorKind::Organisation);
        let between = &items[state.items.end..person.items.start];
        let by = between.len() < 5
            && between.iter().any(|i| i.is_word("by"))
            && between.iter().all(|i| {
                i.is_word("by")
                    || i.is_word("determiner")
                    || matches!(i.what, What::Honorific { .. } | What::Rank)
            });
        let led = state.items.start.checked_sub(1).map(|k| &items[k]);
        let before = led
            .filter(|i| !i.is_word("determiner"))
            .or_else(|| state.items.start.checked_sub(2).map(|k| &items[k]));
        let marked = before.is_some_and(formula) || matches!(state.marker.as_deref(), Some("for" | "from"));
        stands && by && marked
    });
    let mut a = 0;
    while a + 1 < actors.len() {
        let (person, state) = (&actors[a], &actors[a + 1]);
        a += 1;
        let ActorKind::Person(n) = person.kind else { continue };
        let stands = matches!(
            state.kind,
            ActorKind::State(StateForm::Name) | ActorKind::Institution { .. } | ActorKind::Organisation
        );
        let marked = matches!(state.marker.as_deref(), Some("for" | "from"));
        let (Some(code), true, true) = (state.party, stands, marked) else { continue };
        let between = &items[person.items.end..state.items.start];
        let small = |i: &Item| {
            i.is_word("for")
                || i.is_word("from")
                || i.is_word("determiner")
                || matches!(i.what, What::Mark(','))
        };
        let beside = between.len() <= 4 && between.iter().all(small);
        let over = between.len() <= 4 && between.iter().all(|i| small(i) || signs(i));
        let own = namings[n].party.is_none() || namings[n].by_place || namings[n].party == Some(code);
        if !own || !over {
            continue;
        }
        namings[n].party = Some(code);
        namings[n].by_place = false;
        let end = state.items.end;
        actors[a - 1].party = Some(code);
        if beside {
            actors[a - 1].items.end = end;
            actors.remove(a);
        }
    }
}

/// "The prime minister left, leading the delegation of X": he is of X.
pub(super) fn heads(scan: &Scan, items: &[Item], actors: &mut [Actor], namings: &mut [Named]) {
    if !scan.has_article() {
        return;
    }
    let leads = |i: &Item| scan.word(i.start, "leading").is_some();
    let Some(party) = actors.iter().find_map(|a| {
        let own = matches!(a.kind, ActorKind::Delegation) && a.party.is_some() && a.more.is_empty();
        let led = items[a.items.start.saturating_sub(3)..a.items.start].iter().any(leads);
        a.party.filter(|_| own && led)
    }) else {
        return;
    };
    let head = actors.iter_mut().find(|a| a.kind.is_person());
    let Some(head) = head.filter(|a| a.party.is_none() && !a.plural && a.marker.is_none()) else { return };
    match &mut head.kind {
        ActorKind::Person(n) if namings[*n].party.is_none() && !namings[*n].counterpart => {
            namings[*n].party = Some(party);
            head.party = Some(party);
        }
        ActorKind::Official(_) => head.party = Some(party),
        _ => {}
    }
}

/// Between an envoy and his name may stand where he serves, within so many items.
const POSTED: usize = 4;

/// "The ambassador of X to it, NAME", "its ambassador in CITY NAME": the name that stands behind where an envoy serves is his.
pub(super) fn posted_there(scan: &Scan, items: &[Item], actors: &mut Vec<Actor>, namings: &mut [Named]) {
    if !scan.has_article() {
        return;
    }
    let link = |i: &Item| {
        i.is_mark(",")
            || matches!(
                i.what,
                What::State { form: StateForm::Capital | StateForm::City | StateForm::Name, .. }
            )
            || ["at", "in", "from", "to"].iter().any(|w| i.is_word(w))
            || matches!(i.what, What::Honorific { .. })
    };
    let mut a = 0;
    while a < actors.len() {
        let ActorKind::Person(n) = actors[a].kind else {
            a += 1;
            continue;
        };
        let bare = namings[n].held.is_empty() && !namings[n].counterpart && namings[n].rank.is_none();
        let from = actors[a].items.start;
        let mut k = from;
        while k > 0 && from - k < POSTED && link(&items[k - 1]) {
            k -= 1;
        }
        let own = k > 0 && scan.word(items[k - 1].start, "own_envoy").is_some();
        let behind = bare && !actors[a].and && actors[a].marker.is_none() && k > 0 && (own || k < from);
        if !behind {
            a += 1;
            continue;
        }
        // "The ambassador of X to it [,] NAME": a comma alone parts others too.
        let here = items[k..from].iter().any(|i| i.is_word("at"));
        let office = (0..a).find_map(|b| match &actors[b].kind {
            ActorKind::Official(o) if actors[b].items.end == k && here && !actors[b].plural => {
                scan.pack.envoys.contains(&o.position).then(|| (b, (**o).clone()))
            }
            _ => None,
        });
        if let Some((b, office)) = office {
            hold(&mut namings[n], scan, &office);
            namings[n].known = true;
            actors[a].party = actors[a].party.or(office.state);
            let lead = actors.remove(b);
            let name = &mut actors[a - 1];
            name.items.start = lead.items.start;
            name.start = lead.start;
            name.marker = lead.marker;
            name.and = lead.and;
        } else if own {
            let own = &items[k - 1];
            let words = scan.text.slice([own.begin, scan.text.tokens[own.end - 1].end]);
            namings[n].held.push(Held { words, office: None });
            namings[n].known = true;
            a += 1;
        } else {
            a += 1;
        }
    }
}

/// "A delegation led by the minister of X": that of whoever leads it, where no word tells whose it is; and "a delegation of X
/// led by the minister", "by the head of its office in Y": he is of X.
pub(super) fn led_by(scan: &Scan, items: &[Item], actors: &mut [Actor], namings: &mut [Named]) {
    if !scan.has_article() {
        return;
    }
    let leads = |i: &Item| scan.word(i.start, "led").is_some();
    for a in 1..actors.len() {
        let (team, head) = (&actors[a - 1], &actors[a]);
        let between = items.get(team.items.end..head.items.start).unwrap_or_default();
        let group = matches!(team.kind, ActorKind::Delegation)
            || items.get(team.items.start).is_some_and(|i| scan.word(i.start, "delegation").is_some());
        let led = group
            && head.kind.is_person()
            && !head.plural
            && between.len() < 7
            && between.iter().any(leads)
            && between.iter().all(|i| leads(i) || !matches!(i.what, What::Trigger(_) | What::Mark('.')));
        if !led {
            continue;
        }
        match (team.party, &head.kind) {
            (None, ActorKind::Person(n)) => actors[a - 1].party = namings[*n].party,
            (None, _) => actors[a - 1].party = head.party,
            (Some(party), ActorKind::Person(n)) => {
                let naming = &mut namings[*n];
                if naming.party.is_none() || naming.by_place {
                    (naming.party, naming.by_place) = (Some(party), false);
                    actors[a].party = Some(party);
                }
            }
            (Some(_), _) => {}
        }
    }
}

/// "The head of the A-ian delegation, NAME": his name, where the office does not end before it.
pub(super) fn heading(scan: &Scan, items: &[Item], actors: &mut Vec<Actor>, namings: &mut [Named]) {
    let features = &scan.pack.features;
    if !features.capitals_alone() || actors.len() < 3 {
        return;
    }
    let mut a = 0;
    while a + 2 < actors.len() {
        let [head, team, one] = [&actors[a], &actors[a + 1], &actors[a + 2]];
        let beside = &items[team.items.end..one.items.start.max(team.items.end)];
        let small = |i: &Item| i.is_mark(",") || matches!(i.what, What::Honorific { .. } | What::Rank);
        let fits = matches!(&head.kind, ActorKind::Official(o) if o.state.is_some())
            && !head.plural
            && head.items.end == team.items.start
            && matches!(team.kind, ActorKind::Delegation)
            && team.party.is_none_or(|p| Some(p) == head.party)
            && beside.len() < 4
            && beside.iter().all(small);
        if let (ActorKind::Official(office), ActorKind::Person(n)) = (&head.kind, &one.kind)
            && fits
            && namings[*n].held.is_empty()
            && namings[*n].party.is_none()
        {
            let mut office = (**office).clone();
            office.span[1] = office.span[1].max(team.span[1]);
            hold(&mut namings[*n], scan, &office);
            let (marker, and, start) = (head.marker, head.and, head.items.start);
            let party = head.party;
            let one = &mut actors[a + 2];
            one.items.start = start;
            (one.marker, one.and, one.party) = (marker, and, party);
            actors.drain(a..a + 2);
        }
        a += 1;
    }
}

/// "[Of A] the ambassador, [at an organisation] the permanent representative NAME": where complements stand first, both posts
/// are his, and he serves the state that sent him.
pub(super) fn accredited_too(scan: &Scan, items: &[Item], actors: &mut Vec<Actor>, namings: &mut [Named]) {
    if !scan.pack.features.complement_before || actors.len() < 2 {
        return;
    }
    let of_body = |code: &Slug| code.contains(':');
    let mut a = 0;
    while a + 1 < actors.len() {
        let [envoy, one] = [&actors[a], &actors[a + 1]];
        let between = items.get(envoy.items.end..one.items.start).unwrap_or_default();
        let ActorKind::Official(office) = &envoy.kind else {
            a += 1;
            continue;
        };
        let sent = scan.pack.envoys.contains(&office.position)
            && !envoy.plural
            && office.state.is_some_and(|s| !of_body(&s));
        let joined = between.len() == 1 && (between[0].is_mark(",") || between[0].is_word("and"));
        if let ActorKind::Person(n) = one.kind
            && sent
            && joined
            && namings[n].party.as_ref().is_some_and(of_body)
            && namings[n].offices().all(|o| o.rank > 2 && o.position.as_str() != "chairman")
        {
            let (marker, and, start) = (envoy.marker, envoy.and, envoy.items.start);
            let state = office.state;
            let held = Held { words: scan.text.slice(office.span), office: Some((**office).clone()) };
            namings[n].held.insert(0, held);
            namings[n].party = state;
            namings[n].extent[0] = envoy.span[0].min(namings[n].extent[0]);
            let one = &mut actors[a + 1];
            (one.items.start, one.marker, one.and, one.party) = (start, marker, and, state);
            actors.remove(a);
        }
        a += 1;
    }
}

/// "Mr NAME is (becomes) the ambassador of A": his office.
pub(super) fn serves(scan: &Scan, items: &[Item], actors: &[Actor], namings: &mut [Named]) {
    let features = &scan.pack.features;
    if features.order != "svo" || !features.case.is_empty() {
        return;
    }
    let [first, second, ..] = actors else { return };
    let (ActorKind::Person(n), ActorKind::Official(o)) = (&first.kind, &second.kind) else { return };
    let plain = first.marker.is_none() && !first.plural && !second.plural && second.marker.is_none();
    if !plain || o.state.is_none() || !namings[*n].held.is_empty() || namings[*n].party.is_some() {
        return;
    }
    let between = &items[first.items.end..second.items.start.max(first.items.end)];
    let is = |i: &Item| i.is_kind("auxiliary", "be") || scan.word(i.start, "becoming").is_some();
    let beside =
        |i: &Item| is(i) || i.is_word("determiner") || matches!(i.what, What::Time | What::Other { .. });
    if between.len() < 5 && between.first().is_some_and(is) && between.iter().all(beside) {
        hold(&mut namings[*n], scan, o);
    }
}

/// A full name that stands as the subject of a verb of meeting, calling or signing, with an official on the other side.
pub(super) fn acting(scan: &Scan, items: &[Item], actors: &[Actor], namings: &mut [Named]) {
    let features = &scan.pack.features;
    let Some((first, others)) = actors.split_first() else { return };
    let ActorKind::Person(n) = first.kind else { return };
    if features.order != "svo" || first.marker.is_some() || namings[n].parts.len() < 2 {
        return;
    }
    let between = |i: &&Item| matches!(i.what, What::Time | What::Other { .. }) || i.is_word("auxiliary");
    let Some(verb) = items[first.items.end..].iter().take(4).find(|i| !between(i)) else { return };
    let What::Trigger(options) = &verb.what else { return };
    let deals = options.iter().any(|&(f, form)| {
        form.is_finite()
            && matches!(
                scan.pack.frames[f].kind.as_str(),
                "MEET" | "CALL" | "SIGN" | "CREDENTIALS" | "MESSAGE" | "VISIT" | "INVITE"
            )
    });
    let official = |a: &Actor| match &a.kind {
        ActorKind::Official(o) => !a.plural && o.state.is_some(),
        ActorKind::Person(m) => {
            namings[*m].party.is_some() && namings[*m].held.iter().any(|h| h.office.is_some())
        }
        ActorKind::Counterpart => true,
        _ => false,
    };
    if deals && others.iter().any(official) {
        namings[n].acts = true;
    }
    // "NAME presented his credentials as ambassador of A": his office.
    let as_office = |a: &&Actor| a.items.start > 0 && items[a.items.start - 1].is_word("as");
    let credentials = options
        .iter()
        .any(|&(f, form)| form == TriggerForm::Past && scan.pack.frames[f].kind == "CREDENTIALS");
    if credentials
        && namings[n].held.is_empty()
        && let Some(actor) = others.iter().find(as_office)
        && let ActorKind::Official(o) = &actor.kind
        && scan.pack.envoys.contains(&o.position)
    {
        let office = (**o).clone();
        hold(&mut namings[n], scan, &office);
    }
}

/// "[A, who leads] the delegation of X": where complements stand first, the leader stands for his delegation and takes its case.
pub(super) fn led(scan: &Scan, items: &[Item], actors: &mut Vec<Actor>, namings: &mut [Named]) {
    if !scan.pack.features.complement_before {
        return;
    }
    let mut a = 0;
    while a < actors.len() {
        let end = actors[a].items.end;
        let leads = actors[a].kind.is_person()
            && items.get(end).is_some_and(|i| scan.word(i.start, "leading").is_some());
        let team = (end + 1..items.len().min(end + 5)).find(|&i| items[i].is_word("delegation"));
        if let Some(team) = team.filter(|_| leads) {
            let group: Vec<Actor> =
                actors.iter().filter(|g| g.items.start > end && g.items.start <= team).cloned().collect();
            actors.retain(|g| !(g.items.start > end && g.items.start <= team));
            let party = group.iter().find_map(|g| g.party);
            let actor = &mut actors[a];
            actor.items.end = team + 1;
            actor.tags = items[team].tags;
            actor.party = actor.party.take().or(party);
            if let ActorKind::Person(n) = actor.kind {
                namings[n].party = namings[n].party.take().or(actor.party);
            }
        }
        a += 1;
    }
}

/// "[Of A] the foreign ministry": where complements stand first, the state before an institution is whose it is.
pub(super) fn housed(scan: &Scan, items: &[Item], actors: &mut Vec<Actor>) {
    if !scan.pack.features.complement_before {
        return;
    }
    let mut a = 1;
    while a < actors.len() {
        let (state, house) = (&actors[a - 1], &actors[a]);
        let between = &items[state.items.end..house.items.start.max(state.items.end)];
        let fits = matches!(house.kind, ActorKind::Institution { .. })
            && house.party.is_none()
            && matches!(state.kind, ActorKind::State(StateForm::Name))
            && state.marker.is_none()
            && state.tags & tags::CASES & !tags::GEN == 0
            && between.len() < 4
            && between.iter().all(|i| matches!(i.what, What::Other { common: true }));
        if fits {
            let owner = actors.remove(a - 1);
            let house = &mut actors[a - 1];
            house.party = owner.party;
            house.items.start = owner.items.start;
            house.start = owner.start;
            house.and = owner.and;
            house.span = [owner.span[0], house.span[1]];
        } else {
            a += 1;
        }
    }
}

/// "CITY, (AGENCY / Pakistan Point News - 23rd Oct)": the bracket with which a report opens, from the
/// item of its first mark to that of its last.
pub(crate) fn agency_bracket(items: &[Item]) -> Option<Range<usize>> {
    let open = items.iter().take(4).position(|i| i.is_mark("("))?;
    let close = items[open..].iter().take(24).position(|i| i.is_mark(")"))?;
    Some(open..open + close)
}

/// The city before the first dash, colon or bracket of the text is where the report was sent from.
pub(super) fn dateline(scan: &Scan, items: &[Item], actor: &Actor) -> bool {
    if scan.text.field != Field::Text || !matches!(actor.kind, ActorKind::State(_)) {
        return false;
    }
    // "CITY, (AGENCY / Pakistan Point News - 23rd Oct)": who reports.
    if scan.pack.features.case.is_empty()
        && !scan.has_article()
        && items.first().is_some_and(|i| i.start == 0)
        && actor.start > 0
    {
        return agency_bracket(items)
            .is_some_and(|r| r.start < actor.items.start && actor.items.end <= r.end);
    }
    if actor.start != 0 {
        return false;
    }
    // "CITY, 18 Aug." before the text.
    let day = |i: &&Item| {
        matches!(i.what, What::Time | What::Mark(',' | '.')) || scan.text.tokens[i.start].kind == Kind::Number
    };
    let line = items[actor.items.end..].iter().take(5).take_while(day);
    let dotted = line.clone().any(|i| i.is_mark(".")) && line.count() > 2;
    // "A, B and C signed": a list of states.
    let listed = items.get(actor.items.end).is_some_and(|i| i.is_mark(","))
        && items.get(actor.items.end + 1).is_some_and(|i| matches!(i.what, What::State { .. }))
        && items.get(actor.items.end + 2).is_some_and(|i| i.is_word("and") || i.is_mark(","));
    !paired(scan, items, actor.items.end)
        && !listed
        && (dotted || items[actor.items.end..].iter().take(12).any(|i| i.is_mark("-–—:/()")))
        && items.get(actor.items.end).is_some_and(|i| matches!(i.what, What::Mark(_) | What::Time))
}

/// How many items may stand between "and" and the verb in a phrase that names nobody.
const UNNAMED: usize = 6;

/// "A [received] B and his delegation-ACC": where the case stands on the last of those joined, it is that of a person named
/// before it, if somebody else is named before him.
fn shares_case(scan: &Scan, items: &[Item], actors: &mut [Actor]) {
    let cases = tags::ACC | tags::INS;
    for k in 1..actors.len() {
        let (end, bare) = (actors[k].items.end, actors[k].tags & (tags::CASES & !tags::NOM) == 0);
        let person = matches!(actors[k].kind, ActorKind::Person(_));
        let subject = |a: &Actor| a.kind.is_people() && a.tags & (tags::CASES & !tags::NOM) == 0;
        if !bare
            || !person
            || !actors[..k].iter().any(subject)
            || !items.get(end).is_some_and(|i| i.is_word("and"))
        {
            continue;
        }
        let verb = |i: &usize| matches!(items[*i].what, What::Trigger(_) | What::Mark(_));
        let Some(verb) = (end + 1..items.len().min(end + 2 + UNNAMED)).find(verb) else { continue };
        // Nobody else is named, or those joined are told by their office alone.
        let unnamed = |a: &Actor| {
            let office = a.party.is_none() && !matches!(a.kind, ActorKind::Person(_));
            a.items.start >= verb || a.items.end == verb && office
        };
        if !actors.get(k + 1).is_none_or(unnamed) {
            continue;
        }
        let last = &items[verb - 1];
        let marks = (last.tags | scan.ending(last.end - 1)) & cases;
        if verb > end + 1 && matches!(items[verb].what, What::Trigger(_)) && marks.count_ones() == 1 {
            actors[k].tags |= marks;
        }
    }
}

/// "[Handed] to [the] Kenya side": where whose it is stands first, the state in the case of the noun. "From the Kenya side"
/// only tells whose those are who follow.
fn sided_before(items: &[Item], actors: &mut [Actor]) {
    let cases = tags::DAT | tags::ACC | tags::INS | tags::GEN;
    for actor in actors.iter_mut() {
        let Some(side) = items.get(actor.items.end) else { continue };
        let named = matches!(actor.kind, ActorKind::State(StateForm::Name | StateForm::Adjective));
        if named && matches!(side.what, What::Side) && side.tags & cases != 0 && side.tags & tags::ABL == 0 {
            actor.kind = ActorKind::State(StateForm::Government);
            actor.items.end += 1;
            actor.tags = side.tags;
        }
    }
}

/// "Signed with the side the-Kenyan": where the state stands behind the noun that its preposition or verb governs, it acts; "the side
/// the-Kenyan: A and B" tells whose those are who follow.
pub(super) fn sided_behind(scan: &Scan, items: &[Item], actors: &mut [Actor]) {
    if !scan.has_article() || !scan.pack.features.case.is_empty() {
        return;
    }
    for actor in actors.iter_mut() {
        let Some(at) = actor.items.start.checked_sub(1) else { continue };
        let side = matches!(items[at].what, What::Side) && items[at].end == items[at].start + 1;
        let governs = |i: &Item| match &i.what {
            What::Word { work, .. } => super::join::is_marker(work) && work != "from",
            _ => i.is_only_verb(),
        };
        let governed = items[at].marker != 0 || at > 0 && governs(&items[at - 1]);
        let person =
            |w: &What| matches!(w, What::Office(_) | What::Name { .. } | What::Honorific { .. } | What::Rank);
        let lists =
            items.get(actor.items.end).is_some_and(|i| matches!(i.what, What::Mark(':')) || person(&i.what));
        if side && governed && !lists && matches!(actor.kind, ActorKind::State(StateForm::Adjective)) {
            actor.kind = ActorKind::Delegation;
            actor.items.start = at;
            actor.marker = scan.pack.lexicon.marker_slug(items[at].marker);
            actor.and = items[at].and;
        }
    }
}

/// "The Kenyan side asked", "the Kenyan authorities", "the Kenyan and the Ghanaian side": the state acts, in the case of the
/// noun; "on the Kenyan side" only tells whose those are who follow.
pub(super) fn sided(scan: &Scan, items: &[Item], actors: &mut [Actor]) {
    if scan.pack.features.complement_before {
        sided_before(items, actors);
        return shares_case(scan, items, actors);
    }
    if !scan.pack.features.svo_with_cases() {
        return;
    }
    for k in (0..actors.len()).rev() {
        let (actor, next) = (&actors[k], actors.get(k + 1));
        if !matches!(actor.kind, ActorKind::State(StateForm::Adjective)) {
            continue;
        }
        let end = actor.items.end;
        let Some(noun) = items.get(end) else { continue };
        let side = matches!(noun.what, What::Side) && noun.end == noun.start + 1;
        let lists = side && actor.marker.is_some() && noun.tags & (tags::INS | tags::DAT | tags::LOC) == 0;
        // The noun stands after the second of two.
        let shared = next.filter(|n| {
            matches!(n.kind, ActorKind::State(StateForm::Government))
                && n.items.start == end + 1
                && n.items.end == n.items.start + 2
                && noun.is_word("and")
        });
        let (end, marks) = if (side || noun.is_word("authority")) && !lists {
            (end + 1, noun.tags)
        } else if let Some(next) = shared {
            (end, next.tags)
        } else {
            continue;
        };
        let actor = &mut actors[k];
        actor.kind = ActorKind::State(StateForm::Government);
        actor.items.end = end;
        actor.tags = marks;
    }
}

/// Every frame that the verb may be of tells a journey.
pub(super) fn journey(scan: &Scan, item: &Item) -> bool {
    let tells = |&(f, form): &(usize, TriggerForm)| !form.is_noun() && scan.pack.frames[f].kind == "VISIT";
    matches!(&item.what, What::Trigger(o) if o.iter().all(tells))
}

/// "[From A on a visit to CITY] come": from item `last`, right before the verb, back to what tells where somebody came from.
pub(super) fn past_goal(scan: &Scan, items: &[Item], last: usize) -> usize {
    const BETWEEN: usize = 4;
    let visit = |o: &[(usize, TriggerForm)]| {
        o.iter().all(|&(f, form)| form.is_noun() && scan.pack.frames[f].kind == "VISIT")
    };
    let aside = |i: &&Item| match &i.what {
        What::Other { .. } => i.tags & tags::ABL == 0,
        What::Time => true,
        What::Trigger(o) => visit(o),
        What::State { .. } => i.tags & tags::DAT != 0,
        _ => false,
    };
    let back = items[..=last].iter().rev().take(BETWEEN).take_while(aside).count();
    let from = last.saturating_sub(back);
    // Nothing but where it came from is passed over to.
    if back > 0 && items[from].tags & tags::ABL != 0 { from } else { last }
}

/// "[From A having come] B": where participles stand before their noun, the state from which somebody came is his.
pub(super) fn come_from(scan: &Scan, items: &[Item], actors: &mut Vec<Actor>, namings: &mut [Named]) {
    if !scan.pack.features.complement_before {
        return;
    }
    let mut a = 1;
    while a < actors.len() {
        let guest = &actors[a];
        let verb = guest.items.start.wrapping_sub(1);
        let came = |o: &[(usize, TriggerForm)]| {
            o.iter().any(|(_, f)| matches!(f, TriggerForm::Past | TriggerForm::Participle))
        };
        let came = items.get(verb).is_some_and(|i| matches!(&i.what, What::Trigger(o) if came(o)));
        // "[From A on a visit to CITY having come] B", of whom no word tells whose he is.
        let wide = came && verb > 0 && guest.party.is_none() && journey(scan, &items[verb]);
        let origin = if wide { past_goal(scan, items, verb - 1) } else { verb.wrapping_sub(1) };
        let state = |s: &Actor| {
            s.items.end == origin + 1
                && s.tags & tags::ABL != 0
                && match s.kind {
                    ActorKind::State(StateForm::Name) => true,
                    ActorKind::State(StateForm::City | StateForm::Capital) => wide,
                    _ => false,
                }
        };
        let place = |s: &Actor| matches!(s.kind, ActorKind::State(_));
        let near = actors[..a].iter().rev().take_while(|s| place(s) && s.items.start >= origin).count();
        let from = (a - near..a).find(|&s| state(&actors[s])).filter(|_| came);
        let (naming, official) = match &guest.kind {
            ActorKind::Person(n) => (Some(*n), false),
            ActorKind::Official(_) => (None, wide),
            _ => (None, false),
        };
        let Some(from) = from.filter(|_| naming.is_some() || official) else {
            a += 1;
            continue;
        };
        let state = actors[from].clone();
        actors.drain(from..a);
        let guest = &mut actors[from];
        guest.and |= state.and;
        guest.party = guest.party.or(state.party);
        guest.items.start = state.items.start;
        if let Some(n) = naming.filter(|&n| namings[n].party.is_none()) {
            namings[n].party = state.party;
            namings[n].by_place = state.kind.is_city();
        }
        a = from + 1;
    }
}

/// "On the sidelines of the session of the council of A": the organisation whose gathering it is frames what was done;
/// "[The Akorda] residence": where complements stand first, a state before a place is part of it.
pub(super) fn frame(scan: &Scan, items: &[Item], actors: &mut [Actor]) {
    let features = &scan.pack.features;
    if features.case.is_empty() {
        return;
    }
    let gathers = |x: &Item| {
        matches!(x.what, What::Other { .. } | What::Institution { .. })
            || x.is_word("gathering")
            || matches!(&x.what, What::Trigger(o) if o.iter().all(|(_, form)| *form == TriggerForm::Noun))
    };
    for actor in actors.iter_mut().filter(|a| a.marker.is_none()) {
        let organised = matches!(actor.kind, ActorKind::Organisation | ActorKind::Official(_))
            && actor.party.as_deref().is_some_and(|p| p.starts_with("ORG:"));
        if organised {
            let during = if features.complement_before {
                items[actor.items.end..].iter().take(5).find(|x| !gathers(x))
            } else {
                items[..actor.items.start].iter().rev().take(5).find(|x| !gathers(x))
            };
            let work = |x: &Item| match &x.what {
                What::Word { work, .. } => Some(*work),
                _ => None,
            };
            // "[At the session of] A": the case of its gathering.
            let at = features.complement_before
                && items[actor.items.end..]
                    .iter()
                    .take(4)
                    .take_while(|x| gathers(x))
                    .any(|x| x.is_word("gathering") && x.tags & tags::LOC != 0);
            // "Met in CITY at the summit of A".
            let attended = !features.complement_before && {
                let mut chain = items[..actor.items.start].iter().rev().take(5).take_while(|x| gathers(x));
                chain.any(|x| x.is_word("gathering") && x.tags & tags::LOC != 0)
            };
            let framed = |x: &&Item| {
                x.is_word("during") || attended && (x.is_word("on") || x.is_word("in") || x.is_word("at"))
            };
            actor.marker = during.filter(framed).and_then(work).or_else(|| at.then(|| Slug::new("in")));
        } else if features.complement_before
            && matches!(actor.kind, ActorKind::State(_))
            && let Some(house) =
                items.get(actor.items.end).filter(|x| x.is_word("building") || x.is_word("region"))
            && actor.tags & tags::CASES & !(tags::NOM | tags::GEN) == 0
        {
            actor.tags = actor.tags & !tags::CASES | house.tags & tags::CASES;
        }
    }
}

/// The oblique cases of a noun in which an adjective before it that the pack does not know may stand: by its ending, else
/// all where the noun stands surely in one.
pub(super) fn oblique(scan: &Scan, item: &Item, noun: u32) -> u32 {
    let ending = scan.pack.lexicon.name_case(scan.text.folded(item.end - 1));
    match (ending, noun & tags::NOM) {
        (0, 0) => noun & tags::CASES,
        (told, _) => told,
    }
}

/// "A visitor from Kenya, NAME": whoever is named behind such a word and the land he came from is of that land.
pub(super) fn guest_from(scan: &Scan, items: &[Item], actors: &mut Vec<Actor>, namings: &mut [Named]) {
    if scan.pack.features.order != "svo" {
        return;
    }
    let guest = |i: &Item| i.is_word("person") || i.is_kind("pronoun", "guest");
    let mut a = 0;
    while a + 1 < actors.len() {
        let (state, one) = (&actors[a], &actors[a + 1]);
        a += 1;
        let ActorKind::Person(n) = one.kind else { continue };
        let land = matches!(state.kind, ActorKind::State(StateForm::Name | StateForm::Capital));
        let from = state.items.start;
        let came = land && from > 1 && items[from - 1].is_word("from") && guest(&items[from - 2]);
        let mut between = items.get(state.items.end..one.items.start).unwrap_or_default().iter();
        let beside = between.all(|i| i.is_mark(",") || matches!(i.what, What::Honorific { .. } | What::Rank));
        let own = namings[n].party.is_none() || namings[n].by_place;
        if !came || !beside || !own {
            continue;
        }
        (namings[n].party, namings[n].by_place, namings[n].known) = (state.party, false, true);
        let party = state.party;
        let one = &mut actors[a];
        (one.party, one.items.start) = (party, from - 2);
        actors.remove(a - 1);
        // The word may stand for somebody by itself.
        if a > 1 && matches!(actors[a - 2].kind, ActorKind::Pronoun) && actors[a - 2].items.end + 1 == from {
            actors.remove(a - 2);
        }
    }
}
