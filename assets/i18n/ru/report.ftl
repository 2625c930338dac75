# Отчёт за период: шапка, разделы, таблицы, графы, показатели и пояснения.

report-title = Отчёт: { $period }
report-quarter = { $q } кв. { $year }
report-year = { $year } год
report-days = { $from } – { $to }
report-to-date-month = с начала месяца по { $to }
report-to-date-quarter = с начала квартала по { $to }
report-to-date-year = с начала года по { $to }
report-to-date-days = на сегодня: { $from } – { $to }
report-compared = раньше: { $period }
report-known-short = { $n } из { $of }
report-none = за период нет
report-future = Отчёт начинается не позже сегодняшнего дня: { $from } ещё впереди.
report-backwards = Период кончается раньше, чем начинается: { $from } – { $to }.
no-text-needs-file = Этот формат не для терминала. Назовите файл: -o.
sheet-not-written = Таблица не записана: { $why }.
report-no-later = О следующих днях отчитываться ещё рано.
report-opens = Что здесь посчитано
report-nothing-behind = За этой строкой записей нет.
report-part = Раздел
report-table = Таблица
report-unit = Единица
report-value = Значение
report-column = Графа
report-line = Строка
report-known-n = Известно
report-known-of = Из
report-why = Примечание

report-section-service = Обслуживание
report-section-sales = Продажи
report-section-marketing = Маркетинг
report-section-effect = Эффективность
report-section-tiers = Переходы между уровнями
report-section-plan = План и факт
report-section-week = К еженедельному совещанию

report-table-content = Удовлетворённость портфеля
report-table-moods = Стали довольнее и недовольнее
report-table-conclusions = Что меняем по оценкам
report-table-problems = Проблемы
report-table-departments = Проблемы в подразделениях, медиана рабочих дней
report-table-promises = Обещания, чей срок прошёл
report-table-stages = Привлекаемые по этапам
report-table-visits = Встречи
report-table-needs = Потребности
report-table-special = Особые потребности по клиентам
report-table-offers = Предложения
report-table-results = Что стало с предложениями
report-table-pushing = Предложено раньше потребности
report-table-marketing = Даты, мероприятия, приёмы
report-table-events = Состоявшиеся мероприятия и приёмы
report-table-first = Кому сообщить первыми
report-table-channels = Что дал каждый канал
report-table-income = E1 Устойчивый рост дохода
report-table-services = E2 Рост объёма услуг
report-table-clients = E3 Клиенты пришедшие и ушедшие
report-table-tiers = E3 Доля каждого уровня
report-table-segments = E3 Доля каждого сегмента
report-table-from-to = E3 Переходы числом
report-table-research = E4 Где изучать спрос
report-table-payments = E5 Ускорение потока платежей
report-table-moves = Кто перешёл
report-table-plan = План портфеля
report-table-late = Уже просрочено
report-table-ahead = Ближайшие семь дней

report-col-figure = показатель
report-col-now = за период
report-col-at-end = на конец
report-col-before = раньше
report-col-client = клиент
report-col-level = уровень
report-col-change = изменение
report-col-scores = оценок
report-col-day = дата
report-col-score = оценка
report-col-conclusion = вывод
report-col-department = подразделение
report-col-passed = передано
report-col-back = вернулось
report-col-days = дней
report-col-in-time = в срок
report-col-there = ещё там
report-col-longest = макс.
report-col-due = срок
report-col-kept = в срок
report-col-share = доля
report-col-late = поздно
report-col-open = ещё нет
report-col-share-before = раньше
report-col-share-then = доля раньше
report-col-stage = этап
report-col-name = название
report-col-clients = клиентов
report-col-slow = долго
report-col-special = особых потребностей
report-col-met = закрыто
report-col-met-now = за период
report-col-offer = предложение
report-col-state = состояние
report-col-reason = причина
report-col-kind = вид
report-col-purpose = цель
report-col-came = пришло
report-col-theme = тема
report-col-first = первыми
report-col-channel = канал
report-col-active = действующих
report-col-won = новых
report-col-income = доход
report-col-quarter = квартал
report-col-step = прирост
report-col-year-ago = год назад
report-col-tier = уровень
report-col-segment = сегмент
report-col-from = из
report-col-to = в
report-col-source = что
report-col-about = о чём
report-col-quarter-before = квартал назад
report-col-ltv = LTV
report-col-measure = показатель
report-col-of = на
report-col-target = план
report-col-actual = факт
report-col-pace = темп
report-col-of-period = от плана
report-col-what = что
report-col-known = известно

report-figure-index = индекс удовлетворённости
report-figure-index-by-income = индекс с учётом дохода
report-figure-index-trend = изменение за 90 дней
report-figure-scores = получено оценок
report-figure-raised = возникло
report-figure-closed = закрыто, клиенту сообщено
report-figure-days-to-close = рабочих дней до закрытия, медиана
report-figure-closed-in-time = закрыто в срок
report-figure-still-open = открыто на конец
report-figure-repeated = повторилось за 90 дней
report-figure-ours = наши
report-figure-theirs = их
report-figure-held = состоялось
report-figure-they-asked = по их просьбе
report-figure-clients-met = клиентов, с кем был контакт
report-figure-missed = сорвалось
report-figure-cancelled = отменено
report-figure-needs-found = найдено
report-figure-needs-hidden = из них скрытых
report-figure-needs-voiced = скрытых, названных клиентом
report-figure-needs-addressed = дан ответ
report-figure-needs-met = закрыто
report-figure-needs-met-special = особых закрыто
report-figure-offers-presented = представлено
report-figure-offers-accepted = принято
report-figure-offers-declined = отклонено клиентом
report-figure-offers-withdrawn = отозвано нами
report-figure-offers-expired = истекло без решения
report-figure-offers-before-need = предупреждений не послушали
report-figure-occasions-marked = дат отмечено
report-figure-events = мероприятий
report-figure-receptions = приёмов
report-figure-no-reception = действующих клиентов без приёма
report-figure-turnover-year = оборот, известный в оба года
report-figure-turnover-growth = прирост к 12 предыдущим
report-figure-holdings = продуктов в работе
report-figure-holders = клиентов с продуктами
report-figure-families = семейств на клиента
report-figure-clients-new = новых
report-figure-clients-left = ушло
report-figure-clients-active = действующих сегодня
report-source-needs = открытые потребности
report-source-dropped = снято: нет продукта
report-source-feedback = отзывы о продуктах
report-source-questions = вопросы без ответа

report-promise-ours = наше обещание
report-promise-theirs = их обещание
report-none-closed = последний закрытый месяц: { $month }; за период ни одного
report-known-parts = суммы известного; месяц, известный меньше чем у половины клиентов, неизвестен
report-as-of = на { $date }
report-in-year = в { $year } году
report-first-names = { $more ->
    [0] { $names }
    [one] { $names } и ещё { $more }
    [few] { $names } и ещё { $more }
   *[other] { $names } и ещё { $more }
}
report-with-rates = в { $cur }, с учётом изменения курсов
report-income-until = доход за 12 месяцев по { $month }
report-year-until = 12 месяцев по { $month }
report-verdict-unknown = неизвестно
report-only-one-year = только прирост: год до этого неизвестен
report-faster = растёт быстрее, чем год назад
report-not-faster = растёт не быстрее, чем год назад
report-few-quarters = неизвестно: кварталов известно { $known } из { $of }
report-steady = устойчиво: { $growth } % за год, вверх { $rose } шага из 4
report-not-steady = неустойчиво: { $growth } % за год, вверх { $rose } из 4 шагов
report-services-more = больше: продуктов в работе { $now }, год назад { $before }
report-services-same = столько же: продуктов в работе { $now }, год назад { $before }
report-services-fewer = меньше: продуктов в работе { $now }, год назад { $before }
report-no-tiers-before = уровни до периода не записаны
report-tiers-between = с конца месяца ({ $from }) по конец месяца ({ $to })
report-both-known = оба уровня известны у { $known } из { $of } клиентов
report-longest-so-far = { $n ->
    [one] дольше всего пока { $n } рабочий день
    [few] дольше всего пока { $n } рабочих дня
   *[other] дольше всего пока { $n } рабочих дней
}
report-at-clients = { $n ->
    [one] у { $n } клиента
    [few] у { $n } клиентов
   *[other] у { $n } клиентов
}
report-not-marked = { $n ->
    [one] { $n } прошла неотмеченной
    [few] { $n } прошли неотмеченными
   *[other] { $n } прошло неотмеченными
}
report-without-theme = { $n ->
    [one] без темы { $n } открытая потребность
    [few] без темы { $n } открытые потребности
   *[other] без темы { $n } открытых потребностей
}
report-months-blank = { $n ->
    [one] { $n } месяц известен у слишком немногих
    [few] { $n } месяца известны у слишком немногих
   *[other] { $n } месяцев известны у слишком немногих
}
