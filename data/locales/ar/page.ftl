### The fixed words of a brief. Origin: own wording; licence MIT OR Apache-2.0.

app-name = محضر
app-line = سجل مفتوح للعلاقات بين الدول
page-title = { $a } و{ $b } · محضر
brief = موجز
pair-join = {" و"}
as-of = حتى { $date }
as-of-all = كل ما في السجل
evidence = الأدلة
language = اللغة

## Counted things
n-documents =
    { $n ->
        [zero] لا وثائق
        [one] وثيقة واحدة
        [two] وثيقتان
        [few] { $n } وثائق
        [many] { $n } وثيقة
       *[other] { $n } وثيقة
    }
n-meetings =
    { $n ->
        [zero] لا لقاءات
        [one] لقاء واحد
        [two] لقاءان
        [few] { $n } لقاءات
        [many] { $n } لقاء
       *[other] { $n } لقاء
    }
n-persons =
    { $n ->
        [zero] لا أحد
        [one] شخص واحد
        [two] شخصان
        [few] { $n } أشخاص
        [many] { $n } شخصا
       *[other] { $n } شخص
    }
n-claims =
    { $n ->
        [zero] لا أقوال
        [one] قول واحد
        [two] قولان
        [few] { $n } أقوال
        [many] { $n } قولا
       *[other] { $n } قول
    }
n-undated =
    { $n ->
        [zero] كلها مؤرخة
        [one] واحد بلا تاريخ
        [two] اثنان بلا تاريخ
       *[other] { $n } بلا تاريخ
    }
n-supported = { $n } مؤيَّد
n-partly = { $n } جزئيا
n-contradicted = { $n } مخالَف
n-not-checkable = { $n } لا يمكن التحقق منه
n-not-a-claim = { $n } ليس عن واقعة
n-not-checked = { $n } لم يُفحص

## Sections
section-latest = آخر اللقاءات
section-earlier = قبل ذلك
section-timeline = عبر السنين
section-claims = ما يقال وما تقوله البيانات
section-figures = بالأرقام
section-people = من شوهد في أي منصب
section-agreements = الاتفاقيات والالتزامات
section-gaps = ما ينقص
section-notes = الأدلة
section-sources = المصادر

## The strip of facts
fact-documents = الوثائق
fact-meetings = اللقاءات والاتصالات
fact-people = المسؤولون
fact-claims = الأقوال عن العلاقة
fact-votes = التصويت نفسه في الأمم المتحدة
fact-trade = الواردات في الاتجاهين
fact-year = عام { $year }
fact-mean = عام { $year }، ومتوسط كل الأزواج { $mean }
fact-claims-checked = فُحص منها { $n }

## A meeting
nobody-named = لم يُذكر أحد باسمه
side-unknown = جانب غير مذكور
told-on-the-way = مذكور عرضا
only-likely = مرجّح: مستنتج من مجمل الخبر ({ $share } من مثله كان صحيحا)
part-of = ضمن: { $what }، { $date }
corrected-by-hand = صُحّح يدويا: { $reason } ({ $by }، { $date })
name-withheld = الاسم محجوب
with-also = مع { $parties }
accredited = لدى { $state }
agreement-signed-by = وقّعها { $names }
undated-not-drawn = لا تظهر هنا لقاءات بلا تاريخ: { $n }
others-listed = وأسماء أخرى: { $n }

## A claim
stated-by = بحسب { $source }
stated-by-unknown = بحسب وثيقة بلا ناشر
quoting = نقلا عن { $by }
negated = نفي
hedged = بتحفظ

## Charts and their tables
timeline-title = لقاءات { $a } و{ $b } من { $from } إلى { $to }
timeline-item = { $what }، { $date }
key-host = المضيف { $party }
key-other = طرف آخر أو بلا مضيف معروف
chart-votes = التصويت نفسه في الجمعية العامة للأمم المتحدة
chart-votes-note = من { $from } إلى { $to }، كل قرار صوّت عليه الطرفان بنعم أو لا أو امتناع
chart-votes-mean = متوسط كل الأزواج
chart-votes-pair = هذان البلدان
chart-trade = الواردات كما أبلغ عنها المستورد
chart-trade-note = { $unit }، من { $from } إلى { $to }
imports-of = واردات { $a } من { $b }
as-table = الأرقام سنة بسنة
unknown = غير معروف
col-year = السنة
col-same = التصويت نفسه
col-joint = تصويتات مشتركة
col-share = النسبة
col-mean = متوسط كل الأزواج
col-evidence = الدليل

## People
col-name = الاسم
col-office = المنصب كما كُتب
col-seen = شوهد فيه
seen-between = من { $from } إلى { $to }
also-spelt = يُكتب أيضا: { $names }
no-office = لم يُذكر منصبه

## What is missing
gap-nothing-recorded = لا شيء مسجل بين { $a } و{ $b }.
gap-no-meetings = في الوثائق ذكر للبلدين، وليس فيها لقاء بينهما.
gap-one-document = كل ما هنا من وثيقة واحدة.
gap-undated-meeting =
    { $n ->
        [one] لقاء واحد بلا تاريخ: لم تذكره الوثيقة، ولا يُخمَّن.
        [two] لقاءان بلا تاريخ: لم تذكره الوثائق، ولا يُخمَّن.
        [few] { $n } لقاءات بلا تاريخ: لم تذكره الوثائق، ولا يُخمَّن.
       *[other] { $n } لقاء بلا تاريخ: لم تذكره الوثائق، ولا يُخمَّن.
    }
gap-undated-document = من الوثائق ما لا يُعرف يوم نشره، فلا تُحسب منه أيام الأسبوع.
gap-one-side-unnamed = لم يُذكر باسمه أحد من أحد الجانبين.
gap-no-claims = لا أقوال عن العلاقة في الوثائق.
gap-no-votes = لا بيانات تصويت مستوردة للبلدين.
gap-no-trade = لا بيانات تجارة مستوردة للبلدين.
gap-none = لا ثغرات معروفة.

## Notes and sources
note-in-title = في العنوان
note-no-source = بلا ناشر
note-undated = بلا تاريخ نشر
note-untitled = بلا عنوان
note-column = العمود { $column }
note-line = السطر { $line }
note-lines = الأسطر { $lines }
note-vintage = إصدار { $vintage }
note-used = كلمات الدليل: { $words }
note-back = إلى موضعه
version = النسخة { $n }
licence = الرخصة: { $licence }
fingerprint = بصمة { $hash }
