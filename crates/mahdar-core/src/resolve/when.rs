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
}

/// Days since 1970 of an ISO day; what follows the day is not looked at.
pub fn number(day: &str) -> Option<i32> {
    let date: Date = day.get(..10)?.parse().ok()?;
    let start = Date::new(1970, 1, 1).ok()?;
    Some((date - start).get_days())
}

/// Days of an event: its own, else those around the release that its status allows; None when nothing tells.
pub(super) fn days(event: &Event, published: Option<&str>) -> Option<Days> {
    if let Some(date) = &event.date {
        match date.precision.as_str() {
            "day" => {
                let day = number(&date.value)?;
                return Some(Days { from: day, to: day, told: true });
            }
            "interval" => {
                let (from, to) = date.value.split_once('/')?;
                return Some(Days { from: number(from)?, to: number(to)?, told: true });
            }
            "month" => {
                let from = number(&format!("{}-01", date.value))?;
                return Some(Days { from, to: from + 30, told: false });
            }
            _ => {}
        }
    }
    let released = number(published?)?;
    // What happened is reported within days; what is told on the way may be some weeks old.
    let (before, after) = match (event.status.as_str(), event.main) {
        ("happened", true) => (3, 0),
        ("happened", false) => (45, 0),
        ("planned" | "hypothetical", _) => (0, 30),
        _ => (15, 30),
    };
    Some(Days { from: released - before, to: released + after, told: false })
}

impl Days {
    /// Days between two stretches; zero when they share one.
    pub fn gap(self, other: Days) -> i32 {
        (other.from - self.to).max(self.from - other.to).max(0)
    }
}
