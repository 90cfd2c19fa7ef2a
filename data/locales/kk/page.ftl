### The fixed words of a brief. Origin: own wording; licence MIT OR Apache-2.0.

app-name = Махдар
app-line = мемлекеттер арасындағы қатынастардың ашық тізілімі
page-title = { $a } және { $b } · Махдар
brief = Анықтама
pair-join = {" және "}
as-of = { $date } жағдайы бойынша
as-of-all = Тізілімдегінің бәрі
evidence = Негіздер
language = Тіл

## Counted things
n-documents = { $n } құжат
n-meetings = { $n } кездесу
n-persons = { $n } адам
n-claims = { $n } тұжырым
n-undated =
    { $n ->
        [0] бәрінің күні бар
       *[other] { $n } күні көрсетілмеген
    }
n-supported = дәлелденеді: { $n }
n-partly = ішінара: { $n }
n-contradicted = қайшы: { $n }
n-not-checkable = тексеруге болмайды: { $n }
n-not-a-claim = факт туралы емес: { $n }
n-not-checked = тексерілмеген: { $n }

## Sections
section-latest = Соңғы кездесулер
section-earlier = Одан бұрын
section-timeline = Жылдар бойынша
section-claims = Не айтылады және деректер не көрсетеді
section-figures = Сандармен
section-people = Кім қандай лауазымда көрінді
section-agreements = Келісімдер мен міндеттемелер
section-gaps = Не жетіспейді
section-notes = Негіздер
section-sources = Дереккөздер

## The strip of facts
fact-documents = Құжаттар
fact-meetings = Кездесулер мен байланыстар
fact-people = Лауазымды тұлғалар
fact-claims = Қатынас туралы тұжырымдар
fact-votes = БҰҰ-дағы бірдей дауыс
fact-trade = Екі бағыттағы импорт
fact-year = { $year } жылы
fact-mean = { $year } жылы; барлық жұптың орташасы { $mean }
fact-claims-checked = тексерілгені: { $n }

## A meeting
nobody-named = ешкімнің аты аталмаған
side-unknown = тарап аталмаған
told-on-the-way = жол-жөнекей айтылған
only-likely = ықтимал: бүкіл хабардан шығады (осындайдың { $share } дұрыс болған)
part-of = аясында: { $what }, { $date }
corrected-by-hand = қолмен түзетілген: { $reason } ({ $by }, { $date })
name-withheld = аты-жөні жасырылған
with-also = бірге: { $parties }
accredited = аккредиттелген елі: { $state }
agreement-signed-by = қол қойғандар: { $names }
undated-not-drawn = Күні көрсетілмегендіктен салынбағаны: { $n }
others-listed = және басқалар: { $n }

## A claim
stated-by = дереккөз: { $source }
stated-by-unknown = баспагері көрсетілмеген құжат бойынша
quoting = айтқан: { $by }
negated = теріске шығарылады
hedged = ескертумен

## Charts and their tables
timeline-title = Кездесулер: { $a } және { $b }, { $from }–{ $to }
timeline-item = { $what }, { $date }
key-host = қабылдаушы: { $party }
key-other = басқа тарап немесе қабылдаушы белгісіз
chart-votes = БҰҰ Бас Ассамблеясындағы бірдей дауыс
chart-votes-note = { $from }–{ $to }; екі тарап та жақтап, қарсы немесе қалыс дауыс берген барлық қарар
chart-votes-mean = барлық жұптың орташасы
chart-votes-pair = осы жұп
chart-trade = Импорттаушы хабарлаған импорт
chart-trade-note = { $unit }, { $from }–{ $to }
imports-of = Импорт: { $b } → { $a }
as-table = Жыл сайын
unknown = белгісіз
col-year = Жыл
col-same = Бірдей дауыс
col-joint = Ортақ дауыс беру
col-share = Үлесі
col-mean = Барлық жұптың орташасы
col-evidence = Негіз

## People
col-name = Аты
col-office = Лауазымы, құжаттағыдай
col-seen = Осы лауазымда көрінді
seen-between = { $from } — { $to }
also-spelt = басқаша жазылуы: { $names }
no-office = лауазымы айтылмаған

## What is missing
gap-nothing-recorded = { $a } және { $b } арасында ештеңе жазылмаған.
gap-no-meetings = Құжаттарда екі мемлекет аталады, бірақ олардың кездесуі жоқ.
gap-one-document = Мұндағының бәрі бір құжаттан алынған.
gap-undated-meeting = { $n } кездесудің күні жоқ: құжатта айтылмаған, ал болжам жасалмайды.
gap-undated-document = Кемінде бір құжаттың жарияланған күні белгісіз, сондықтан ондағы апта күндері анықталмады.
gap-one-side-unnamed = Екі тараптың бірінен ешкімнің аты аталмаған.
gap-no-claims = Құжаттарда қатынас туралы тұжырым жоқ.
gap-no-votes = Бұл жұп бойынша дауыс беру деректері жүктелмеген.
gap-no-trade = Бұл жұп бойынша сауда деректері жүктелмеген.
gap-none = Белгілі олқылық жоқ.

## Notes and sources
note-in-title = тақырыпта
note-no-source = баспагері көрсетілмеген
note-undated = жарияланған күні көрсетілмеген
note-untitled = тақырыпсыз
note-column = { $column } бағаны
note-line = { $line }-жол
note-lines = жолдар: { $lines }
note-vintage = басылым { $vintage }
note-used = пайдаланылған сөздер: { $words }
note-back = жолына қайту
version = { $n }-нұсқа
licence = лицензия: { $licence }
fingerprint = саусақ ізі { $hash }
