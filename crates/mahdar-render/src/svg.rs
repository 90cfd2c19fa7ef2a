//! Places the marks of timelines and charts, and draws them as SVG.
//!
//! Pure geometry: time runs in the direction of the page, words come in ready. The markup stands in
//! `templates/*.svg`; colours and type in `static/style.css`.

use askama::Template;

/// Interactions along the years.
#[derive(Debug, Clone, PartialEq)]
pub struct Timeline {
    /// What the picture shows, for those who do not see it.
    pub title: String,
    /// Time runs from right to left.
    pub rtl: bool,
    /// Interactions with a day, in any order.
    pub items: Vec<TimelineItem>,
}

/// One interaction on a timeline.
#[derive(Debug, Clone, PartialEq)]
pub struct TimelineItem {
    /// Years since the beginning of the era, with a fraction.
    pub at: f64,
    /// Who hosts: `a`, `b`, or neither.
    pub hue: Hue,
    /// It took place.
    pub happened: bool,
    /// Where on the page it is told.
    pub href: String,
    /// Words shown when pointed at.
    pub label: String,
}

/// Which of the two parties a mark belongs to; shapes differ, not only colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Hue {
    /// The first named.
    A,
    /// The other.
    B,
    /// Neither, or not known.
    Neither,
}

impl Hue {
    /// Name of its class in the style sheet.
    pub fn class(self) -> &'static str {
        match self {
            Hue::A => "a",
            Hue::B => "b",
            Hue::Neither => "c",
        }
    }
}

/// A share through the years beside a baseline.
#[derive(Debug, Clone, PartialEq)]
pub struct LineChart {
    /// What the picture shows.
    pub title: String,
    /// Time runs from right to left.
    pub rtl: bool,
    /// (year, share, baseline), by year.
    pub points: Vec<(i32, f64, Option<f64>)>,
    /// The last value, in words.
    pub last_label: String,
    /// Lines of the grid, lowest first, with their labels; those far below the data are not drawn.
    pub tick_labels: Vec<(f64, String)>,
}

/// Two values a year, side by side.
#[derive(Debug, Clone, PartialEq)]
pub struct PairedBars {
    /// What the picture shows.
    pub title: String,
    /// Time runs from right to left.
    pub rtl: bool,
    /// (year, value of the first, value of the other), by year; an absent value is unknown.
    pub points: Vec<(i32, Option<f64>, Option<f64>)>,
    /// Words for a year's bars, one a point.
    pub labels: Vec<String>,
    /// Numbers of the grid as the language writes them.
    pub tick_labels: Vec<(f64, String)>,
}

/// Draws a timeline; the empty string when nothing has a day.
pub fn timeline(view: &Timeline) -> String {
    if view.items.is_empty() {
        return String::new();
    }
    let mut items = view.items.clone();
    items.sort_by(|x, y| x.at.total_cmp(&y.at));
    let first = items[0].at.floor();
    let last = (items[items.len() - 1].at.floor() + 1.0).max(first + 1.0);
    let axis = Axis {
        from: first,
        to: last,
        start: 12.0,
        length: TIMELINE_WIDTH - 24.0,
        width: TIMELINE_WIDTH,
        rtl: view.rtl,
    };

    // A mark that would touch its neighbour on a row goes one row up.
    let mut ends: Vec<f64> = Vec::new();
    let mut placed = Vec::new();
    for item in items {
        let along = axis.along(item.at);
        let row = ends.iter().position(|end| along - end >= 15.0).unwrap_or_else(|| {
            ends.push(f64::MIN);
            ends.len() - 1
        });
        ends[row] = along;
        placed.push((row, axis.place(item.at), item));
    }
    let base = 10.0 + 16.0 * ends.len() as f64;
    let marks = placed
        .into_iter()
        .map(|(row, x, item)| Mark {
            d: shape(item.hue, x, base - 10.0 - 16.0 * row as f64),
            class: item.hue.class(),
            open: !item.happened,
            href: item.href,
            label: item.label,
        })
        .collect();
    let years = (last - first) as i32;
    let ticks = if years <= 2 {
        // Short enough for quarters: the year at January, a bare tick at the others.
        (0..=years * 4)
            .map(|q| {
                let at = first + f64::from(q) / 4.0;
                let label = if q % 4 == 0 { (at as i32).to_string() } else { String::new() };
                Tick { x: axis.place(at), y: base, label }
            })
            .collect()
    } else {
        let step = (years + 11) / 12;
        (0..=years)
            .map(|y| {
                let at = first + f64::from(y);
                let label = if y % step == 0 { (at as i32).to_string() } else { String::new() };
                Tick { x: axis.place(at), y: base, label }
            })
            .collect()
    };
    let drawn = TimelineSvg {
        title: &view.title,
        direction: direction(view.rtl),
        width: TIMELINE_WIDTH,
        height: base + 24.0,
        base,
        ticks,
        marks,
    };
    drawn.render().unwrap_or_default()
}

/// Draws a share beside its baseline; the empty string without points.
pub fn line_chart(view: &LineChart) -> String {
    let (Some(first), Some(last)) = (view.points.first(), view.points.last()) else { return String::new() };
    let (first_year, last_year) = (first.0, last.0);
    let axis = plot_axis(f64::from(first_year), f64::from(last_year), view.rtl);
    let lowest =
        view.points.iter().flat_map(|(_, share, mean)| [Some(*share), *mean]).flatten().fold(1.0, f64::min);
    let floor = ((lowest * 5.0).floor() / 5.0).clamp(0.0, 0.8);
    let height = |share: f64| PLOT_TOP + (1.0 - (share - floor) / (1.0 - floor)) * (PLOT_BASE - PLOT_TOP);

    let path = |values: &[(i32, Option<f64>)]| {
        // A missing year breaks the line: nothing is drawn where nothing is known.
        let mut d = String::new();
        let mut previous = None;
        for (year, value) in values {
            let Some(value) = value else { continue };
            let letter = if previous == Some(year - 1) { 'L' } else { 'M' };
            d.push_str(&format!("{letter}{:.1} {:.1}", axis.place(f64::from(*year)), height(*value)));
            previous = Some(*year);
        }
        d
    };
    let shares: Vec<_> = view.points.iter().map(|p| (p.0, Some(p.1))).collect();
    let means: Vec<_> = view.points.iter().map(|p| (p.0, p.2)).collect();
    let grid = view
        .tick_labels
        .iter()
        .filter(|(share, _)| *share >= floor - 1e-9)
        .map(|(share, label)| Tick { x: axis.gutter(), y: height(*share), label: label.clone() })
        .collect();
    let (x, y) = (axis.place(f64::from(last_year)), height(last.1));
    let drawn = LineSvg {
        title: &view.title,
        direction: direction(view.rtl),
        frame: Frame::new(&axis),
        grid,
        years: year_ticks(first_year, last_year, &axis),
        pair: path(&shares),
        mean: path(&means),
        last: Tick { x, y, label: view.last_label.clone() },
        // On the side the line does not come from, as long as there is room.
        last_y: if falls(&view.points) && y < PLOT_BASE - 20.0 || y < PLOT_TOP + 18.0 {
            y + 17.0
        } else {
            y - 9.0
        },
    };
    drawn.render().unwrap_or_default()
}

/// Draws two bars a year; the empty string without points.
pub fn paired_bars(view: &PairedBars) -> String {
    let (Some(first), Some(last)) = (view.points.first(), view.points.last()) else { return String::new() };
    let (first_year, last_year) = (first.0, last.0);
    let axis = plot_axis(f64::from(first_year) - 0.5, f64::from(last_year) + 0.5, view.rtl);
    let top = view.tick_labels.last().map_or(1.0, |(value, _)| *value).max(f64::MIN_POSITIVE);
    let height = |value: f64| PLOT_BASE - value / top * (PLOT_BASE - PLOT_TOP);
    let slot = axis.length / f64::from(last_year - first_year + 1);
    let bar_width = (slot * 0.36).clamp(1.5, 12.0);

    let mut bars = Vec::new();
    for (i, (year, a, b)) in view.points.iter().enumerate() {
        let middle = axis.place(f64::from(*year));
        for (value, hue, side) in [(a, Hue::A, -1.0), (b, Hue::B, 1.0)] {
            // The first party stands before the other in the direction of the page.
            let side = if view.rtl { -side } else { side };
            let x = middle + side * (bar_width / 2.0 + 0.4) - bar_width / 2.0;
            let y = value.map_or(PLOT_BASE, height);
            bars.push(Bar {
                x,
                y: y.min(PLOT_BASE - 0.8),
                width: bar_width,
                height: (PLOT_BASE - y).max(0.8),
                class: hue.class(),
                unknown: value.is_none(),
                label: view.labels.get(i).cloned().unwrap_or_default(),
            });
        }
    }
    let grid = view
        .tick_labels
        .iter()
        .map(|(value, label)| Tick { x: axis.gutter(), y: height(*value), label: label.clone() })
        .collect();
    let drawn = BarsSvg {
        title: &view.title,
        direction: direction(view.rtl),
        frame: Frame::new(&axis),
        grid,
        years: year_ticks(first_year, last_year, &axis),
        bars,
    };
    drawn.render().unwrap_or_default()
}

/// Whether the last value lies below those just before it, over which its label would stand.
fn falls(points: &[(i32, f64, Option<f64>)]) -> bool {
    let Some((last, before)) = points.split_last() else { return false };
    before.iter().rev().take(points.len() / 6 + 1).any(|point| point.1 > last.1)
}

/// Three to five round numbers from zero that cover a value.
pub fn round_ticks(highest: f64) -> Vec<f64> {
    if highest <= 0.0 || !highest.is_finite() {
        return vec![0.0, 1.0];
    }
    let rough = highest / 3.0;
    let magnitude = 10f64.powf(rough.log10().floor());
    let step =
        [1.0, 2.0, 5.0, 10.0].into_iter().map(|m| m * magnitude).find(|step| *step >= rough).unwrap_or(rough);
    let n = (highest / step).ceil() as i32;
    (0..=n).map(|i| f64::from(i) * step).collect()
}

const TIMELINE_WIDTH: f64 = 960.0;
const PLOT_WIDTH: f64 = 400.0;
const PLOT_GUTTER: f64 = 44.0;
const PLOT_TOP: f64 = 14.0;
const PLOT_BASE: f64 = 150.0;
const PLOT_HEIGHT: f64 = 174.0;

struct Axis {
    from: f64,
    to: f64,
    /// Where the axis begins, from the side where lines begin.
    start: f64,
    length: f64,
    width: f64,
    rtl: bool,
}

impl Axis {
    /// Distance from the beginning of time.
    fn along(&self, at: f64) -> f64 {
        if self.to <= self.from {
            self.length / 2.0
        } else {
            (at - self.from) / (self.to - self.from) * self.length
        }
    }

    fn mirror(&self, x: f64) -> f64 {
        if self.rtl { self.width - x } else { x }
    }

    fn place(&self, at: f64) -> f64 {
        self.mirror(self.start + self.along(at))
    }

    /// Where the labels of the grid end.
    fn gutter(&self) -> f64 {
        self.mirror(self.start - 12.0)
    }
}

fn plot_axis(from: f64, to: f64, rtl: bool) -> Axis {
    Axis { from, to, start: PLOT_GUTTER, length: PLOT_WIDTH - PLOT_GUTTER - 18.0, width: PLOT_WIDTH, rtl }
}

fn year_ticks(first: i32, last: i32, axis: &Axis) -> Vec<Tick> {
    let step = match last - first {
        0..=6 => 1,
        7..=14 => 2,
        15..=30 => 5,
        _ => 10,
    };
    let mut years: Vec<i32> = (first..=last).filter(|year| year % step == 0).collect();
    // The last year is named always; a round one too near to it gives way.
    years.retain(|year| last - year >= (step + 1) / 2 || *year == last);
    if years.last() != Some(&last) {
        years.push(last);
    }
    years
        .into_iter()
        .map(|year| Tick { x: axis.place(f64::from(year)), y: PLOT_BASE, label: year.to_string() })
        .collect()
}

/// A circle, a square or a diamond, all of about the same weight.
fn shape(hue: Hue, x: f64, y: f64) -> String {
    match hue {
        Hue::A => format!("M{:.1} {y:.1}a6 6 0 1 0 12 0a6 6 0 1 0 -12 0z", x - 6.0),
        Hue::B => format!("M{:.1} {:.1}h11v11h-11z", x - 5.5, y - 5.5),
        Hue::Neither => format!("M{x:.1} {:.1}l6.5 6.5l-6.5 6.5l-6.5 -6.5z", y - 6.5),
    }
}

fn direction(rtl: bool) -> &'static str {
    if rtl { "rtl" } else { "ltr" }
}

struct Tick {
    x: f64,
    y: f64,
    label: String,
}

struct Mark {
    d: String,
    class: &'static str,
    open: bool,
    href: String,
    label: String,
}

struct Bar {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
    class: &'static str,
    unknown: bool,
    label: String,
}

/// Size of a plot and the two ends of its grid.
struct Frame {
    width: f64,
    height: f64,
    base: f64,
    grid_from: f64,
    grid_to: f64,
}

impl Frame {
    fn new(axis: &Axis) -> Frame {
        let (from, to) = (axis.mirror(axis.start - 6.0), axis.mirror(axis.width));
        Frame { width: PLOT_WIDTH, height: PLOT_HEIGHT, base: PLOT_BASE, grid_from: from, grid_to: to }
    }
}

#[derive(Template)]
#[template(path = "timeline.svg")]
struct TimelineSvg<'a> {
    title: &'a str,
    direction: &'static str,
    width: f64,
    height: f64,
    base: f64,
    ticks: Vec<Tick>,
    marks: Vec<Mark>,
}

#[derive(Template)]
#[template(path = "line.svg")]
struct LineSvg<'a> {
    title: &'a str,
    direction: &'static str,
    frame: Frame,
    grid: Vec<Tick>,
    years: Vec<Tick>,
    pair: String,
    mean: String,
    last: Tick,
    last_y: f64,
}

#[derive(Template)]
#[template(path = "bars.svg")]
struct BarsSvg<'a> {
    title: &'a str,
    direction: &'static str,
    frame: Frame,
    grid: Vec<Tick>,
    years: Vec<Tick>,
    bars: Vec<Bar>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(at: f64, hue: Hue) -> TimelineItem {
        TimelineItem { at, hue, happened: true, href: "#m1".into(), label: "<b>".into() }
    }

    #[test]
    fn time_runs_in_the_direction_of_the_page() {
        let axis = |rtl| Axis { from: 2000.0, to: 2010.0, start: 40.0, length: 100.0, width: 150.0, rtl };
        assert!(axis(false).place(2001.0) < axis(false).place(2009.0));
        assert!(axis(true).place(2001.0) > axis(true).place(2009.0));
        assert_eq!(axis(true).place(2000.0), 110.0);
    }

    #[test]
    fn marks_of_one_day_stand_on_rows_of_their_own() {
        let view = |n| Timeline { title: "t".into(), rtl: true, items: vec![item(2026.04, Hue::A); n] };
        let height =
            |svg: &str| svg.split("viewBox=\"0 0 960 ").nth(1).unwrap().split('"').next().unwrap().to_owned();
        assert_eq!(height(&timeline(&view(1))), "50");
        assert_eq!(height(&timeline(&view(3))), "82");
        assert_eq!(timeline(&view(0)), "");
    }

    #[test]
    fn labels_are_escaped_and_the_picture_is_named() {
        let svg =
            timeline(&Timeline { title: "<script>".into(), rtl: false, items: vec![item(2020.5, Hue::B)] });
        assert!(!svg.contains("<script>") && !svg.contains("<b>"), "{svg}");
        assert!(svg.contains("role=\"img\"") && svg.contains("<title>"), "{svg}");
    }

    #[test]
    fn unknown_is_not_zero() {
        let chart = |a| {
            paired_bars(&PairedBars {
                title: "t".into(),
                rtl: false,
                points: vec![(2014, a, Some(4.0))],
                labels: vec![String::new()],
                tick_labels: vec![(0.0, "0".into()), (5.0, "5".into())],
            })
        };
        assert!(chart(None).contains("class=\"none\""), "{}", chart(None));
        assert!(!chart(Some(0.0)).contains("class=\"none\""));
    }

    #[test]
    fn ticks_are_round() {
        assert_eq!(round_ticks(140.0), [0.0, 50.0, 100.0, 150.0]);
        assert_eq!(round_ticks(0.0), [0.0, 1.0]);
    }

    #[test]
    fn a_missing_year_breaks_the_line() {
        let svg = line_chart(&LineChart {
            title: "t".into(),
            rtl: false,
            points: vec![(2000, 0.7, None), (2001, 0.8, None), (2003, 0.9, None)],
            last_label: "90%".into(),
            tick_labels: vec![(0.5, "50%".into()), (1.0, "100%".into())],
        });
        let pair = svg.split("class=\"pair\" d=\"").nth(1).unwrap().split('"').next().unwrap();
        assert_eq!(pair.matches('M').count(), 2, "{pair}");
    }
}
