### Words for the closed classes of the record: event types, statuses, parts, areas, relations, topics.
### Keys are the ids of the wire contract. Origin: own wording; licence MIT OR Apache-2.0.

## Event types
event-MEET = لقاء
event-VISIT = زيارة
event-CALL = اتصال هاتفي
event-SIGN = توقيع
event-AGREE = اتفاق
event-STATEMENT = تصريح
event-APPEAL = دعوة إلى فعل
event-CREDENTIALS = أوراق اعتماد
event-MESSAGE = رسالة
event-INVITE = دعوة
event-HOST = استضافة
event-AID = مساعدة
event-COOPERATE = تعاون
event-MEDIATE = وساطة
event-SANCTION = عقوبات
event-EXPEL = طرد
event-RECALL = استدعاء سفير أو خفض علاقات
event-SUMMON = استدعاء إلى الوزارة
event-THREATEN = تهديد
event-FORCE = استخدام القوة

## Modes of an event
mode-reception = استقبال
mode-talks = محادثات
mode-phone = هاتفيا
mode-video = بالاتصال المرئي
mode-session = جلسة لجنة مشتركة
mode-consultations = مشاورات
mode-margins = على هامش اجتماع
mode-multilateral = اجتماع متعدد الأطراف
mode-welcome = استقبال في المطار
mode-farewell = توديع في المطار
mode-letter = خطاب
mode-cable = برقية
mode-negotiation = تفاوض

## Statuses of an event
status-happened = حدث
status-planned = مقرر
status-postponed = مؤجل أو ملغى
status-denied = نُفي وقوعه
status-hypothetical = محتمل

## Parts of a side, roles of a participant
part-host = المضيف
part-guest = الضيف
part-actor = الفاعل
part-recipient = المتلقي
part-party = طرف
role-principal = رئيس الجانب
role-attendee = حاضر
role-signatory = موقِّع
acting = مكلَّف
former = سابقا

## Areas of a relation
area-politics = السياسة
area-economy = الاقتصاد
area-trade = التجارة
area-security = الأمن
area-energy = الطاقة
area-mobility = السياحة والتنقل
area-culture = الثقافة والدين
area-education = التعليم
area-technology = التقنية
area-environment = البيئة والزراعة
area-consular = الشؤون القنصلية والإنسانية
area-other = مجالات أخرى

## Relations of a claim
relation-level = مستوى
relation-trend = اتجاه
relation-compare = مقارنة
relation-exists = وجود
relation-first = الأول من نوعه
relation-rank = ترتيب
relation-planned = خطة
relation-aim = هدف أو وصف
direction-up = صعود
direction-down = هبوط

## Topics
topic-security = الأمن
topic-economy = الاقتصاد
topic-trade = التجارة
topic-politics = السياسة
topic-tourism = السياحة
topic-culture = الثقافة
topic-energy = الطاقة
topic-education = التعليم
topic-health = الصحة
topic-transport = النقل
topic-environment = البيئة
topic-technology = التقنية
topic-humanitarian = الشؤون الإنسانية
topic-military = الشؤون العسكرية
topic-legal = الشؤون القانونية

## Documents between parties
agreement-treaty = معاهدة
agreement-agreement = اتفاقية
agreement-memorandum = مذكرة تفاهم
agreement-protocol = بروتوكول
agreement-programme = برنامج
agreement-statement = بيان مشترك
agreement-contract = عقد
agreement-declaration = إعلان
agreement-convention = اتفاقية متعددة الأطراف
agreement-roadmap = خارطة طريق
agreement-plan = خطة
agreement-document = وثيقة
agreement-status-discussed = نوقشت
agreement-status-signed = وُقّعت
agreement-status-ratified = صودق عليها
agreement-status-in-force = نافذة
agreement-status-done = نُفّذت

## Verdicts on claims
verdict-supported = تؤيده البيانات
verdict-partly = جزئيا
verdict-contradicted = تخالفه البيانات
verdict-not-checkable = لا يمكن التحقق
verdict-not-a-claim = ليس قولا عن واقعة
verdict-unchecked = لم يُفحص

## Languages, by their own names
lang-ar = العربية
lang-en = English
lang-ru = Русский
lang-kk = Қазақша
