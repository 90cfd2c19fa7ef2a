### The sentence after a verdict: number, definition, baseline, rank, period.
### Origin: own wording; licence MIT OR Apache-2.0.

why-positions =
    The two cast the same vote in { $same } of { $joint ->
        [one] { $joint } joint vote
       *[other] { $joint } joint votes
    } in { $year }, that is { $agree }; the mean of all pairs is { $mean }. { $b } ranks { $rank_b } among { $partners_a } partners of { $a }, and { $a } ranks { $rank_a } among { $partners_b } partners of { $b }.
why-opposite =
    { $n ->
        [0] They never voted against each other.
        [one] They voted against each other once.
       *[other] They voted against each other { $n } times.
    }
why-percentile = They vote closer together than { $percentile } of all pairs.
why-not-identical = So they are not identical.
why-windows-up = It rose in { $in } of { $windows } possible windows between { $first_year } and { $last_year } ({ $share }): from { $first } to { $last } { $unit }.
why-windows-down = It fell in { $in } of { $windows } possible windows between { $first_year } and { $last_year } ({ $share }): from { $first } to { $last } { $unit }.
why-level-exact = The claim says { $claimed }, the data { $value } { $unit } in { $year }.
why-level-about = The claim says about { $claimed }, the data { $value } { $unit } in { $year }.
why-level-more = The claim says more than { $claimed }, the data { $value } { $unit } in { $year }.
why-level-less = The claim says less than { $claimed }, the data { $value } { $unit } in { $year }.
why-compare = From { $from } in { $from_year } to { $to } in { $to_year }, { $unit }: a ratio of { $ratio }.
why-balance = { $a } sold { $to } and { $b } sold { $from } in { $to_year }, { $unit }: a ratio of { $ratio }.
why-rank = { $b } ranks { $rank } among { $partners } partners of { $a } in { $year }, with { $value } { $unit }. The first: { $first }.
why-stale = The data end in { $year } and say nothing about later years.
why-data = Data: { $indicator }.

## Why there is no figure
reason-aim = An aim, a wish or praise.
reason-planned = It speaks of the future.
reason-no-indicator = No open data decide it.
reason-not-imported = The data that decide it are not in this record.
reason-no-row = The data have no row for these two states in this period.
reason-incomplete = The claim lacks a number, a year or a state, and cannot be checked.
reason-stale = The data end long before the claim, and neither bear it out nor contradict it.
reason-unchecked = The data that might decide it are not imported.
would-do = Needed: { $indicator }.

## What would make an area checkable
needs-politics = the roll calls of the General Assembly, or ideal points
needs-economy = a table of direct investment by partner
needs-trade = a table of trade by partner and product
needs-security = a published list of joint operations or agreements
needs-energy = a table of energy trade by partner
needs-mobility = a table of arrivals by nationality
needs-culture = a published list of programmes and their funding
needs-education = a table of students and scholarships by nationality
needs-technology = a published list of joint projects
needs-environment = a published table of projects or of agricultural trade
needs-consular = a published table of services or aid

## Indicators, by the keys of the measures
indicator-votes = roll calls of the UN General Assembly
indicator-votes_series = roll calls of the UN General Assembly, year by year
indicator-votes_by_issue_2010_2019_unvotes = roll calls of the General Assembly by issue, 2010–2019
indicator-ideal_point_distance = distance between ideal points
indicator-trade_cow_musd_imports_of_a_from_b__imports_of_b_from_a = bilateral trade, Correlates of War
indicator-trade_itpd_const2010usd_row_a_col_b__row_b_col_a = international and domestic trade in production
indicator-trade_penppml_usd_a_to_b__b_to_a = exports as the exporter reports them
indicator-trade_comtrade_totals_usd = totals of trade in Comtrade
indicator-mirror_ratio_imports_over_exports = what the importer reports over what the exporter reports
indicator-fdi_position_musd_reported = positions of direct investment
indicator-arms_tiv = transfers of arms
indicator-atop_last = alliance obligations
indicator-bit_2020 = bilateral investment treaties
indicator-direct_flights_2014 = direct flights
indicator-distance_km = distance, border and language
indicator-igo_2014_cow = common memberships in organisations, 2014
indicator-igo_factbook_2026 = common memberships in organisations, 2026
indicator-missions_2022 = diplomatic missions
indicator-refugees_asylum_seekers = refugees and asylum seekers
indicator-students_uis = students abroad
indicator-visa = visa requirements

## Units
unit-million-current-usd = million current US$
unit-usd = US$
unit-const2010usd = US$ of 2010
unit-persons = persons
unit-km = km
unit-percent = per cent
unit-count = (count)
unit-share = (share)
unit-routes = routes
unit-days = days
