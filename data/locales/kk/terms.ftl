### Words for the closed classes of the record: event types, statuses, parts, areas, relations, topics.
### Keys are the ids of the wire contract. Origin: own wording; licence MIT OR Apache-2.0.

## Event types
event-MEET = Кездесу
event-VISIT = Сапар
event-CALL = Телефон арқылы сөйлесу
event-SIGN = Қол қою
event-AGREE = Уағдаластық
event-STATEMENT = Мәлімдеме
event-APPEAL = Үндеу
event-CREDENTIALS = Сенім грамоталары
event-MESSAGE = Жолдау
event-INVITE = Шақыру
event-HOST = Іс-шара өткізу
event-AID = Көмек
event-COOPERATE = Ынтымақтастық
event-MEDIATE = Делдалдық
event-SANCTION = Санкциялар
event-EXPEL = Елден шығару
event-RECALL = Елшіні кері шақыру немесе қатынасты төмендету
event-SUMMON = Министрлікке шақырту
event-THREATEN = Қоқан-лоққы
event-FORCE = Күш қолдану

## Modes of an event
mode-reception = қабылдау
mode-talks = келіссөздер
mode-phone = телефон арқылы
mode-video = бейнебайланыс арқылы
mode-session = бірлескен комиссия отырысы
mode-consultations = кеңесу
mode-margins = жиын аясында
mode-multilateral = көпжақты кездесу
mode-welcome = әуежайда қарсы алу
mode-farewell = әуежайда шығарып салу
mode-letter = хат
mode-cable = жеделхат
mode-negotiation = келіссөз үдерісі

## Statuses of an event
status-happened = өтті
status-planned = жоспарланған
status-postponed = кейінге қалдырылған немесе тоқтатылған
status-denied = теріске шығарылған
status-hypothetical = мүмкін

## Parts of a side, roles of a participant
part-host = қабылдаушы тарап
part-guest = қонақ
part-actor = әрекет етуші тарап
part-recipient = қабылдап алушы
part-party = тарап
role-principal = тарап басшысы
role-attendee = қатысушы
role-signatory = қол қоюшы
acting = міндетін атқарушы
former = бұрынғы

## Areas of a relation
area-politics = Саясат
area-economy = Экономика
area-trade = Сауда
area-security = Қауіпсіздік
area-energy = Энергетика
area-mobility = Туризм және сапар
area-culture = Мәдениет және дін
area-education = Білім
area-technology = Технология
area-environment = Экология және ауыл шаруашылығы
area-consular = Консулдық және гуманитарлық мәселелер
area-other = Басқа салалар

## Relations of a claim
relation-level = деңгей
relation-trend = үрдіс
relation-compare = салыстыру
relation-exists = бар болуы
relation-first = алғашқылық
relation-rank = орын
relation-planned = жоспар
relation-aim = мақсат немесе сипаттама
direction-up = өсу
direction-down = төмендеу

## Topics
topic-security = қауіпсіздік
topic-economy = экономика
topic-trade = сауда
topic-politics = саясат
topic-tourism = туризм
topic-culture = мәдениет
topic-energy = энергетика
topic-education = білім
topic-health = денсаулық сақтау
topic-transport = көлік
topic-environment = экология
topic-technology = технология
topic-humanitarian = гуманитарлық мәселелер
topic-military = әскери мәселелер
topic-legal = құқықтық мәселелер

## Documents between parties
agreement-treaty = шарт
agreement-agreement = келісім
agreement-memorandum = өзара түсіністік туралы меморандум
agreement-protocol = хаттама
agreement-programme = бағдарлама
agreement-statement = бірлескен мәлімдеме
agreement-contract = келісімшарт
agreement-declaration = декларация
agreement-convention = конвенция
agreement-roadmap = жол картасы
agreement-plan = жоспар
agreement-document = құжат
agreement-status-discussed = талқыланды
agreement-status-signed = қол қойылды
agreement-status-ratified = ратификацияланды
agreement-status-in-force = күшінде
agreement-status-done = орындалды

## Verdicts on claims
verdict-supported = дәлелденеді
verdict-partly = ішінара
verdict-contradicted = деректерге қайшы
verdict-not-checkable = тексеруге болмайды
verdict-not-a-claim = факт туралы тұжырым емес
verdict-unchecked = тексерілмеген

## Languages, by their own names
lang-ar = العربية
lang-en = English
lang-ru = Русский
lang-kk = Қазақша
