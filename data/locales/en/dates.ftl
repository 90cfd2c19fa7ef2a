### How this language writes numbers and days. Gregorian; digits 0-9 everywhere.
### Origin: own wording; licence MIT OR Apache-2.0.

dir = ltr
group = ,
decimal = .
percent = { $value }%
range = { $from }–{ $to }
list-separator = {", "}
dot-separator = {" · "}
colon = {": "}
quote-open = “
quote-close = ”

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

## The same as they stand without a day
month-alone-1 = January
month-alone-2 = February
month-alone-3 = March
month-alone-4 = April
month-alone-5 = May
month-alone-6 = June
month-alone-7 = July
month-alone-8 = August
month-alone-9 = September
month-alone-10 = October
month-alone-11 = November
month-alone-12 = December

## Monday is 1
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday

date-long = { $weekday } { $day } { $month } { $year }
date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-year = { $year }
date-interval = { $from } to { $to }
date-weekday = { $weekday }, no date given
date-unknown = no date given
date-released = no date, released { $date }
