### The fixed words of a brief. Origin: own wording; licence MIT OR Apache-2.0.

app-name = Mahdar
app-line = an open register of relations between states
page-title = { $a } and { $b } · Mahdar
brief = Brief
pair-join = {" and "}
as-of = As of { $date }
as-of-all = Everything in the record
evidence = Evidence
language = Language

## Counted things
n-documents =
    { $n ->
        [one] { $n } document
       *[other] { $n } documents
    }
n-meetings =
    { $n ->
        [one] { $n } meeting
       *[other] { $n } meetings
    }
n-persons =
    { $n ->
        [one] { $n } person
       *[other] { $n } people
    }
n-claims =
    { $n ->
        [one] { $n } claim
       *[other] { $n } claims
    }
n-undated =
    { $n ->
        [0] all dated
       *[other] { $n } without a date
    }
n-supported = { $n } supported
n-partly = { $n } partly
n-contradicted = { $n } contradicted
n-not-checkable = { $n } not checkable
n-not-a-claim = { $n } not of fact
n-not-checked = { $n } not checked

## Sections
section-latest = Latest meetings
section-earlier = Before that
section-timeline = Through the years
section-claims = What is said, and what the data say
section-figures = In figures
section-people = Who was seen in which office
section-agreements = Agreements and commitments
section-gaps = What is missing
section-notes = Evidence
section-sources = Sources

## The strip of facts
fact-documents = Documents
fact-meetings = Meetings and contacts
fact-people = Officials
fact-claims = Claims about the relation
fact-votes = Same vote in the UN
fact-trade = Imports both ways
fact-year = in { $year }
fact-mean = in { $year }; mean of all pairs { $mean }
fact-claims-checked = { $n } of them checked

## A meeting
nobody-named = nobody is named
side-unknown = side not told
told-on-the-way = told on the way
only-likely = likely: told by the report as a whole ({ $share } of such were right)
part-of = part of: { $what }, { $date }
corrected-by-hand = corrected by hand: { $reason } ({ $by }, { $date })
name-withheld = name withheld
with-also = with { $parties }
accredited = to { $state }
agreement-signed-by = signed by { $names }
undated-not-drawn = Without a date, and so not drawn: { $n }
others-listed = further names: { $n }

## A claim
stated-by = according to { $source }
stated-by-unknown = according to a document without a publisher
quoting = quoting { $by }
negated = denied
hedged = hedged

## Charts and their tables
timeline-title = Meetings of { $a } and { $b } from { $from } to { $to }
timeline-item = { $what }, { $date }
key-host = host: { $party }
key-other = another party, or no known host
chart-votes = Same vote in the UN General Assembly
chart-votes-note = { $from } to { $to }; every resolution on which both voted yes, no or abstained
chart-votes-mean = mean of all pairs
chart-votes-pair = these two
chart-trade = Imports as the importer reports them
chart-trade-note = { $unit }, { $from } to { $to }
imports-of = Imports of { $a } from { $b }
as-table = Year by year
unknown = unknown
col-year = Year
col-same = Same vote
col-joint = Joint votes
col-share = Share
col-mean = Mean of all pairs
col-evidence = Evidence

## People
col-name = Name
col-office = Office as written
col-seen = Seen in it
seen-between = { $from } to { $to }
also-spelt = also spelt: { $names }
no-office = no office told

## What is missing
gap-nothing-recorded = Nothing is recorded between { $a } and { $b }.
gap-no-meetings = Documents speak of the two states, but tell of no meeting between them.
gap-one-document = All there is comes from one document.
gap-undated-meeting =
    { $n ->
        [one] One meeting has no date: its document gives none, and none is guessed.
       *[other] { $n } meetings have no date: their documents give none, and none is guessed.
    }
gap-undated-document = The day of release of at least one document is unknown, so no weekday in it can be resolved.
gap-one-side-unnamed = Nobody is named on one of the two sides.
gap-no-claims = The documents make no claim about the relation.
gap-no-votes = No votes are imported for the two states.
gap-no-trade = No trade is imported for the two states.
gap-none = No gaps are known.

## Notes and sources
note-in-title = in the title
note-no-source = no publisher
note-undated = no day of release
note-untitled = untitled
note-column = column { $column }
note-line = line { $line }
note-lines = lines { $lines }
note-vintage = edition { $vintage }
note-used = words used: { $words }
note-back = back to the line
version = version { $n }
licence = licence: { $licence }
fingerprint = fingerprint { $hash }
