//! A brief for a terminal or a letter: plain lines, notes in brackets, the evidence below.
//!
//! Nothing is padded into columns: in a terminal that turns right-to-left lines round, columns break.

use crate::notes::{Piece, Weight};
use crate::view::{AgreementView, Cite, MeetingView, Page};

/// Writes a page as plain text.
pub fn text(page: &Page) -> String {
    let w = page.words;
    let mut out = Lines::default();
    out.line(format!("{}{}{}", page.a.name, w.say("pair-join"), page.b.name));
    out.line(page.as_of.clone());
    if !page.counts.is_empty() {
        out.line(page.counts.join(&w.say("dot-separator")));
    }
    for notice in &page.notices {
        out.blank();
        out.line(notice.clone());
    }
    if page.is_something() {
        out.blank();
        for fact in &page.facts {
            let note = if fact.note.is_empty() { String::new() } else { format!(" ({})", fact.note) };
            out.line(format!("{}{}{}{note}", fact.label, w.say("colon"), fact.value));
        }
    }
    if !page.latest.is_empty() {
        out.heading(&w.say("section-latest"));
        for (i, meeting) in page.latest.iter().enumerate() {
            if i > 0 {
                out.blank();
            }
            meeting_lines(page, meeting, &mut out);
            for side in &meeting.sides {
                out.line(format!("  {}", side.heading));
                if side.people.is_empty() {
                    out.line(format!("    {}", w.say("nobody-named")));
                }
                for person in &side.people {
                    let mut about: Vec<String> = person.office.iter().map(|line| w.quoted(line)).collect();
                    about.extend(person.remark.clone());
                    let about = about.join(&w.say("dot-separator"));
                    let sep = if about.is_empty() { String::new() } else { w.say("list-separator") };
                    out.line(format!("    • {}{sep}{about}{}", w.quoted(&person.name), refs(&person.notes)));
                }
            }
            paper_lines(page, &meeting.agreements, &mut out);
        }
    }
    if !page.earlier.is_empty() {
        out.heading(&w.say("section-earlier"));
        for meeting in &page.earlier {
            meeting_lines(page, meeting, &mut out);
            paper_lines(page, &meeting.agreements, &mut out);
        }
    }
    if !page.areas.is_empty() {
        out.heading(&w.say("section-claims"));
        for area in &page.areas {
            out.line(area.name.clone());
            for claim in &area.claims {
                let (open, close) = (w.say("quote-open"), w.say("quote-close"));
                let said = w.quoted(&claim.said);
                out.line(format!(
                    "  {} {}{}{open}{said}{close}{}",
                    claim.sign,
                    claim.word,
                    w.say("colon"),
                    refs(&claim.notes)
                ));
                let about =
                    [&claim.remarks[..], std::slice::from_ref(&claim.stated_by), &claim.qualifiers].concat();
                out.line(format!("    {}", about.join(&w.say("dot-separator"))));
                out.line(format!("    {}", claim.found.join(" ")));
            }
        }
    }
    for figure in &page.figures {
        out.heading(&format!("{}{}", figure.title, refs(&figure.notes)));
        out.line(figure.note.clone());
        out.line(figure.columns.join(" | "));
        for row in &figure.rows {
            out.line(row.join(" | "));
        }
    }
    if !page.gaps.is_empty() {
        out.heading(&w.say("section-gaps"));
        for gap in &page.gaps {
            out.line(format!("  — {gap}"));
        }
    }
    if !page.people.is_empty() {
        out.heading(&w.say("section-people"));
        for party in &page.people {
            out.line(party.party.clone());
            for person in &party.rows {
                let mut parts = vec![w.quoted(&person.name), w.quoted(&person.office), person.seen.clone()];
                parts.extend(person.by_hand.iter().cloned());
                let spelt = person.spellings.as_ref().map(|s| format!(" ({s})")).unwrap_or_default();
                out.line(format!(
                    "  • {}{spelt}{}",
                    parts.join(&w.say("list-separator")),
                    refs(&person.notes)
                ));
            }
        }
    }
    if !page.notes.is_empty() {
        out.heading(&w.say("section-notes"));
        for note in &page.notes {
            let quoted = pieces(&note.pieces);
            if quoted.is_empty() {
                out.line(format!("[{}] {}", note.number, cite(page, &note.cite)));
            } else {
                let (open, close) = (w.say("quote-open"), w.say("quote-close"));
                out.line(format!("[{}] {open}{}{close}", note.number, w.quoted(&quoted)));
                out.line(format!("    {}", cite(page, &note.cite)));
            }
        }
    }
    if !page.sources.is_empty() {
        out.heading(&w.say("section-sources"));
        for source in &page.sources {
            out.line(format!("  • {}", cite(page, &source.cite)));
        }
    }
    out.0
}

fn meeting_lines(page: &Page, meeting: &MeetingView, out: &mut Lines) {
    let w = page.words;
    let mut head = vec![meeting.when.clone()];
    head.extend(meeting.place.as_ref().map(|place| w.quoted(place)));
    if !meeting.topics.is_empty() {
        head.push(w.list(&meeting.topics));
    }
    head.extend(meeting.status.clone());
    head.extend(meeting.likely.clone());
    head.extend(meeting.aside.clone());
    head.extend(meeting.part_of.as_ref().map(|(words, _)| words.clone()));
    head.extend(meeting.by_hand.iter().cloned());
    let names: Vec<String> = meeting.who.iter().map(|party| w.quoted(&party.text)).collect();
    let who = match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{}{}{last}", w.list(rest), w.say("pair-join")),
        _ => names.concat(),
    };
    out.line(format!("{}{}{who}{}", meeting.what, w.say("colon"), refs(&meeting.notes)));
    out.line(format!("  {}", head.join(&w.say("dot-separator"))));
}

fn paper_lines(page: &Page, agreements: &[AgreementView], out: &mut Lines) {
    let w = page.words;
    for agreement in agreements {
        let remarks = agreement.remarks.join(&w.say("dot-separator"));
        out.line(format!(
            "  § {}{}{remarks}{}",
            w.quoted(&agreement.title),
            w.say("colon"),
            refs(&agreement.notes)
        ));
    }
}

fn cite(page: &Page, cite: &Cite) -> String {
    let w = page.words;
    let mut parts = vec![w.quoted(&cite.title)];
    parts.extend(cite.remarks.iter().cloned());
    parts.extend(cite.url.iter().map(|url| w.quoted(url)));
    parts.join(&w.say("dot-separator"))
}

/// The words that make a line stand between asterisks.
fn pieces(pieces: &[Piece]) -> String {
    let mut out = String::new();
    for piece in pieces {
        match piece.weight {
            Weight::Reports => out.push_str(&format!("*{}*", piece.text)),
            Weight::Named | Weight::Around => out.push_str(&piece.text),
        }
    }
    out
}

fn refs(notes: &[usize]) -> String {
    if notes.is_empty() {
        return String::new();
    }
    let numbers: Vec<String> = crate::notes::in_a_row(notes)
        .into_iter()
        .map(|(first, last)| if first == last { format!("[{first}]") } else { format!("[{first}–{last}]") })
        .collect();
    format!(" {}", numbers.concat())
}

#[derive(Default)]
struct Lines(String);

impl Lines {
    /// One line; what a document says cannot begin another one, or send a terminal commands.
    fn line(&mut self, line: String) {
        self.0.extend(line.chars().map(|c| if c.is_control() { ' ' } else { c }));
        self.0.push('\n');
    }

    fn blank(&mut self) {
        self.0.push('\n');
    }

    fn heading(&mut self, words: &str) {
        self.blank();
        self.line(format!("== {words} =="));
    }
}
