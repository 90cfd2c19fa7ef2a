### Words for the closed classes of the record: event types, statuses, parts, areas, relations, topics.
### Keys are the ids of the wire contract. Origin: own wording; licence MIT OR Apache-2.0.

## Event types
event-MEET = Встреча
event-VISIT = Визит
event-CALL = Телефонный разговор
event-SIGN = Подписание
event-AGREE = Договорённость
event-STATEMENT = Заявление
event-APPEAL = Призыв
event-CREDENTIALS = Верительные грамоты
event-MESSAGE = Послание
event-INVITE = Приглашение
event-HOST = Проведение встречи
event-AID = Помощь
event-COOPERATE = Сотрудничество
event-MEDIATE = Посредничество
event-SANCTION = Санкции
event-EXPEL = Высылка
event-RECALL = Отзыв посла или понижение отношений
event-SUMMON = Вызов в министерство
event-THREATEN = Угроза
event-FORCE = Применение силы

## Modes of an event
mode-reception = приём
mode-talks = переговоры
mode-phone = по телефону
mode-video = по видеосвязи
mode-session = заседание совместной комиссии
mode-consultations = консультации
mode-margins = на полях мероприятия
mode-multilateral = многосторонняя встреча
mode-welcome = встреча в аэропорту
mode-farewell = проводы в аэропорту
mode-letter = письмо
mode-cable = телеграмма
mode-negotiation = переговорный процесс

## Statuses of an event
status-happened = состоялось
status-planned = запланировано
status-postponed = отложено или отменено
status-denied = опровергнуто
status-hypothetical = возможно

## Parts of a side, roles of a participant
part-host = принимающая сторона
part-guest = гость
part-actor = действующая сторона
part-recipient = адресат
part-party = сторона
role-principal = глава стороны
role-attendee = присутствовал(а)
role-signatory = подписал(а)
acting = и. о.
former = в прошлом

## Areas of a relation
area-politics = Политика
area-economy = Экономика
area-trade = Торговля
area-security = Безопасность
area-energy = Энергетика
area-mobility = Туризм и поездки
area-culture = Культура и религия
area-education = Образование
area-technology = Технологии
area-environment = Экология и сельское хозяйство
area-consular = Консульские и гуманитарные вопросы
area-other = Другие области

## Relations of a claim
relation-level = уровень
relation-trend = динамика
relation-compare = сравнение
relation-exists = наличие
relation-first = первенство
relation-rank = место в ряду
relation-planned = план
relation-aim = цель или оценка
direction-up = рост
direction-down = снижение

## Topics
topic-security = безопасность
topic-economy = экономика
topic-trade = торговля
topic-politics = политика
topic-tourism = туризм
topic-culture = культура
topic-energy = энергетика
topic-education = образование
topic-health = здравоохранение
topic-transport = транспорт
topic-environment = экология
topic-technology = технологии
topic-humanitarian = гуманитарные вопросы
topic-military = военные вопросы
topic-legal = правовые вопросы

## Documents between parties
agreement-treaty = договор
agreement-agreement = соглашение
agreement-memorandum = меморандум о взаимопонимании
agreement-protocol = протокол
agreement-programme = программа
agreement-statement = совместное заявление
agreement-contract = контракт
agreement-declaration = декларация
agreement-convention = конвенция
agreement-roadmap = дорожная карта
agreement-plan = план
agreement-document = документ
agreement-status-discussed = обсуждается
agreement-status-signed = подписано
agreement-status-ratified = ратифицировано
agreement-status-in-force = действует
agreement-status-done = исполнено

## Verdicts on claims
verdict-supported = подтверждается
verdict-partly = отчасти
verdict-contradicted = противоречит данным
verdict-not-checkable = проверить нельзя
verdict-not-a-claim = не утверждение о факте
verdict-unchecked = не проверено

## Languages, by their own names
lang-ar = العربية
lang-en = English
lang-ru = Русский
lang-kk = Қазақша
