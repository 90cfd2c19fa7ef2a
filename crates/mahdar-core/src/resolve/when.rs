//! The days on which an event may have been, as far as its document tells.

use jiff::civil::Date;

use crate::model::Event;

/// From one day to another, both included.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Days {
    pub from: i32,
    pub to: i32,
    /// The document gives the day or interval itself.
    pub told: bool,
    /// Day of release of what only its release tells the time of: news is of about that day.
    pub released: Option<i32>,
    /// The day of what stands before it in its paragraph, which may be another.
    pub lent: Option<i32>,
}

/// Days since 1970 of an ISO day; what follows the day is not looked at.
pub fn number(day: &str) -> Option<i32> {
    let date: Date = day.get(..10)?.parse().ok()?;
    let start = Date::new(1970, 1, 1).ok()?;
    Some((date - start).get_days())
}

/// Days of an event: its own, else those around the release that its status allows; None when nothing tells.
///
/// `first` says that it is the news itself, not what is told after it.
pub(super) fn days(event: &Event, published: Option<&str>, first: bool) -> Option<Days> {
    if let Some(date) = &event.date {
        match date.precision.as_str() {
            "day" => {
                let day = number(&date.value)?;
                // What was shared is the day itself or one beside it.
                let shared = event.why.iter().any(|w| w.by == crate::refer::SHARED);
                let around = i32::from(shared);
                return Some(Days {
                    from: day - around,
                    to: day + around,
                    told: !shared,
                    released: None,
                    lent: shared.then_some(day),
                });
            }
            precision @ ("interval" | "about") => {
                let (from, to) = date.value.split_once('/')?;
                let told = precision == "interval";
                return Some(Days { from: number(from)?, to: number(to)?, told, released: None, lent: None });
            }
            "month" => {
                let from = number(&format!("{}-01", date.value))?;
                return Some(Days { from, to: from + 30, told: false, released: None, lent: None });
            }
            _ => {}
        }
    }
    let released = number(published?)?;
    // What happened is reported within days; what is told on the way may be some weeks old.
    let (before, after) = match (event.status.as_str(), event.main) {
        // A document is spoken of as long as it is good.
        ("happened", main) if event.kind == "SIGN" && !(main && first) => (LONG, 0),
        ("happened", true) => (3, 0),
        ("happened", false) => (45, 0),
        ("planned" | "hypothetical", _) => (0, 30),
        _ => (15, 30),
    };
    let news = event.main || event.status == "planned";
    Some(Days {
        from: released - before,
        to: released + after,
        told: false,
        released: news.then_some(released),
        lent: None,
    })
}

/// For how many days back a signing may be told of on the way.
const LONG: i32 = 5 * 365;
/// A stretch of more days than this tells next to nothing.
const VAGUE: i32 = 90;

impl Days {
    /// It may have been at any time in years.
    pub fn is_vague(self) -> bool {
        self.to - self.from > VAGUE
    }

    /// Days between two of which one or both are told by the release alone; None when one is told in passing.
    pub fn between_releases(self, other: Days) -> Option<i32> {
        let at = |d: Days| match (d.told, d.lent) {
            (true, _) => Some((d.from, d.to)),
            (false, Some(day)) => Some((day, day)),
            (false, None) => d.released.map(|r| (r, r)),
        };
        let ((a, b), (c, d)) = (at(self)?, at(other)?);
        Some((c - b).max(a - d).max(0))
    }

    /// Days between two stretches; zero when they share one.
    pub fn gap(self, other: Days) -> i32 {
        (other.from - self.to).max(self.from - other.to).max(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::EventDate;

    #[test]
    fn a_week_ago_is_of_some_days_and_of_none_that_is_told() {
        let date = |value: &str, precision: &str| {
            let date =
                EventDate { value: value.into(), precision: precision.into(), words: Default::default() };
            let event = Event { date: Some(date), status: "happened".into(), ..Event::default() };
            days(&event, Some("2026-01-15"), false).expect("the words tell")
        };
        let (about, day) = (date("2026-01-04/2026-01-11", "about"), date("2026-01-08", "day"));
        assert!(!about.told && day.told);
        assert_eq!((about.gap(day), about.gap(date("2026-01-14", "day"))), (0, 3));
    }
}
