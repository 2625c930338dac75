### Forms, settings, the person's card, the catalogue.

## Forms

form-title = { $entity }: { $name }
form-title-new = { $entity }: новая запись
form-more = { $n ->
    [one] ещё { $n } поле
    [few] ещё { $n } поля
   *[other] ещё { $n } полей
    }
form-less = меньше полей
form-shared = { $mark } может попасть в экземпляр для клиента
form-required = нужно заполнить
form-by-itself = заполнится само
form-another = Enter — добавить
form-reason = причина изменения

## Parts of fields

field-person-value = номер или адрес
field-person-label = какой
field-settings-label = название

## Settings: groups

entity-settings = Настройки
settings-group-me = Обо мне
settings-group-bank = Банк
settings-group-time = Время
settings-group-money = Деньги
settings-group-vip = Критерии VIP
settings-group-pyramid = Пирамида
settings-group-cadence = Частота контактов
settings-group-ageing = Старение сведений
settings-group-scores = Оценки
settings-group-service = Бюджет услуг
settings-group-export = Выгрузка
settings-group-security = Безопасность
settings-group-display = Экран
settings-group-keys = Клавиши

## Settings: what each one does

settings-help-manager_name = Печатается в справках; нужно до первой выгрузки.
settings-help-manager_title = Печатается в справках под именем.
settings-help-manager_phone = Телефон, который клиент увидит в своём экземпляре.
settings-help-manager_email = Адрес, который клиент увидит в своём экземпляре.
settings-help-ui_language = Язык всех экранов; меняется сразу.
settings-help-name_display = В каком порядке показывать части имени.
settings-help-bank_name = Полное название банка в справках.
settings-help-bank_short = Краткое название банка для узких мест.
settings-help-departments = Подразделения, куда передаются обещания и проблемы, вашими словами.
settings-help-zone = По этому поясу начинается день и стоят встречи.
settings-help-week_start = С какого дня начинается неделя во встречах.
settings-help-work_days = Дни, на которые могут приходиться сроки.
settings-help-holidays = Сроки переносятся за эти дни.
settings-help-evening_hour = После этого часа «Сегодня» показывает и завтра.
settings-help-occasion_lead_days = За сколько дней напоминать о памятной дате.
settings-help-reporting_currency = В ней показываются итоги; записанные суммы не меняются.
settings-help-cost_includes_service = Да: расходы на услуги не вычитаются из LTV ещё раз.
settings-help-vip_k = Сколько критериев из пяти нужно для VIP.
settings-help-vip_volume_rule = Нужны все известные объёмы или хотя бы один.
settings-help-vip_sales_year = Годовая выручка клиента должна быть выше.
settings-help-vip_turnover_month = Месячный оборот через нас должен быть выше.
settings-help-vip_export_year = Годовой экспорт клиента должен быть выше.
settings-help-vip_balance_month = Средний остаток за месяц должен быть выше.
settings-help-vip_min_products = Сколько продуктов нужно для первого критерия.
settings-help-vip_min_families = Из скольких групп должны быть эти продукты.
settings-help-vip_growth_pct = Какой рост за год считается ростом.
settings-help-evidence_max_age_figure = Более старая цифра читается как неизвестная.
settings-help-evidence_max_age_judgement = Более старое суждение читается как неизвестное.
settings-help-individual_thresholds = Классы частных клиентов по остатку.
settings-help-top_share = Доля клиентов в высшем уровне.
settings-help-unstable_cv = При большем разбросе дохода клиент считается рабочим.
settings-help-min_months_stability = При меньшем числе месяцев об устойчивости не судят.
settings-help-cadence_days = Наибольший срок между контактами по уровням.
settings-help-visit_days = Наибольший срок между личными встречами по уровням.
settings-help-followup_work_days = За сколько рабочих дней отвечать на контакт.
settings-help-slow_stage_days = Дольше на одном этапе называется медленно.
settings-help-adaptation_days = Сколько длится адаптация нового клиента.
settings-help-fact_half_life_days = За столько дней сведение карты теряет половину веса.
settings-help-satisfaction_half_life_days = За столько дней ответ теряет половину веса.
settings-help-satisfaction_window_days = Более старые ответы не учитываются.
settings-help-level_weights = Сколько весит интерес человека в предложении, по уровню.
settings-help-service_rates = Промилле годового дохода клиента на услуги, по уровням.
settings-help-brief_language = Язык справок, если не выбран другой.
settings-help-leak_min_chars = С какой длины закрытый текст ищется в экземпляре клиента.
settings-help-pdf_font_paths = Файлы шрифтов для знаков, которых нет в шрифтах PDF, например китайских; по одному в строке.
settings-help-lock_minutes = Через сколько минут покоя блокировать экран; 0 — никогда.
settings-help-privacy_on_start = Начинать со скрытыми закрытыми и личными полями.
settings-help-ascii_marks = Простые знаки вместо линий, если шрифт рисует их широко.
settings-help-saved_filters = Именованные фильтры экрана клиентов.
settings-help-key_layout = Что значат буквенные клавиши при кириллической раскладке.

## The card, the people of a client, the catalogue

settings-default = по умолчанию: { $value }
settings-default-back = по умолчанию: { $value }. Delete возвращает.
settings-files = keys.toml и theme.toml этой машины лежат в { $folder }
card-places = Где работает
card-no-place = нет места ни у одного клиента
card-since = с { $from }
card-meetings = Встречи
card-last = последняя
card-next = следующая
card-none-planned = ничего не запланировано
card-contacts = Как связаться
card-wants = Чего хочет
card-personal = Личное
card-notes = Заметки
people-here = Сейчас здесь
people-left = Ушли
people-whom = Кто: имя из книги или новое
catalogue-products = Продукты
catalogue-answers = Стандартные ответы
catalogue-colleagues = Коллеги
catalogue-unplaced = Люди без места работы
catalogue-withdrawn = снят
