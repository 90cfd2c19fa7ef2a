//! Days of the Umm al-Qura calendar as days of the Gregorian one.
//!
//! Knows numbers only: the months that are 30 days long, as Saudi Arabia publishes and published them.

use jiff::civil::Date;

/// The year of the first line of [`LONG`], and the day on which it began.
const FIRST: i16 = 1365;
const BEGAN: Date = Date::constant(1945, 12, 5);

/// Of each year the months of 30 days, the first month in the lowest bit; the others have 29. Older years were less regular.
///
/// Lengths are facts; put down from the Python package `hijridate` (MIT), which follows the official tables.
#[rustfmt::skip]
const LONG: [u16; 136] = [
    0xD55, 0x555, 0x555, 0xD55, 0x6D5, 0x555, 0xEA5, 0xD2A, 0xAAA, 0xCD5, 0x655, 0x572,
    0xDA9, 0x555, 0xAAA, 0x555, 0x52D, 0xA6D, 0x55A, 0x555, 0x74D, 0xD53, 0xD54, 0x556,
    0xD55, 0x2D5, 0xD55, 0xD54, 0xD45, 0x655, 0x52D, 0xA5D, 0x55A, 0xAD5, 0x6AA, 0xD4B,
    0x52A, 0xA57, 0x4AE, 0x976, 0x56C, 0xB55, 0xAAA, 0xA55, 0x4AD, 0x95D, 0x2DA, 0x5D9,
    0xDB2, 0xBA4, 0xB4A, 0xA55, 0x2B5, 0x575, 0xB6A, 0xBD2, 0xBC4, 0xB89, 0xA95, 0x52D,
    0x5AD, 0xB6A, 0x6D4, 0xDC9, 0xD92, 0xAA6, 0x956, 0x2AE, 0x56D, 0x36A, 0xB55, 0xAAA,
    0x94D, 0x49D, 0x95D, 0x2BA, 0x5B5, 0x5AA, 0xD55, 0xA9A, 0x92E, 0x26E, 0x55D, 0xADA,
    0x6D4, 0x6A5, 0x54B, 0xA97, 0x54E, 0xAAE, 0x5AC, 0xBA9, 0xD92, 0xB25, 0x64B, 0xCAB,
    0x55A, 0xB55, 0x6D2, 0xEA5, 0xE4A, 0xA95, 0x52D, 0xAAD, 0x36C, 0x759, 0x6D2, 0x695,
    0x52D, 0xA5B, 0x4BA, 0x9BA, 0x3B4, 0xB69, 0xB52, 0xAA6, 0x4B6, 0x96D, 0x2EC, 0x6D9,
    0xEB2, 0xD54, 0xD2A, 0xA56, 0x4AE, 0x96D, 0xD6A, 0xB54, 0xB29, 0xA93, 0x52B, 0xA57,
    0x536, 0xAB5, 0x6AA, 0xE93,
];

/// The days from [`BEGAN`] to the first of a year, if the table has it.
fn days_before(year: i16) -> Option<i32> {
    let n = usize::try_from(year.checked_sub(FIRST)?).ok()?;
    Some(LONG.get(..n)?.iter().map(|long| 12 * 29 + long.count_ones() as i32).sum())
}

/// The Gregorian day of a Hijri one; None for a year outside the table, or a day that its month has not.
pub(super) fn gregorian(year: i16, month: i8, day: i8) -> Option<Date> {
    let long = *LONG.get(usize::try_from(year.checked_sub(FIRST)?).ok()?)?;
    let length = |month: i8| 29 + i32::from(long >> (month - 1) & 1);
    if !(1..=12).contains(&month) || day < 1 || i32::from(day) > length(month) {
        return None;
    }
    let days = days_before(year)? + (1..month).map(length).sum::<i32>() + i32::from(day) - 1;
    BEGAN.checked_add(jiff::Span::new().days(days)).ok()
}

/// The day without a year that is meant on a day of release: forward from it, or back.
pub(super) fn nearest(published: Date, month: i8, day: i8, ahead: bool) -> Option<Date> {
    // A Hijri year is eleven days shorter: 33 of them make 32.
    let about = FIRST + ((published - BEGAN).get_days() / 354) as i16;
    let near = (about - 2..=about + 2).filter_map(|year| gregorian(year, month, day));
    let days = |d: &Date| (*d - published).get_days();
    match ahead {
        true => near.filter(|d| days(d) >= -170).min(),
        false => near.filter(|d| days(d) <= 30).max(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_that_everybody_knows() {
        // New years, and the days on which Saudi Arabia began to fast.
        for ((year, month, day), expected) in [
            ((1400, 1, 1), (1979, 11, 20)),
            ((1422, 1, 1), (2001, 3, 26)),
            ((1444, 9, 1), (2023, 3, 23)),
            ((1445, 9, 1), (2024, 3, 11)),
            ((1446, 9, 1), (2025, 3, 1)),
            ((1447, 1, 1), (2025, 6, 26)),
            ((1447, 7, 12), (2026, 1, 1)),
            ((1500, 12, 30), (2077, 11, 16)),
        ] {
            let (y, m, d) = expected;
            assert_eq!(gregorian(year, month, day), Some(Date::constant(y, m, d)), "{year}-{month}-{day}");
        }
        assert_eq!(gregorian(1364, 1, 1), None);
        assert_eq!(gregorian(1501, 1, 1), None);
        assert_eq!(gregorian(1447, 13, 1), None);
    }

    #[test]
    fn every_day_follows_the_one_before() {
        let mut last = BEGAN.yesterday().unwrap();
        for year in FIRST..FIRST + LONG.len() as i16 {
            for month in 1..=12 {
                for day in 1..=30 {
                    if let Some(date) = gregorian(year, month, day) {
                        assert_eq!(date, last.tomorrow().unwrap(), "{year}-{month}-{day}");
                        last = date;
                    }
                }
            }
        }
    }

    #[test]
    fn a_day_without_a_year_is_near_the_release() {
        let released = Date::constant(2026, 1, 2);
        assert_eq!(nearest(released, 7, 12, false), Some(Date::constant(2026, 1, 1)));
        assert_eq!(nearest(released, 9, 1, true), Some(Date::constant(2026, 2, 18)));
        assert_eq!(nearest(released, 9, 1, false), Some(Date::constant(2025, 3, 1)));
    }
}
