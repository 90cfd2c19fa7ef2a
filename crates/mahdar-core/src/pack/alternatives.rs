//! Writes a form of a pack out: `(was|were) (also|) present` is four forms.
//!
//! A closed class whose members combine is told once, not listed: the parts in brackets stand for each other, and an empty
//! one may be left out.

use std::collections::BTreeMap;

/// What a form may stand for at most; more is a mistake in a pack and not a class of a language.
pub(crate) const MOST: usize = 4096;

/// All that a form stands for, in the order of its parts; none if a bracket is not closed or there are more than [`MOST`].
///
/// ```text
/// in (the|his) presence of            in the presence of, in his presence of
/// present (at the (meeting|talks)|)   present at the meeting, present at the talks, present
/// ```
pub(crate) fn written_out(form: &str) -> Vec<String> {
    if !form.contains(['(', ')']) {
        return vec![form.to_string()];
    }
    let mut rest = form;
    match choices(&mut rest, false) {
        Some(all) if rest.is_empty() => all.iter().map(|one| one_blank(one)).collect(),
        _ => Vec::new(),
    }
}

/// What stands up to the bracket that closes the group, or up to the end of the form.
fn choices(rest: &mut &str, inside: bool) -> Option<Vec<String>> {
    let mut done: Vec<String> = Vec::new();
    let mut part = vec![String::new()];
    loop {
        let at = rest.find(|c| matches!(c, '(' | ')') || inside && c == '|').unwrap_or(rest.len());
        part.iter_mut().for_each(|so_far| so_far.push_str(&rest[..at]));
        let mark = rest[at..].chars().next();
        *rest = &rest[at + mark.map_or(0, char::len_utf8)..];
        match mark {
            Some('(') => {
                let group = choices(rest, true)?;
                if part.len() * group.len() > MOST {
                    return None;
                }
                part = part.iter().flat_map(|a| group.iter().map(move |b| format!("{a}{b}"))).collect();
            }
            Some('|') => done.append(&mut std::mem::replace(&mut part, vec![String::new()])),
            Some(_) if !inside => return None,
            None if inside => return None,
            _ => {
                done.append(&mut part);
                return (done.len() <= MOST).then_some(done);
            }
        }
    }
}

/// A form with its sets as groups: `at the {occasion}` is `at the (meeting|talks)`; an unknown set makes a bracket that is not
/// closed, so that whoever adds the form says so.
pub(crate) fn with_sets(form: &str, sets: &BTreeMap<String, Vec<String>>) -> String {
    let mut out = String::new();
    let mut rest = form;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else { break };
        out.push_str(before);
        match sets.get(name) {
            Some(parts) => out.push_str(&format!("({})", parts.join("|"))),
            None => out.push_str(&format!("({name}")),
        }
        rest = after;
    }
    out + rest
}

/// What a form stands for; a form that cannot be written out as it is, so that whoever adds it says so.
pub(crate) fn or_itself(form: &str) -> Vec<String> {
    let all = written_out(form);
    if all.is_empty() { vec![form.to_string()] } else { all }
}

/// Without the blanks around a part that was left out.
fn one_blank(form: &str) -> String {
    form.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_in_brackets_stand_for_each_other() {
        assert_eq!(written_out("present"), ["present"]);
        assert_eq!(
            written_out("(was|were) (also|) present"),
            ["was also present", "was present", "were also present", "were present"]
        );
        assert_eq!(written_out("minister(s|)"), ["ministers", "minister"]);
        assert_eq!(
            written_out("present (at the (meeting|talks)|)"),
            ["present at the meeting", "present at the talks", "present"]
        );
    }

    #[test]
    fn a_set_is_a_group_with_a_name() {
        let sets = BTreeMap::from([("be".to_string(), vec!["was".to_string(), "were".to_string()])]);
        assert_eq!(with_sets("{be} there", &sets), "(was|were) there");
        assert!(written_out(&with_sets("{is} there", &sets)).is_empty());
    }

    #[test]
    fn what_is_not_closed_or_has_no_end_stands_for_nothing() {
        for form in ["(was|were present", "was) present", "((a|b)"] {
            assert!(written_out(form).is_empty(), "{form}");
        }
        assert!(written_out(&"(a|b|c|d|e)".repeat(6)).is_empty());
    }
}
