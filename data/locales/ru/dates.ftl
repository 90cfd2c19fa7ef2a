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

month-1 = января
month-2 = февраля
month-3 = марта
month-4 = апреля
month-5 = мая
month-6 = июня
month-7 = июля
month-8 = августа
month-9 = сентября
month-10 = октября
month-11 = ноября
month-12 = декабря

## The same as they stand without a day
month-alone-1 = январь
month-alone-2 = февраль
month-alone-3 = март
month-alone-4 = апрель
month-alone-5 = май
month-alone-6 = июнь
month-alone-7 = июль
month-alone-8 = август
month-alone-9 = сентябрь
month-alone-10 = октябрь
month-alone-11 = ноябрь
month-alone-12 = декабрь

## Monday is 1
weekday-1 = понедельник
weekday-2 = вторник
weekday-3 = среда
weekday-4 = четверг
weekday-5 = пятница
weekday-6 = суббота
weekday-7 = воскресенье

date-long = { $weekday }, { $day }{"\u00A0"}{ $month } { $year }{"\u00A0"}г.
date-day = { $day }{"\u00A0"}{ $month } { $year }{"\u00A0"}г.
date-month = { $month } { $year }{"\u00A0"}г.
date-year = { $year }{"\u00A0"}г.
date-interval = { $from } — { $to }
date-weekday = { $weekday }, без даты
date-unknown = без даты
date-released = без даты, опубликовано { $date }
