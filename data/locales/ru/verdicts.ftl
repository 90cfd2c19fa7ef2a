### The sentence after a verdict: number, definition, baseline, rank, period.
### Origin: own wording; licence MIT OR Apache-2.0.

why-positions =
    Стороны голосовали одинаково в { $same } из { $joint ->
        [one] { $joint } общего голосования
       *[other] { $joint } общих голосований
    } { $year } года, то есть { $agree }; среднее по всем парам — { $mean }. { $b } — на { $rank_b }-м месте среди { $partners_a } партнёров ({ $a }), { $a } — на { $rank_a }-м месте среди { $partners_b } партнёров ({ $b }).
why-opposite =
    { $n ->
        [0] Противоположных голосов не было.
        [one] Противоположно они голосовали { $n } раз.
        [few] Противоположно они голосовали { $n } раза.
       *[other] Противоположно они голосовали { $n } раз.
    }
why-percentile = Они голосуют ближе друг к другу, чем { $percentile } всех пар.
why-not-identical = Значит, позиции не совпадают полностью.
why-windows-up = Рост отмечен в { $in } из { $windows } возможных отрезков между { $first_year } и { $last_year } годами ({ $share }): с { $first } до { $last }, { $unit }.
why-windows-down = Снижение отмечено в { $in } из { $windows } возможных отрезков между { $first_year } и { $last_year } годами ({ $share }): с { $first } до { $last }, { $unit }.
why-level-exact = Утверждается { $claimed }, по данным — { $value } в { $year } году, { $unit }.
why-level-about = Утверждается около { $claimed }, по данным — { $value } в { $year } году, { $unit }.
why-level-more = Утверждается больше { $claimed }, по данным — { $value } в { $year } году, { $unit }.
why-level-less = Утверждается меньше { $claimed }, по данным — { $value } в { $year } году, { $unit }.
why-compare = С { $from } в { $from_year } году до { $to } в { $to_year } году, { $unit }: отношение { $ratio }.
why-balance = Продажи в { $to_year } году, { $unit }: { $a } — { $to }, { $b } — { $from }; отношение { $ratio }.
why-rank = Место { $rank } среди { $partners } партнёров в { $year } году ({ $a }; партнёр — { $b }): { $value }, { $unit }. Первые: { $first }.
why-stale = Данные заканчиваются { $year } годом и о более поздних годах ничего не говорят.
why-data = Данные: { $indicator }.

## Why there is no figure
reason-aim = Цель, пожелание или похвала.
reason-planned = Речь о будущем.
reason-no-indicator = Открытых данных, которые это решают, нет.
reason-not-imported = Данных, которые это решают, в этом реестре нет.
reason-no-row = В данных нет строки для этой пары за этот период.
reason-incomplete = В утверждении не хватает числа, года или государства; проверить нельзя.
reason-stale = Данные заканчиваются задолго до утверждения: не подтверждают его и не опровергают.
reason-unchecked = Данные, которые могли бы это решить, не загружены.
would-do = Нужно: { $indicator }.

## What would make an area checkable
needs-politics = поимённые голосования Генеральной Ассамблеи или оценки позиций
needs-economy = таблица прямых инвестиций по странам-партнёрам
needs-trade = таблица торговли по странам-партнёрам и товарам
needs-security = опубликованный перечень совместных операций или соглашений
needs-energy = таблица торговли энергией по странам-партнёрам
needs-mobility = таблица прибытий по гражданству
needs-culture = опубликованный перечень программ и их финансирования
needs-education = таблица студентов и стипендий по гражданству
needs-technology = опубликованный перечень совместных проектов
needs-environment = опубликованная таблица проектов или торговли сельхозпродукцией
needs-consular = опубликованная таблица услуг или помощи

## Indicators, by the keys of the measures
indicator-votes = поимённые голосования Генеральной Ассамблеи ООН
indicator-votes_series = поимённые голосования Генеральной Ассамблеи ООН по годам
indicator-votes_by_issue_2010_2019_unvotes = голосования Генеральной Ассамблеи по темам, 2010–2019
indicator-ideal_point_distance = расстояние между оценками позиций
indicator-trade_cow_musd_imports_of_a_from_b__imports_of_b_from_a = двусторонняя торговля, Correlates of War
indicator-trade_itpd_const2010usd_row_a_col_b__row_b_col_a = международная и внутренняя торговля
indicator-trade_penppml_usd_a_to_b__b_to_a = экспорт по данным экспортёра
indicator-trade_comtrade_totals_usd = итоги торговли в Comtrade
indicator-mirror_ratio_imports_over_exports = отношение данных импортёра к данным экспортёра
indicator-fdi_position_musd_reported = накопленные прямые инвестиции
indicator-arms_tiv = поставки вооружений
indicator-atop_last = союзные обязательства
indicator-bit_2020 = двусторонние инвестиционные договоры
indicator-direct_flights_2014 = прямые авиарейсы
indicator-distance_km = расстояние, граница и язык
indicator-igo_2014_cow = общее членство в организациях, 2014
indicator-igo_factbook_2026 = общее членство в организациях, 2026
indicator-missions_2022 = дипломатические представительства
indicator-refugees_asylum_seekers = беженцы и просители убежища
indicator-students_uis = студенты за рубежом
indicator-visa = визовые требования

## Units
unit-million-current-usd = млн долл. США в текущих ценах
unit-usd = долл. США
unit-const2010usd = долл. США в ценах 2010 года
unit-persons = чел.
unit-km = км
unit-percent = процентов
unit-count = (количество)
unit-share = (доля)
unit-routes = маршрутов
unit-days = дней
