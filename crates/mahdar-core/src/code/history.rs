//! What is long past: years, months and whole paragraphs before the news.

use super::{Context, Sentence};
use crate::detect::Scan;
use crate::detect::date::{self, When};
use crate::model::EventDate;

/// A month before that of the release, and no day of it.
pub(super) fn earlier_month(date: Option<&EventDate>, published: Option<jiff::civil::Date>) -> bool {
    let (Some(date), Some(day)) = (date, published) else { return false };
    date.precision == "month"
        && date.value.as_str() < format!("{:04}-{:02}", day.year(), day.month()).as_str()
}

/// A day or month of its own, two months and more before the release: what is told beside the news.
pub(super) fn long_before(date: Option<&EventDate>, published: Option<jiff::civil::Date>) -> bool {
    let (Some(date), Some(day)) = (date, published) else { return false };
    let mut parts = date.value.split(['-', '/']).map_while(|p| p.parse::<i32>().ok());
    let (Some(year), Some(month)) = (parts.next(), parts.next()) else { return false };
    i32::from(day.year()) * 12 + i32::from(day.month()) > year * 12 + month + 1
}

/// The year of an event whose date tells more or less than a day.
pub(super) fn own_year(date: Option<&EventDate>) -> Option<i16> {
    date.and_then(|d| d.value.get(..4)?.parse().ok())
}

/// Before this year most of the states of today were others: what a paragraph tells of such a year is history.
pub(super) const HISTORY: i16 = 1990;

/// Years are named, and all are long past.
pub(super) fn of_old<'a>(dates: impl IntoIterator<Item = &'a date::Found>) -> bool {
    before(HISTORY, dates)
}

/// Years are named, and all are before this one.
fn before<'a>(past: i16, dates: impl IntoIterator<Item = &'a date::Found>) -> bool {
    let year = |d: &date::Found| match d.when {
        When::Year(year) => Some(year),
        When::Day { year, .. } | When::Range { year, .. } | When::Month { year, .. } => year,
        // "Today", "on Monday": news.
        When::Weekday(_)
        | When::Weekdays(..)
        | When::Relative(_)
        | When::OfMonth { .. }
        | When::Season(_)
        | When::Hijri { .. } => Some(i16::MAX),
    };
    let mut years = dates.into_iter().filter_map(year).peekable();
    years.peek().is_some() && years.all(|y| y < past)
}

/// The paragraph names a year long past and none of later times.
pub(super) fn history(context: &Context, index: usize) -> bool {
    let sentences = context.sentences;
    let scan = sentences[index].scan;
    // The title of a text whose first paragraph is of such a year, and of nothing later.
    let title = scan == 0 && context.scan(&sentences[index]).has_article();
    if let Some(first) = sentences.iter().position(|s| s.scan == 1).filter(|_| title) {
        return history(context, first);
    }
    let from = (0..=index).rev().find(|&i| sentences[i].opens || i == 0 || sentences[i - 1].scan != scan);
    let from = from.unwrap_or(index);
    // The sentence itself gives a day of such a year.
    let day = |d: &date::Found| matches!(d.when, When::Day { year: Some(y), .. } | When::Month { year: Some(y), .. } if y < HISTORY);
    if sentences[index].dates(context.scan(&sentences[index])).iter().any(day) {
        return true;
    }
    // "In 1992 he signed, and later met": of all that the sentence tells the years are past.
    let cases = !context.scan(&sentences[index]).pack.features.case.is_empty();
    let past = context
        .published
        .map(|d| d.year() - 1)
        .filter(|_| cases && scan == 1 && sentences[index].range.start > 0);
    if past.is_some_and(|p| before(p, sentences[index].dates(context.scan(&sentences[index])))) {
        return true;
    }
    let to = (index + 1..sentences.len()).find(|&i| sentences[i].opens || sentences[i].scan != scan);
    of_old(sentences[from..to.unwrap_or(sentences.len())].iter().flat_map(|s| s.dates(context.scan(s))))
}

/// A text without a title, of which nobody says when it was released, and which names no time.
pub(crate) fn timeless(scans: &[Scan], sentences: &[Sentence]) -> bool {
    !sentences.iter().any(|s| s.scan == 0 || !s.dates(&scans[s.scan]).is_empty())
}

/// A text without a title, of which nobody says when it was released, and which tells of years, of no day and of
/// nothing near: no news.
pub(crate) fn chronicle(scans: &[Scan], sentences: &[Sentence]) -> bool {
    if sentences.iter().any(|s| s.scan == 0) {
        return false;
    }
    let mut years = false;
    for date in sentences.iter().flat_map(|s| s.dates(&scans[s.scan])) {
        match date.when {
            When::Year(_) | When::Month { year: Some(_), .. } => years = true,
            When::Month { year: None, .. } => {}
            _ => return false,
        }
    }
    years
}
