//! A small brief made by hand from public facts: two meetings, five claims, two series.

use mahdar_core::{Claim, EventDate, Field, Words};
use mahdar_profile::brief::*;
use mahdar_profile::evidence::{Context, RowEvidence, WordsEvidence};
use mahdar_profile::verdicts::{Likeness, Positions, Reason, VerdictKind, Why, Windows};
use mahdar_profile::{Brief, Evidence, Verdict};
use std::collections::BTreeMap;

/// A document to quote from.
pub struct Doc {
    pub id: &'static str,
    pub lang: &'static str,
    pub title: &'static str,
    pub source: Option<&'static str>,
    pub url: Option<&'static str>,
    pub published: Option<&'static str>,
    pub text: &'static str,
}

pub const RECEPTION: Doc = Doc {
    id: "sau-kaz-2026-01",
    lang: "ar",
    title: "وزير الداخلية السعودي يستقبل نظيره الكازاخستاني",
    source: Some("مثال"),
    url: Some("https://example.org/1"),
    published: Some("2026-01-15"),
    text: "استقبل عبد العزيز بن سعود بن نايف وزير الداخلية، في مكتبه بالوزارة يوم الخميس، إرجان سادينوف وزير الداخلية الكازاخستاني، وبحثا سبل تعزيز التعاون الأمني.\nمواقف متطابقة أو متشابهة تجاه القضايا العالمية، ونمو في التبادل التجاري، وزيادة تدفق السياح السعوديين إلى كازاخستان، وتطلع إلى شراكة متنامية.",
};

pub const JEDDAH: Doc = Doc {
    id: "sau-kaz-2022-07",
    lang: "en",
    title: "Crown Prince receives the President of Kazakhstan",
    source: None,
    url: None,
    published: Some("2022-07-24"),
    text: "Crown Prince Mohammed bin Salman received President Kassym-Jomart Tokayev in Jeddah on 24 July 2022. They spoke of energy.",
};

impl Doc {
    /// The words of this document, with the line they stand in.
    pub fn quote(&self, words: &str) -> Evidence {
        let start = self.text.find(words).unwrap_or_else(|| panic!("{words} does not stand in {}", self.id));
        let span = [start, start + words.len()];
        let from = self.text[..start].rfind('\n').map_or(0, |i| i + 1);
        let to = self.text[start..].find('\n').map_or(self.text.len(), |i| start + i);
        Evidence::Words(WordsEvidence {
            document: self.id.into(),
            version: 1,
            title: self.title.into(),
            source: self.source.map(Into::into),
            url: self.url.map(Into::into),
            published: self.published.map(Into::into),
            lang: Some(self.lang.into()),
            field: Field::Text,
            span,
            text: words.into(),
            context: Context {
                text: self.text[from..to].into(),
                span: [from, to],
                words: [span[0] - from, span[1] - from],
                cut_before: false,
                cut_after: false,
            },
        })
    }

    pub fn words(&self, words: &str) -> Words {
        let start = self.text.find(words).unwrap_or_default();
        Words { text: words.into(), span: [start, start + words.len()], field: Field::Text }
    }

    pub fn used(&self) -> DocumentRef {
        DocumentRef {
            id: self.id.into(),
            version: 1,
            title: self.title.into(),
            source: self.source.map(Into::into),
            url: self.url.map(Into::into),
            published: self.published.map(Into::into),
            lang: Some(self.lang.into()),
            text_sha256: "0123456789abcdef".into(),
        }
    }

    pub fn office(&self, text: &str, state: &str) -> OfficeLine {
        OfficeLine {
            text: text.into(),
            position: None,
            institution: None,
            state: Some(state.into()),
            acting: false,
            former: false,
            accredited_to: None,
            evidence: self.quote(text),
        }
    }

    pub fn person(&self, name: &str, office: &str, state: &str, role: &str) -> ParticipantLine {
        ParticipantLine {
            redacted: false,
            judged: vec![],
            called: BTreeMap::new(),
            name: name.into(),
            honorifics: vec![],
            rank: None,
            role: role.into(),
            party: Some(state.into()),
            offices: vec![self.office(office, state)],
            evidence: self.quote(name),
        }
    }

    pub fn claim(
        &self,
        text: &str,
        relation: &str,
        direction: Option<&str>,
        verdict: Option<Verdict>,
    ) -> ClaimLine {
        let claim = Claim {
            relation: relation.into(),
            direction: direction.map(Into::into),
            pair: vec!["SAU".into(), "KAZ".into()],
            words: self.words(text),
            ..Claim::default()
        };
        let stated_by = StatedBy { source: self.source.map(Into::into), document: self.id.into(), by: None };
        ClaimLine { claim, stated_by, verdict, evidence: self.quote(text) }
    }
}

pub fn side(party: &str, part: &str, participants: Vec<ParticipantLine>) -> SideLine {
    SideLine { party: Some(party.into()), also: vec![], part: part.into(), participants }
}

pub fn row(source: &str, file: &str, line: u32, column: (&str, u32), text: &str) -> Evidence {
    Evidence::Row(RowEvidence {
        source: source.into(),
        file: file.into(),
        sha256: "fedcba9876543210".into(),
        vintage: "2023".into(),
        line,
        last_line: line,
        column: column.0.into(),
        column_number: column.1,
        text: text.into(),
    })
}

/// The newest meeting of the sample, with both ministers.
pub fn reception() -> Meeting {
    let d = &RECEPTION;
    let host = d.person("عبد العزيز بن سعود بن نايف", "وزير الداخلية", "SAU", "principal");
    let guest = d.person("إرجان سادينوف", "وزير الداخلية الكازاخستاني", "KAZ", "principal");
    Meeting {
        part_of: None,
        judged: vec![],
        id: "e1".into(),
        kind: "MEET".into(),
        mode: Some("reception".into()),
        status: "happened".into(),
        main: true,
        date: Some(EventDate {
            value: "2026-01-15".into(),
            precision: "day".into(),
            words: d.words("الخميس"),
        }),
        date_evidence: Some(d.quote("الخميس")),
        place: Some(PlaceLine {
            text: "مكتبه بالوزارة".into(),
            state: Some("SAU".into()),
            evidence: d.quote("مكتبه بالوزارة"),
        }),
        sides: vec![side("SAU", "host", vec![host]), side("KAZ", "guest", vec![guest])],
        topics: vec![TopicLine {
            topic: "security".into(),
            text: "الأمني".into(),
            evidence: d.quote("الأمني"),
        }],
        agreements: vec![],
        document: d.id.into(),
        also_in: vec![],
        evidence: vec![d.quote("استقبل"), d.quote("بحثا")],
        method: "rule:ar.meet.receive@ar-0.1".into(),
        confidence: None,
    }
}

pub fn jeddah() -> Meeting {
    let d = &JEDDAH;
    let host = d.person("Mohammed bin Salman", "Crown Prince", "SAU", "principal");
    let guest = d.person("Kassym-Jomart Tokayev", "President", "KAZ", "principal");
    Meeting {
        part_of: None,
        judged: vec![],
        id: "e2".into(),
        kind: "MEET".into(),
        mode: Some("reception".into()),
        status: "happened".into(),
        main: true,
        date: Some(EventDate {
            value: "2022-07-24".into(),
            precision: "day".into(),
            words: d.words("24 July 2022"),
        }),
        date_evidence: Some(d.quote("24 July 2022")),
        place: Some(PlaceLine {
            text: "Jeddah".into(),
            state: Some("SAU".into()),
            evidence: d.quote("Jeddah"),
        }),
        sides: vec![side("SAU", "host", vec![host]), side("KAZ", "guest", vec![guest])],
        topics: vec![TopicLine {
            topic: "energy".into(),
            text: "energy".into(),
            evidence: d.quote("energy"),
        }],
        agreements: vec![],
        document: d.id.into(),
        also_in: vec![],
        evidence: vec![d.quote("received")],
        method: "rule:en.meet.receive@en-0.1".into(),
        confidence: None,
    }
}

pub fn verdict(verdict: VerdictKind, why: Why, indicator: Option<&str>) -> Verdict {
    Verdict { verdict, why, indicator: indicator.map(Into::into), rows: vec![] }
}

pub fn none(kind: VerdictKind, reason: Reason) -> Option<Verdict> {
    Some(verdict(kind, Why::None { reason }, None))
}

fn area(area: &str, claims: Vec<ClaimLine>) -> Area {
    Area { area: area.into(), claims }
}

/// The whole sample.
pub fn brief() -> Brief {
    let d = &RECEPTION;
    let positions = Why::Positions(Positions {
        year: 2021,
        joint: 84,
        same: 69,
        opposite: 1,
        agree: 0.8214,
        mean_of_all_pairs: 0.7167,
        pairs: 17568,
        percentile: 0.5823,
        rank_of_b_for_a: 91,
        partners_of_a: 188,
        rank_of_a_for_b: 105,
        partners_of_b: 188,
        likeness: Likeness::Identical,
        stale: false,
    });
    let windows = Why::Windows(Windows {
        first_year: 2000,
        first: 36.0,
        last_year: 2014,
        last: 22.0,
        unit: "million current USD".into(),
        windows: 78,
        in_direction: 31,
        share: 0.3974,
        direction: "up".into(),
        stale: true,
    });
    let trade_key = "trade_cow_musd_imports_of_a_from_b__imports_of_b_from_a";
    let votes =
        [(2018, 105, 88, 0.741), (2019, 98, 83, 0.738), (2020, 99, 86, 0.729), (2021, 84, 69, 0.7167)];
    let trade = [
        (2009, Some(0.0), Some(3.0)),
        (2010, Some(12.0), Some(4.0)),
        (2011, Some(4.0), Some(10.0)),
        (2012, Some(4.0), Some(17.0)),
        (2013, None, Some(17.0)),
        (2014, Some(4.0), Some(18.0)),
    ];
    Brief {
        judgements: vec![],
        pair: ["SAU".into(), "KAZ".into()],
        as_of: Some("2026-01-15".into()),
        counts: Counts {
            documents: 2,
            meetings: 2,
            undated: 0,
            persons: 4,
            claims: 4,
            checked: 3,
            supported: 0,
            partly: 2,
            contradicted: 0,
            not_checkable: 1,
            not_a_claim: 1,
            not_checked: 0,
        },
        gaps: vec![],
        meetings: vec![reception(), jeddah()],
        areas: vec![
            area(
                "politics",
                vec![
                    d.claim(
                        "مواقف متطابقة أو متشابهة تجاه القضايا العالمية",
                        "level",
                        None,
                        Some(verdict(VerdictKind::Partly, positions, Some("votes"))),
                    ),
                    d.claim("تطلع إلى شراكة متنامية", "aim", None, none(VerdictKind::NotAClaim, Reason::Aim)),
                ],
            ),
            area(
                "trade",
                vec![d.claim(
                    "نمو في التبادل التجاري",
                    "trend",
                    Some("up"),
                    Some(verdict(VerdictKind::Partly, windows, Some(trade_key))),
                )],
            ),
            area(
                "mobility",
                vec![d.claim(
                    "زيادة تدفق السياح السعوديين إلى كازاخستان",
                    "trend",
                    Some("up"),
                    none(VerdictKind::NotCheckable, Reason::NoIndicator),
                )],
            ),
        ],
        occupancies: vec![Occupancy {
            judged: vec![],
            called: BTreeMap::from([("ru".into(), "Ержан Саденов".into())]),
            name: "إرجان سادينوف".into(),
            spellings: vec!["Yerzhan Sadenov".into()],
            party: Some("KAZ".into()),
            office: Some(d.office("وزير الداخلية الكازاخستاني", "KAZ")),
            first_seen: Some("2026-01-15".into()),
            last_seen: Some("2026-01-15".into()),
            documents: vec![d.id.into()],
            evidence: vec![d.quote("إرجان سادينوف")],
        }],
        votes: Some(VoteSeries {
            points: votes
                .into_iter()
                .map(|(year, joint, same, mean)| VotePoint {
                    year,
                    joint,
                    same,
                    agree: f64::from(same) / f64::from(joint),
                    mean_of_all_pairs: Some(mean),
                    percentile: None,
                    rows: vec![row(
                        "unga_votes",
                        "votes.csv",
                        year as u32 - 2000,
                        ("SAUDI ARABIA", 160),
                        "Y",
                    )],
                })
                .collect(),
        }),
        trade: Some(TradeSeries {
            unit: "million current USD".into(),
            points: trade
                .into_iter()
                .map(|(year, a, b)| TradePoint {
                    year,
                    imports_of_a_from_b: a,
                    imports_of_b_from_a: b,
                    rows: vec![row("trade_cow", "dyadic.csv", year as u32 - 1900, ("flow1", 6), "4")],
                })
                .collect(),
        }),
        documents: vec![RECEPTION.used(), JEDDAH.used()],
        files: vec![FileUsed {
            source: "trade_cow".into(),
            title: "Trade data set".into(),
            publisher: "Correlates of War".into(),
            licence: "free with citation".into(),
            unit: "million current USD".into(),
            name: "dyadic.csv".into(),
            sha256: "fedcba9876543210".into(),
            vintage: "4.0".into(),
        }],
    }
}
