### The sentence after a verdict: number, definition, baseline, rank, period.
### Origin: own wording; licence MIT OR Apache-2.0.

why-positions = Екі ел { $year } жылы ортақ { $joint } дауыс берудің { $same } рет бірдей дауыс берді, яғни { $agree }; барлық жұптың орташасы — { $mean }. { $a } серіктестерінің ({ $partners_a }) ішінде { $b } — { $rank_b }-орында; { $b } серіктестерінің ({ $partners_b }) ішінде { $a } — { $rank_a }-орында.
why-opposite =
    { $n ->
        [0] Бір-біріне қарсы дауыс берген емес.
       *[other] Бір-біріне қарсы { $n } рет дауыс берді.
    }
why-percentile = Олар барлық жұптың { $percentile } бөлігінен жақынырақ дауыс береді.
why-not-identical = Демек, ұстанымдар толық бірдей емес.
why-windows-up = { $first_year } және { $last_year } жылдар арасындағы { $windows } кезеңнің { $in } кезеңінде өсті ({ $share }): { $first } → { $last }, { $unit }.
why-windows-down = { $first_year } және { $last_year } жылдар арасындағы { $windows } кезеңнің { $in } кезеңінде төмендеді ({ $share }): { $first } → { $last }, { $unit }.
why-level-exact = Тұжырымда { $claimed }, деректе { $value }, { $year } жыл, { $unit }.
why-level-about = Тұжырымда шамамен { $claimed }, деректе { $value }, { $year } жыл, { $unit }.
why-level-more = Тұжырымда көп дегенге шек { $claimed }, деректе { $value }, { $year } жыл, { $unit }.
why-level-less = Тұжырымда аз дегенге шек { $claimed }, деректе { $value }, { $year } жыл, { $unit }.
why-compare = { $from_year } жылы { $from }, { $to_year } жылы { $to }, { $unit }: қатынасы { $ratio }.
why-balance = { $to_year } жылғы сату, { $unit }: { $a } — { $to }, { $b } — { $from }; қатынасы { $ratio }.
why-rank = { $year } жылы { $a } серіктестерінің ({ $partners }) ішінде { $b } — { $rank }-орында: { $value }, { $unit }. Алғашқылары: { $first }.
why-stale = Деректер { $year } жылмен аяқталады, кейінгі жылдар туралы ештеңе айтпайды.
why-data = Деректер: { $indicator }.

## Why there is no figure
reason-aim = Мақсат, тілек немесе мадақ.
reason-planned = Болашақ туралы.
reason-no-indicator = Мұны шешетін ашық дерек жоқ.
reason-not-imported = Мұны шешетін деректер бұл тізілімде жоқ.
reason-no-row = Деректерде осы кезең үшін бұл жұптың жолы жоқ.
reason-incomplete = Тұжырымда сан, жыл немесе мемлекет жетіспейді; тексеруге болмайды.
reason-stale = Деректер тұжырымнан көп бұрын аяқталады: дәлелдемейді де, жоққа шығармайды да.
reason-unchecked = Мұны шеше алатын деректер жүктелмеген.
would-do = Қажет: { $indicator }.

## What would make an area checkable
needs-politics = Бас Ассамблеядағы атаулы дауыс беру немесе ұстаным бағалары
needs-economy = серіктес елдер бойынша тікелей инвестиция кестесі
needs-trade = серіктес елдер мен тауарлар бойынша сауда кестесі
needs-security = бірлескен іс-қимылдардың немесе келісімдердің жарияланған тізімі
needs-energy = серіктес елдер бойынша энергия саудасының кестесі
needs-mobility = азаматтығы бойынша келушілер кестесі
needs-culture = бағдарламалар мен олардың қаржысының жарияланған тізімі
needs-education = азаматтығы бойынша студенттер мен шәкіртақылар кестесі
needs-technology = бірлескен жобалардың жарияланған тізімі
needs-environment = жобалардың немесе ауыл шаруашылығы саудасының жарияланған кестесі
needs-consular = қызметтердің немесе көмектің жарияланған кестесі

## Indicators, by the keys of the measures
indicator-votes = БҰҰ Бас Ассамблеясындағы атаулы дауыс беру
indicator-votes_series = БҰҰ Бас Ассамблеясындағы атаулы дауыс беру, жыл сайын
indicator-votes_by_issue_2010_2019_unvotes = Бас Ассамблеядағы дауыс беру, тақырып бойынша, 2010–2019
indicator-ideal_point_distance = ұстаным бағаларының арақашықтығы
indicator-trade_cow_musd_imports_of_a_from_b__imports_of_b_from_a = екіжақты сауда, Correlates of War
indicator-trade_itpd_const2010usd_row_a_col_b__row_b_col_a = халықаралық және ішкі сауда
indicator-trade_penppml_usd_a_to_b__b_to_a = экспорттаушы хабарлаған экспорт
indicator-trade_comtrade_totals_usd = Comtrade саудасының жиынтығы
indicator-mirror_ratio_imports_over_exports = импорттаушы дерегінің экспорттаушы дерегіне қатынасы
indicator-fdi_position_musd_reported = жинақталған тікелей инвестиция
indicator-arms_tiv = қару-жарақ жеткізу
indicator-atop_last = одақтастық міндеттемелер
indicator-bit_2020 = екіжақты инвестициялық шарттар
indicator-direct_flights_2014 = тікелей әуе рейстері
indicator-distance_km = арақашықтық, шекара және тіл
indicator-igo_2014_cow = ұйымдарға ортақ мүшелік, 2014
indicator-igo_factbook_2026 = ұйымдарға ортақ мүшелік, 2026
indicator-missions_2022 = дипломатиялық өкілдіктер
indicator-refugees_asylum_seekers = босқындар мен баспана іздеушілер
indicator-students_uis = шетелдегі студенттер
indicator-visa = виза талаптары

## Units
unit-million-current-usd = ағымдағы бағамен млн АҚШ доллары
unit-usd = АҚШ доллары
unit-const2010usd = 2010 жылғы бағамен АҚШ доллары
unit-persons = адам
unit-km = км
unit-percent = пайыз
unit-count = (саны)
unit-share = (үлесі)
unit-routes = бағыт
unit-days = күн
