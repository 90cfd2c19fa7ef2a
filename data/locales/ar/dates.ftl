### How this language writes numbers and days. Gregorian; digits 0-9 everywhere.
### Origin: own wording; licence MIT OR Apache-2.0.

dir = rtl
group = ,
decimal = .
percent = { $value }%
range = { $from }–{ $to }
list-separator = {"، "}
dot-separator = {" · "}
colon = {": "}
quote-open = «
quote-close = »

month-1 = يناير
month-2 = فبراير
month-3 = مارس
month-4 = أبريل
month-5 = مايو
month-6 = يونيو
month-7 = يوليو
month-8 = أغسطس
month-9 = سبتمبر
month-10 = أكتوبر
month-11 = نوفمبر
month-12 = ديسمبر

## The same as they stand without a day
month-alone-1 = يناير
month-alone-2 = فبراير
month-alone-3 = مارس
month-alone-4 = أبريل
month-alone-5 = مايو
month-alone-6 = يونيو
month-alone-7 = يوليو
month-alone-8 = أغسطس
month-alone-9 = سبتمبر
month-alone-10 = أكتوبر
month-alone-11 = نوفمبر
month-alone-12 = ديسمبر

## Monday is 1
weekday-1 = الاثنين
weekday-2 = الثلاثاء
weekday-3 = الأربعاء
weekday-4 = الخميس
weekday-5 = الجمعة
weekday-6 = السبت
weekday-7 = الأحد

date-long = { $weekday } { $day } { $month } { $year }
date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-year = { $year }
date-interval = من { $from } إلى { $to }
date-weekday = { $weekday }، بلا تاريخ
date-unknown = بلا تاريخ
date-released = بلا تاريخ، نُشر في { $date }
