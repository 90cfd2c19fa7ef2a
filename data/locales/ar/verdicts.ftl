### The sentence after a verdict: number, definition, baseline, rank, period.
### Origin: own wording; licence MIT OR Apache-2.0.

why-positions =
    صوّت البلدان التصويت نفسه في { $same } من { $joint ->
        [one] تصويت مشترك واحد
        [two] تصويتين مشتركين
        [few] { $joint } تصويتات مشتركة
        [many] { $joint } تصويتا مشتركا
       *[other] { $joint } تصويت مشترك
    } عام { $year }، أي { $agree }، ومتوسط كل الأزواج { $mean }. { $b } في المرتبة { $rank_b } بين { $partners_a } من شركاء { $a }، و{ $a } في المرتبة { $rank_a } بين { $partners_b } من شركاء { $b }.
why-opposite =
    { $n ->
        [zero] ولم يتعارض صوتاهما قط.
        [one] وتعارض صوتاهما مرة واحدة.
        [two] وتعارض صوتاهما مرتين.
        [few] وتعارض صوتاهما { $n } مرات.
       *[other] وتعارض صوتاهما { $n } مرة.
    }
why-percentile = وهما أقرب تصويتا من { $percentile } من أزواج الدول.
why-not-identical = فهي ليست متطابقة.
why-windows-up = ارتفع في { $in } من { $windows } فترة ممكنة بين { $first_year } و{ $last_year } ({ $share }): من { $first } إلى { $last }، { $unit }.
why-windows-down = انخفض في { $in } من { $windows } فترة ممكنة بين { $first_year } و{ $last_year } ({ $share }): من { $first } إلى { $last }، { $unit }.
why-level-exact = القول { $claimed } والبيانات { $value } عام { $year }، { $unit }.
why-level-about = القول نحو { $claimed } والبيانات { $value } عام { $year }، { $unit }.
why-level-more = القول أكثر من { $claimed } والبيانات { $value } عام { $year }، { $unit }.
why-level-less = القول أقل من { $claimed } والبيانات { $value } عام { $year }، { $unit }.
why-compare = من { $from } عام { $from_year } إلى { $to } عام { $to_year }، { $unit }: النسبة { $ratio }.
why-balance = باعت { $a } ما قيمته { $to } وباعت { $b } ما قيمته { $from } عام { $to_year }، { $unit }: النسبة { $ratio }.
why-rank = { $b } في المرتبة { $rank } بين { $partners } من شركاء { $a } عام { $year }: { $value }، { $unit }. أوائلهم: { $first }.
why-stale = تنتهي البيانات عام { $year }، فلا تقول شيئا عما بعده.
why-data = البيانات: { $indicator }.

## Why there is no figure
reason-aim = هدف أو أمنية أو ثناء.
reason-planned = يتحدث عن المستقبل.
reason-no-indicator = لا بيانات مفتوحة تفصل فيه.
reason-not-imported = البيانات التي تفصل فيه ليست في هذا السجل.
reason-no-row = في البيانات لا سطر لهذين البلدين في هذه المدة.
reason-incomplete = ينقص القول عدد أو سنة أو بلد، فلا يُفحص.
reason-stale = تنتهي البيانات قبل القول بزمن طويل، فلا تؤيده ولا تخالفه.
reason-unchecked = البيانات التي قد تفصل فيه غير مستوردة.
would-do = يلزم: { $indicator }.

## What would make an area checkable
needs-politics = سجل التصويت في الجمعية العامة، أو نقاط المواقف
needs-economy = جدول الاستثمار المباشر حسب البلد الشريك
needs-trade = جدول التجارة حسب البلد الشريك والسلعة
needs-security = سجل منشور للعمليات أو الاتفاقيات المشتركة
needs-energy = جدول تجارة الطاقة حسب البلد الشريك
needs-mobility = جدول الوافدين حسب الجنسية
needs-culture = سجل منشور للبرامج وتمويلها
needs-education = جدول الطلاب والمنح حسب الجنسية
needs-technology = سجل منشور للمشاريع المشتركة
needs-environment = جدول منشور للمشاريع أو للتجارة الزراعية
needs-consular = جدول منشور للخدمات أو للمساعدات

## Indicators, by the keys of the measures
indicator-votes = تصويت الجمعية العامة للأمم المتحدة
indicator-votes_series = تصويت الجمعية العامة للأمم المتحدة، سنة بسنة
indicator-votes_by_issue_2010_2019_unvotes = تصويت الجمعية العامة حسب القضية، 2010–2019
indicator-ideal_point_distance = المسافة بين نقاط المواقف
indicator-trade_cow_musd_imports_of_a_from_b__imports_of_b_from_a = التجارة الثنائية، كورليتس أوف وور
indicator-trade_itpd_const2010usd_row_a_col_b__row_b_col_a = التجارة الدولية والمحلية للإنتاج
indicator-trade_penppml_usd_a_to_b__b_to_a = الصادرات كما أبلغ عنها المصدّر
indicator-trade_comtrade_totals_usd = مجاميع التجارة في كومتريد
indicator-mirror_ratio_imports_over_exports = نسبة ما يبلغه المستورد إلى ما يبلغه المصدّر
indicator-fdi_position_musd_reported = أرصدة الاستثمار المباشر
indicator-arms_tiv = نقل الأسلحة
indicator-atop_last = التزامات التحالف
indicator-bit_2020 = معاهدات الاستثمار الثنائية
indicator-direct_flights_2014 = الرحلات الجوية المباشرة
indicator-distance_km = المسافة والحدود واللغة
indicator-igo_2014_cow = العضوية المشتركة في المنظمات، 2014
indicator-igo_factbook_2026 = العضوية المشتركة في المنظمات، 2026
indicator-missions_2022 = البعثات الدبلوماسية
indicator-refugees_asylum_seekers = اللاجئون وطالبو اللجوء
indicator-students_uis = الطلاب في الخارج
indicator-visa = شروط التأشيرة

## Units
unit-million-current-usd = مليون دولار جار
unit-usd = دولار
unit-const2010usd = دولار بأسعار 2010
unit-persons = شخص
unit-km = كيلومتر
unit-percent = بالمئة
unit-count = عدد
unit-share = نسبة
unit-routes = خط
unit-days = يوم
