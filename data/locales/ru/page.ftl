### The fixed words of a brief. Origin: own wording; licence MIT OR Apache-2.0.

app-name = Махдар
app-line = открытый реестр отношений между государствами
page-title = { $a } и { $b } · Махдар
brief = Справка
pair-join = {" и "}
as-of = По состоянию на { $date }
as-of-all = Всё, что есть в реестре
evidence = Основания
language = Язык

## Counted things
n-documents =
    { $n ->
        [one] { $n } документ
        [few] { $n } документа
        [many] { $n } документов
       *[other] { $n } документа
    }
n-meetings =
    { $n ->
        [one] { $n } встреча
        [few] { $n } встречи
        [many] { $n } встреч
       *[other] { $n } встречи
    }
n-persons =
    { $n ->
        [one] { $n } человек
        [few] { $n } человека
        [many] { $n } человек
       *[other] { $n } человека
    }
n-claims =
    { $n ->
        [one] { $n } утверждение
        [few] { $n } утверждения
        [many] { $n } утверждений
       *[other] { $n } утверждения
    }
n-undated =
    { $n ->
        [0] все с датой
        [one] { $n } без даты
       *[other] { $n } без даты
    }
n-supported = подтверждается: { $n }
n-partly = отчасти: { $n }
n-contradicted = противоречит: { $n }
n-not-checkable = проверить нельзя: { $n }
n-not-a-claim = не о фактах: { $n }
n-not-checked = не проверено: { $n }

## Sections
section-latest = Последние встречи
section-earlier = Ранее
section-timeline = По годам
section-claims = Что говорят и что показывают данные
section-figures = В цифрах
section-people = Кто и в какой должности упомянут
section-agreements = Соглашения и обязательства
section-gaps = Чего не хватает
section-notes = Основания
section-sources = Источники

## The strip of facts
fact-documents = Документы
fact-meetings = Встречи и контакты
fact-people = Должностные лица
fact-claims = Утверждения об отношениях
fact-votes = Одинаковые голоса в ООН
fact-trade = Импорт в обе стороны
fact-year = { $year } г.
fact-mean = { $year } г.; среднее по всем парам { $mean }
fact-claims-checked = из них проверено: { $n }

## A meeting
nobody-named = никто не назван
side-unknown = сторона не названа
told-on-the-way = упомянуто попутно
only-likely = вероятно: следует из всего сообщения (верны { $share } таких)
part-of = в рамках: { $what }, { $date }
corrected-by-hand = исправлено вручную: { $reason } ({ $by }, { $date })
name-withheld = имя скрыто
with-also = вместе: { $parties }
accredited = аккредитация: { $state }
agreement-signed-by = подписали: { $names }
undated-not-drawn = Без даты и потому не показано: { $n }
others-listed = и другие: { $n }

## A claim
stated-by = по сообщению: { $source }
stated-by-unknown = по документу без издателя
quoting = со слов: { $by }
negated = отрицается
hedged = с оговоркой

## Charts and their tables
timeline-title = Встречи: { $a } и { $b }, { $from }–{ $to }
timeline-item = { $what }, { $date }
key-host = принимает { $party }
key-other = другая сторона или хозяин неизвестен
chart-votes = Одинаковые голоса в Генеральной Ассамблее ООН
chart-votes-note = { $from }–{ $to }; все резолюции, по которым обе стороны голосовали за, против или воздержались
chart-votes-mean = среднее по всем парам
chart-votes-pair = эта пара
chart-trade = Импорт по данным импортёра
chart-trade-note = { $unit }, { $from }–{ $to }
imports-of = Импорт: { $b } → { $a }
as-table = По годам
unknown = неизвестно
col-year = Год
col-same = Одинаково
col-joint = Общих голосований
col-share = Доля
col-mean = Среднее по всем парам
col-evidence = Основание

## People
col-name = Имя
col-office = Должность, как в документе
col-seen = Упомянут(а) в ней
seen-between = { $from } — { $to }
also-spelt = пишется также: { $names }
no-office = должность не указана

## What is missing
gap-nothing-recorded = Между сторонами { $a } и { $b } ничего не записано.
gap-no-meetings = Документы упоминают оба государства, но встреч между ними в них нет.
gap-one-document = Всё взято из одного документа.
gap-undated-meeting =
    { $n ->
        [one] { $n } встреча без даты: документ её не называет, а угадывать её мы не станем.
        [few] { $n } встречи без даты: документы её не называют, а угадывать её мы не станем.
        [many] { $n } встреч без даты: документы её не называют, а угадывать её мы не станем.
       *[other] { $n } встречи без даты: документы её не называют, а угадывать её мы не станем.
    }
gap-undated-document = День публикации хотя бы одного документа неизвестен, поэтому дни недели в нём не разрешены.
gap-one-side-unnamed = С одной из двух сторон никто не назван по имени.
gap-no-claims = Утверждений об отношениях в документах нет.
gap-no-votes = Данные о голосованиях для этой пары не загружены.
gap-no-trade = Данные о торговле для этой пары не загружены.
gap-none = Пробелов не известно.

## Notes and sources
note-in-title = в заголовке
note-no-source = без издателя
note-undated = без даты публикации
note-untitled = без заголовка
note-column = столбец { $column }
note-line = строка { $line }
note-lines = строки { $lines }
note-vintage = выпуск { $vintage }
note-used = использованные слова: { $words }
note-back = к строке
version = версия { $n }
licence = лицензия: { $licence }
fingerprint = отпечаток { $hash }
