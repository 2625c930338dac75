### Forms, settings, the person's card, the catalogue.

## Forms

form-title = { $entity }: { $name }
form-title-new = { $entity }: нов запис
form-more = { $n ->
    [one] още { $n } поле
   *[other] още { $n } полета
    }
form-less = по-малко полета
form-shared = { $mark } може да влезе в екземпляр за клиента
form-required = трябва да се попълни
form-by-itself = попълва се само
form-another = Enter добавя
form-reason = причина за промяната

## Parts of fields

field-person-value = номер или адрес
field-person-label = какъв
field-settings-label = име

## Settings: groups

entity-settings = Настройки
settings-group-me = За мен
settings-group-bank = Банка
settings-group-time = Време
settings-group-money = Пари
settings-group-vip = Изисквания за ВИП
settings-group-pyramid = Пирамида
settings-group-cadence = Честота на контакт
settings-group-ageing = Стареене на сведенията
settings-group-scores = Оценки
settings-group-service = Бюджет за услуги
settings-group-export = Експорт
settings-group-security = Сигурност
settings-group-display = Екран
settings-group-keys = Клавиши

## Settings: what each one does

settings-help-manager_name = Отпечатва се в справките; нужно е преди първия експорт.
settings-help-manager_title = Отпечатва се в справките под името.
settings-help-manager_phone = Телефонът, който клиентът вижда в своя екземпляр.
settings-help-manager_email = Адресът, който клиентът вижда в своя екземпляр.
settings-help-ui_language = Език на всички екрани; сменя се веднага.
settings-help-name_display = В какъв ред се показват частите на името.
settings-help-bank_name = Пълното име на банката в справките.
settings-help-bank_short = Кратко име на банката за тесни места.
settings-help-departments = Отдели, на които се предават обещания и проблеми, с ваши думи.
settings-help-zone = По тази зона започва денят и стоят срещите.
settings-help-week_start = С кой ден започва седмицата в срещите.
settings-help-work_days = Дни, в които може да има срокове.
settings-help-holidays = Сроковете се пренасят след тези дни.
settings-help-evening_hour = След този час „Днес“ показва и утре.
settings-help-occasion_lead_days = Колко дни по-рано да напомня за повод.
settings-help-reporting_currency = В нея се показват сумите; записаните пари не се променят.
settings-help-cost_includes_service = Да: разходите за услуги не се изваждат повторно от LTV.
settings-help-vip_k = Колко от петте изисквания правят клиента ВИП.
settings-help-vip_volume_rule = Дали трябва всички известни обеми или поне един.
settings-help-vip_sales_year = Годишните продажби на клиента трябва да са над тази сума.
settings-help-vip_turnover_month = Месечният оборот през нас трябва да е над тази сума.
settings-help-vip_export_year = Годишният износ на клиента трябва да е над тази сума.
settings-help-vip_balance_month = Средната дневна наличност за месец трябва да е над тази сума.
settings-help-vip_min_products = Колко продукта са нужни за първото изискване.
settings-help-vip_min_families = От колко групи трябва да са тези продукти.
settings-help-vip_growth_pct = Какъв ръст за година се брои за ръст.
settings-help-evidence_max_age_figure = По-стара цифра се чете като неизвестна.
settings-help-evidence_max_age_judgement = По-стара преценка се чете като неизвестна.
settings-help-individual_thresholds = Класове на физическите лица по наличност.
settings-help-top_share = Дял на клиентите в най-горното ниво.
settings-help-unstable_cv = При по-голямо колебание на дохода клиентът е работен.
settings-help-min_months_stability = При по-малко известни месеци не се съди за устойчивост.
settings-help-cadence_days = Най-дългото време между контакти по нива.
settings-help-visit_days = Най-дългото време между лични срещи по нива.
settings-help-followup_work_days = За колко работни дни се отговаря след контакт.
settings-help-slow_stage_days = По-дълго на един етап се нарича бавно.
settings-help-adaptation_days = Колко трае адаптацията на нов клиент.
settings-help-fact_half_life_days = За толкова дни сведение от картата губи половината си тежест.
settings-help-satisfaction_half_life_days = За толкова дни отговор губи половината си тежест.
settings-help-satisfaction_window_days = По-стари отговори не се броят.
settings-help-level_weights = Колко тежи интересът на човека в предложението, по ниво.
settings-help-service_rates = Промил от годишния доход на клиента за услуги, по нива.
settings-help-brief_language = Език на справките, ако не е избран друг.
settings-help-leak_min_chars = От каква дължина се търси личен текст в екземпляра за клиента.
settings-help-pdf_font_paths = Файлове с шрифтове за знаци, които липсват в шрифтовете на PDF, напр. китайски; по един на ред.
settings-help-lock_minutes = След колко минути покой екранът се заключва; 0 е никога.
settings-help-privacy_on_start = Започва със скрити поверителни и лични полета.
settings-help-ascii_marks = Прости знаци вместо линии, ако шрифтът ги рисува широко.
settings-help-saved_filters = Именувани филтри на екрана с клиенти.
settings-help-key_layout = Какво значат буквените клавиши при кирилска подредба.

## The card, the people of a client, the catalogue

settings-default = по подразбиране: { $value }
settings-default-back = по подразбиране: { $value }. Delete го връща.
settings-files = keys.toml и theme.toml на тази машина са в { $folder }
card-places = Къде работи
card-no-place = няма място при нито един клиент
card-since = от { $from }
card-meetings = Срещи
card-last = последна
card-next = следваща
card-none-planned = нищо не е планирано
card-contacts = Как се намира
card-wants = Какво иска
card-personal = Лично
card-notes = Бележки
people-here = Тук сега
people-left = Напуснали
people-whom = Кой: име от книгата или ново
catalogue-products = Продукти
catalogue-answers = Стандартни отговори
catalogue-colleagues = Колеги
catalogue-unplaced = Хора без място
catalogue-withdrawn = спрян
