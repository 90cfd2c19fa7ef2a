//! Forms of a verb that tell no past, made of its past when the pack is loaded.
//!
//! A language that puts its endings one behind the other has a dozen forms of every verb. The frames list those that tell
//! what was done; what is to come and what was not done is made here where no frame lists it.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::schema::Frame;

/// How a verb whose past ends so makes its other forms; each ending stands for that of the past.
#[derive(Deserialize)]
pub(super) struct Conjugation {
    /// The ending of the past.
    past: String,
    /// One of these letters stands before it.
    after: String,
    /// What is still to be done, or is said now.
    now: Vec<String>,
    /// What is meant to be done.
    ahead: Vec<String>,
    /// What was not done.
    not: Vec<String>,
}

/// All the ways of a language to make forms of verbs.
pub(super) struct Conjugator {
    rows: Vec<Conjugation>,
    /// A last letter of a stem, and the voiced one that it becomes before an ending that begins with a vowel.
    voices: Vec<(char, char)>,
    vowels: String,
}

impl Conjugator {
    pub fn new(rows: Vec<Conjugation>, voices: Vec<(char, char)>, vowels: String) -> Self {
        Conjugator { rows, voices, vowels }
    }

    /// The frame, and its twins for what is to come and for what was not done.
    ///
    /// A form that any frame lists is that frame's. Passives make none: they describe nouns more often than they tell acts.
    /// A frame that lists one of its forms of the present tells them all as done: whoever "condemns" has condemned.
    pub fn tenses(&self, mut frame: Frame, listed: &BTreeSet<String>) -> Vec<Frame> {
        if self.rows.is_empty() || frame.status.is_some() {
            return vec![frame];
        }
        let made = |forms: &[String], of: fn(&Conjugation) -> &[String]| -> Vec<String> {
            forms.iter().flat_map(|form| self.forms(form, of)).collect()
        };
        let fresh = |forms: Vec<String>| -> Vec<String> {
            let forms: BTreeSet<String> = forms.into_iter().filter(|form| !listed.contains(form)).collect();
            forms.into_iter().collect()
        };
        let twin = |status: &str, verb: Vec<String>| {
            let mut twin = frame.without_words();
            twin.status = Some(status.to_string());
            twin.verb = fresh(verb);
            twin
        };
        let now = made(&frame.verb, |row| &row.now);
        let said = now.iter().any(|form| frame.present.contains(form));
        let to_come = made(&frame.verb, |row| &row.ahead);
        let mut ahead = twin("planned", if said { to_come } else { [to_come, now.clone()].concat() });
        // A planned act is told in the present: its verb is no past that ends what leads up to it.
        ahead.present = std::mem::take(&mut ahead.verb);
        // What one word denies is among the words of negation.
        let mut not = made(&frame.verb, |row| &row.not);
        not.retain(|form| form.contains(' '));
        let not = twin("denied", not);
        if said {
            frame.present.extend(fresh(now));
        }
        // A twin that no form tells is no frame.
        let mut all = vec![frame];
        all.extend([ahead, not].into_iter().filter(|twin| !twin.verb.is_empty() || !twin.present.is_empty()));
        all
    }

    /// The forms of one kind that a phrase has; none where it does not end in the past.
    fn forms(&self, phrase: &str, of: fn(&Conjugation) -> &[String]) -> Vec<String> {
        let Some((row, stem)) = self.rows.iter().find_map(|row| Some((row, row.stem(phrase)?))) else {
            return Vec::new();
        };
        of(row).iter().map(|ending| self.joined(stem, ending)).collect()
    }

    fn joined(&self, stem: &str, ending: &str) -> String {
        let last = stem.chars().next_back();
        let vowel = ending.starts_with(|c| self.vowels.contains(c));
        match self.voices.iter().find(|(plain, _)| vowel && last == Some(*plain)) {
            Some((plain, voiced)) => format!("{}{voiced}{ending}", &stem[..stem.len() - plain.len_utf8()]),
            None => format!("{stem}{ending}"),
        }
    }
}

impl Conjugation {
    fn stem<'p>(&self, phrase: &'p str) -> Option<&'p str> {
        let stem = phrase.strip_suffix(self.past.as_str())?;
        stem.ends_with(|c| self.after.contains(c)).then_some(stem)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn conjugator() -> Conjugator {
        let row = Conjugation {
            past: "ed".into(),
            after: "kl".into(),
            now: vec!["s".into(), "ing".into()],
            ahead: vec!["-to-be".into()],
            not: vec!["less".into()],
        };
        Conjugator::new(vec![row], vec![('k', 'g')], "aeiou".into())
    }

    fn frame(verb: &[&str], present: &[&str]) -> Frame {
        let words = |list: &[&str]| list.iter().map(|w| w.to_string()).collect();
        let mut frame = Frame::default();
        (frame.verb, frame.present) = (words(verb), words(present));
        frame
    }

    #[test]
    fn a_frame_has_twins_for_what_is_to_come_and_what_was_not() {
        let told = conjugator().tenses(frame(&["they talked", "spoke"], &[]), &BTreeSet::new());
        assert_eq!(told[0].verb, ["they talked", "spoke"]);
        assert_eq!(told[1].status.as_deref(), Some("planned"));
        assert_eq!(told[1].present, ["they talging", "they talk-to-be", "they talks"]);
        assert_eq!(told[2].status.as_deref(), Some("denied"));
        assert_eq!(told[2].verb, ["they talkless"], "one word that denies is a negation");
    }

    #[test]
    fn what_is_listed_is_not_made_and_a_present_that_is_listed_tells_what_is_done() {
        let listed = BTreeSet::from(["talks".to_string()]);
        let told = conjugator().tenses(frame(&["talked", "called"], &["talks"]), &listed);
        assert_eq!(told[0].present, ["talks", "calling", "calls", "talging"]);
        assert_eq!(told[1].present, ["call-to-be", "talk-to-be"]);
    }

    #[test]
    fn a_frame_of_one_status_stays_alone() {
        let mut planned = frame(&["talked"], &[]);
        planned.status = Some("planned".into());
        assert_eq!(conjugator().tenses(planned, &BTreeSet::new()).len(), 1);
    }
}
