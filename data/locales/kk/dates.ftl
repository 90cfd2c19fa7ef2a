### How this language writes numbers and days. Gregorian; digits 0-9 everywhere.
### Origin: own wording; licence MIT OR Apache-2.0.

dir = ltr
group = {"\u00A0"}
decimal = ,
percent = { $value }{"\u00A0"}%
range = { $from }–{ $to }
list-separator = {", "}
dot-separator = {" · "}
colon = {": "}
quote-open = «
quote-close = »

month-1 = қаңтар
month-2 = ақпан
month-3 = наурыз
month-4 = сәуір
month-5 = мамыр
month-6 = маусым
month-7 = шілде
month-8 = тамыз
month-9 = қыркүйек
month-10 = қазан
month-11 = қараша
month-12 = желтоқсан

## The same as they stand without a day
month-alone-1 = қаңтар
month-alone-2 = ақпан
month-alone-3 = наурыз
month-alone-4 = сәуір
month-alone-5 = мамыр
month-alone-6 = маусым
month-alone-7 = шілде
month-alone-8 = тамыз
month-alone-9 = қыркүйек
month-alone-10 = қазан
month-alone-11 = қараша
month-alone-12 = желтоқсан

## Monday is 1
weekday-1 = дүйсенбі
weekday-2 = сейсенбі
weekday-3 = сәрсенбі
weekday-4 = бейсенбі
weekday-5 = жұма
weekday-6 = сенбі
weekday-7 = жексенбі

date-long = { $year } жылғы { $day } { $month }, { $weekday }
date-day = { $year }{"\u00A0"}ж. { $day }{"\u00A0"}{ $month }
date-month = { $year }{"\u00A0"}ж. { $month }
date-year = { $year } жыл
date-interval = { $from } — { $to }
date-weekday = { $weekday }, күні көрсетілмеген
date-unknown = күні көрсетілмеген
date-released = күні жоқ, { $date } жарияланған
