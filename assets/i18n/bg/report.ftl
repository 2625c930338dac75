# Отчет за период: глава, раздели, таблици, колони, показатели и бележки.

report-title = Отчет: { $period }
report-quarter = { $q } трим. { $year }
report-year = { $year } г.
report-days = { $from } – { $to }
report-to-date-month = от началото на месеца до { $to }
report-to-date-quarter = от началото на тримесечието до { $to }
report-to-date-year = от началото на годината до { $to }
report-to-date-days = досега: { $from } – { $to }
report-compared = преди: { $period }
report-known-short = { $n } от { $of }
report-none = няма за периода
report-future = Отчетът започва най-късно днес: { $from } още предстои.
report-backwards = Периодът свършва, преди да започне: { $from } – { $to }.
no-text-needs-file = Този формат не е за терминал. Посочете файл с -o.
sheet-not-written = Таблицата не е записана: { $why }.
report-no-later = За следващите дни още няма какво да се отчете.
report-opens = Какво е преброено тук
report-nothing-behind = Зад този ред няма записи.
report-part = Раздел
report-table = Таблица
report-unit = Единица
report-value = Стойност
report-column = Колона
report-line = Ред
report-known-n = Известно
report-known-of = От
report-why = Бележка

report-section-service = Обслужване
report-section-sales = Продажби
report-section-marketing = Маркетинг
report-section-effect = Ефективност
report-section-tiers = Движение между нивата
report-section-plan = План и изпълнение
report-section-week = За седмичната оперативка

report-table-content = Удовлетвореност на портфейла
report-table-moods = По-доволни и по-недоволни
report-table-conclusions = Какво се променя след оценките
report-table-problems = Проблеми
report-table-departments = Проблеми при отделите, медиана на работните дни
report-table-promises = Обещания с минал срок
report-table-stages = Привлекаеми по етапи
report-table-visits = Срещи
report-table-needs = Потребности
report-table-special = Особени потребности по клиенти
report-table-offers = Предложения
report-table-results = Какво стана с предложенията
report-table-pushing = Предложено преди потребност
report-table-marketing = Поводи, събития, приеми
report-table-events = Проведени събития и приеми
report-table-first = На кого да се каже първо
report-table-channels = Какво донесе всеки канал
report-table-income = E1 Устойчив ръст на дохода
report-table-services = E2 Ръст на услугите
report-table-clients = E3 Дошли и напуснали клиенти
report-table-tiers = E3 Дял на всяко ниво
report-table-segments = E3 Дял на всеки сегмент
report-table-from-to = E3 Брой премествания
report-table-research = E4 Къде да се проучва
report-table-payments = E5 Ускоряване на плащанията
report-table-moves = Кой се премести
report-table-plan = План на портфейла
report-table-late = Вече закъсняло
report-table-ahead = Следващите седем дни

report-col-figure = показател
report-col-now = за периода
report-col-at-end = в края
report-col-before = преди
report-col-client = клиент
report-col-level = ниво
report-col-change = промяна
report-col-scores = оценки
report-col-day = дата
report-col-score = оценка
report-col-conclusion = извод
report-col-department = отдел
report-col-passed = предадени
report-col-back = върнати
report-col-days = дни
report-col-in-time = в срок
report-col-there = още там
report-col-longest = най-дълго
report-col-due = срок
report-col-kept = спазени
report-col-share = дял
report-col-late = късно
report-col-open = още не
report-col-share-before = преди
report-col-share-then = дял преди
report-col-stage = етап
report-col-name = название
report-col-clients = клиенти
report-col-slow = бавни
report-col-special = особени потребности
report-col-met = посрещнати
report-col-met-now = за периода
report-col-offer = предложение
report-col-state = състояние
report-col-reason = причина
report-col-kind = вид
report-col-purpose = цел
report-col-came = дойдоха
report-col-theme = тема
report-col-first = първи
report-col-channel = канал
report-col-active = активни
report-col-won = нови
report-col-income = доход
report-col-quarter = тримесечие
report-col-step = прираст
report-col-year-ago = преди година
report-col-tier = ниво
report-col-segment = сегмент
report-col-from = от
report-col-to = към
report-col-source = какво
report-col-about = за какво
report-col-quarter-before = преди 3 мес.
report-col-ltv = LTV
report-col-measure = показател
report-col-of = за
report-col-target = план
report-col-actual = изпълнение
report-col-pace = темп
report-col-of-period = от плана
report-col-what = какво
report-col-known = известно

report-figure-index = индекс на удовлетвореност
report-figure-index-by-income = индекс, претеглен с дохода
report-figure-index-trend = промяна за 90 дни
report-figure-scores = получени оценки
report-figure-raised = възникнали
report-figure-closed = приключени, клиентът е уведомен
report-figure-days-to-close = работни дни до приключване, медиана
report-figure-closed-in-time = приключени в срок
report-figure-still-open = отворени в края
report-figure-repeated = повторени до 90 дни
report-figure-ours = наши
report-figure-theirs = техни
report-figure-held = проведени
report-figure-they-asked = по тяхно желание
report-figure-clients-met = клиенти с контакт
report-figure-missed = пропуснати
report-figure-cancelled = отменени
report-figure-needs-found = открити
report-figure-needs-hidden = от тях скрити
report-figure-needs-voiced = скрити, изказани от клиента
report-figure-needs-addressed = с отговор
report-figure-needs-met = посрещнати
report-figure-needs-met-special = посрещнати особени
report-figure-offers-presented = представени
report-figure-offers-accepted = приети
report-figure-offers-declined = отказани от клиента
report-figure-offers-withdrawn = оттеглени от нас
report-figure-offers-expired = изтекли без решение
report-figure-offers-before-need = пренебрегнати предупреждения
report-figure-occasions-marked = отбелязани поводи
report-figure-events = събития
report-figure-receptions = приеми
report-figure-no-reception = активни клиенти без прием
report-figure-turnover-year = оборот, известен в двете
report-figure-turnover-growth = прираст спрямо предходните 12
report-figure-holdings = ползвани продукти
report-figure-holders = клиенти с продукти
report-figure-families = семейства продукти на клиент
report-figure-clients-new = нови
report-figure-clients-left = напуснали
report-figure-clients-active = активни днес
report-source-needs = открити потребности
report-source-dropped = отпаднали: няма продукт
report-source-feedback = мнения за продукти
report-source-questions = въпроси без отговор

report-promise-ours = наше обещание
report-promise-theirs = тяхно обещание
report-none-closed = последен приключен месец: { $month }; за периода няма
report-known-parts = суми на известното; месец, известен за под половината клиенти, е неизвестен
report-as-of = към { $date }
report-in-year = през { $year } г.
report-first-names = { $more ->
    [0] { $names }
    [one] { $names } и още { $more }
   *[other] { $names } и още { $more }
}
report-with-rates = в { $cur }, включва промени на курса
report-income-until = доход за 12 месеца до { $month }
report-year-until = 12 месеца до { $month }
report-verdict-unknown = неизвестно
report-only-one-year = само прираст: предходната година не е известна
report-faster = расте по-бързо от преди година
report-not-faster = не расте по-бързо от преди година
report-few-quarters = неизвестно: известни тримесечия { $known } от { $of }
report-steady = устойчив: { $growth } % за година, { $rose } от 4 стъпки нагоре
report-not-steady = неустойчив: { $growth } % за година, { $rose } от 4 стъпки нагоре
report-services-more = повече: ползвани продукти { $now }, преди година { $before }
report-services-same = същото: ползвани продукти { $now }, преди година { $before }
report-services-fewer = по-малко: ползвани продукти { $now }, преди година { $before }
report-no-tiers-before = нивата преди периода не са записани
report-tiers-between = от края на { $from } до края на { $to }
report-both-known = двете нива са известни за { $known } от { $of } клиенти
report-longest-so-far = { $n ->
    [one] най-дълго досега: { $n } работен ден
   *[other] най-дълго досега: { $n } работни дни
}
report-at-clients = { $n ->
    [one] при { $n } клиент
   *[other] при { $n } клиенти
}
report-not-marked = { $n ->
    [one] { $n } мина неотбелязан
   *[other] { $n } минаха неотбелязани
}
report-without-theme = { $n ->
    [one] { $n } открита потребност е без тема
   *[other] { $n } открити потребности са без тема
}
report-months-blank = { $n ->
    [one] { $n } месец е известен за твърде малко клиенти
   *[other] { $n } месеца са известни за твърде малко клиенти
}
