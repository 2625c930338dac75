# Words of the trade: records, stored values, field labels, verbs. `.short` is for narrow places, `.mark` for cells of a grid.

## entity

entity-client = Клиент
entity-person = Контактное лицо
    .short = Лицо
entity-affiliation = Должность
entity-role = Роль в решении
    .short = Роль
entity-stance = Отношение
entity-influence = Влияние
entity-interest = Личный интерес
    .short = Интерес
entity-need = Потребность
entity-visit = Встреча
entity-commitment = Обещание
entity-product = Банковский продукт
    .short = Продукт
entity-holding = Подключённый продукт
    .short = Подключён
entity-proposal = Предложение
entity-proposal_term = Условие
entity-term_score = Оценка условия
    .short = Балл
entity-concession = Уступка
entity-ledger_month = Месяц учёта доходности
    .short = Учёт
entity-service_budget = Бюджет обслуживания
    .short = Бюджет
entity-service_spend = Расход на обслуживание
    .short = Расход
entity-satisfaction = Удовлетворённость
    .short = Удовл.
entity-occasion = Памятная дата
    .short = Дата
entity-answer = Стандартный ответ
    .short = Ответ
entity-problem = Проблема
entity-note = Заметка
entity-fx_rate = Валютный курс
    .short = Курс
entity-tier_snapshot = Место в пирамиде на конец месяца
    .short = Уровень
entity-client_link = Связь между клиентами
    .short = Связь
entity-business_audit = Аудит бизнеса клиента
    .short = Аудит
entity-client_goal = Цель
entity-plan_target = Плановый показатель
    .short = План
entity-vip_evidence = Подтверждение критерия VIP
    .short = Подтв.
entity-internal_brief = Внутренняя справка
    .short = Для себя
entity-decision_map = Карта принятия решений
    .short = Карта

## term

term-vip_test = критерии VIP
    .short = тест VIP
term-ltv = пожизненная ценность клиента
    .short = LTV
term-tier = уровень пирамиды
    .short = уровень
term-adaptation = адаптация клиента
    .short = адаптация
term-balance_of_forces = расстановка сил
    .short = баланс
term-road = подход
term-general_map = общая карта
    .short = общая

## client

client-kind-company = компания
client-kind-individual = физическое лицо
    .short = физлицо
client-status-prospect = потенциальный
    .short = потенц.
client-status-active = действующий
    .short = действ.
client-status-dormant = спящий
client-status-left = ушедший
client-status-declined = отказ
client-status-merged = объединён
    .short = объед.
client-status-archived = в архиве
client-vip_category-long_standing = давний клиент
    .short = давний
client-vip_category-retain = удержать в первую очередь
    .short = удержать
client-vip_category-attract = привлечь
client-segment-bank_related = связанный с банком
    .short = связан.
client-segment-large = крупный
client-segment-medium = средний
client-segment-mass = массовый
client-tier-most_valuable = наиболее ценные клиенты (НЦК)
    .short = НЦК
    .mark = НЦ
client-tier-strategic = стратегические
    .short = стратег.
    .mark = СТ
client-tier-working = рабочие
    .mark = РБ
client-tier-ballast = балласт («ниже нуля»)
    .short = балласт
    .mark = БЛ
client-tier-unknown = неизвестно
    .short = неизв
    .mark = ?
client-stage-1 = Оценка привлекательности
    .short = Оценка
client-stage-2 = Подготовка ситуации встречи
    .short = Подготовка
client-stage-3 = Знакомство
client-stage-4 = Поддержание контакта: потребности и карта
    .short = Контакт
client-stage-5 = Выход на высшее руководство
    .short = Руководство
client-stage-6 = Обсуждение всех потребностей, путь к решению
    .short = Потребности
client-stage-7 = Связь со всеми службами, компромиссное предложение
    .short = Службы
client-source_channel-direct_referral = рекомендация клиента
client-source_channel-direct_event = конференция, мероприятие
client-source_channel-direct_relative = родственники сотрудников
client-source_channel-direct_success_news = публикации об успехах компании
client-source_channel-direct_personal = личные связи
client-source_channel-direct_association = отраслевая ассоциация
client-source_channel-direct_letter = адресное письмо
client-source_channel-indirect_advertising = реклама
client-source_channel-indirect_image = имидж банка
client-source_channel-indirect_internet = интернет
client-source_channel-indirect_open_day = день открытых дверей
client-source_channel-inherited = передан от коллеги
client-source_channel-other = другое
client-language-en = английский
client-language-ru = русский
client-language-bg = болгарский
client-language-zh = китайский
client-language-other = другой
client-risk_profile-low = низкий
client-risk_profile-medium = средний
client-risk_profile-high = высокий

## vip

vip-criterion-V1 = широкий набор продуктов
    .short = продукты
vip-criterion-V2 = объёмы
vip-criterion-V2a = выручка за 12 месяцев
    .short = выручка
vip-criterion-V2b = оборот по счетам в месяц
    .short = оборот
vip-criterion-V2c = экспорт за 12 месяцев
    .short = экспорт
vip-criterion-V2d = среднедневной остаток
    .short = остаток
vip-criterion-V3 = монополия в отрасли или регионе
    .short = монополия
vip-criterion-V4 = стратегически привлекателен для банка
    .short = стратегия
vip-criterion-V5 = высокий рост показателей
    .short = рост
vip-verdict-met = выполнен
vip-verdict-not_met = не выполнен
    .short = нет
vip-verdict-unknown = неизвестно
    .short = неизв
vip-result-passes = соответствует
    .short = соотв.
vip-result-fails = не соответствует
    .short = не соотв.
vip-result-undetermined = не определено
    .short = не ясно
vip-result-not_applicable = неприменимо
    .short = н/п

## vip_evidence

vip_evidence-kind-figure = показатель
vip_evidence-kind-judgement = экспертная оценка
    .short = оценка
vip_evidence-source-ledger = учёт доходности
vip_evidence-source-client_report = отчётность клиента
vip_evidence-source-public = открытые источники
vip_evidence-source-registry = реестр
vip_evidence-source-visit = встреча
vip_evidence-source-colleague = коллега
vip_evidence-source-other = другое

## person

person-side-client = сторона клиента
    .short = клиент
person-side-bank = банк
person-side-other = третья сторона
    .short = третья
person-sex-f = женский
person-sex-m = мужской

## affiliation

affiliation-level-board = совет директоров
    .short = совет
affiliation-level-top = высшее руководство
    .short = верх
affiliation-level-middle = среднее звено
    .short = средний
affiliation-level-specialist = специалист
    .short = спец.
affiliation-level-support = вспомогательный персонал
    .short = вспом.
affiliation-level-unknown = неизвестно
    .short = неизв

## role

role-kind-prepares = готовит
role-kind-agrees = согласует
role-kind-speaks_for = озвучивает
role-kind-budgets = закладывает в бюджет
    .short = бюджет
role-kind-decides = принимает окончательное решение
    .short = решает
role-kind-influences = влияет
role-kind-operates = исполнитель
    .short = исполняет
role-kind-informs = источник сведений
    .short = информирует
role-certainty-assumed = догадка
    .mark = догад
role-certainty-heard = со слов
    .short = слова
role-certainty-confirmed = подтверждено
    .short = подтв
role-freshness-fresh = свежие сведения
    .short = свежо
role-freshness-ask = спросить снова
    .short = спросить
    .mark = ?
role-freshness-old = сильно устарело
    .short = устарело
    .mark = ??
role-end_reason-left = уход с должности
role-end_reason-changed = смена обязанностей
role-end_reason-wrong = ошибочная запись

## stance

stance-value-minus2 = против
    .mark = --
stance-value-minus1 = прохладно
    .mark = -
stance-value-0 = нейтрально
    .short = нейтр.
    .mark = 0
stance-value-1 = тепло
    .mark = +
stance-value-2 = активный сторонник
    .short = сторонник
    .mark = ++
stance-value-unknown = неизвестно
    .short = неизв

## influence

influence-kind-reports_to = подчиняется
influence-kind-influences = влияет на

## interest

interest-kind-career = карьера
interest-kind-workload = нагрузка
interest-kind-standing = авторитет
interest-kind-own_targets = свои показатели
interest-kind-risk = избежать риска
    .short = риск
interest-kind-team = команда
interest-kind-relationship = отношения
interest-kind-craft = дело и мастерство
    .short = дело
interest-kind-other = другое

## need

need-voice-stated = высказанная
    .short = высказ.
need-voice-hidden = скрытая
need-breadth-basic = базовая
need-breadth-special = особая
need-theme-settlement = расчёты
need-theme-financing = финансирование
need-theme-cash = движение денег
need-theme-guarantee = гарантии
need-theme-rating = рейтинг
need-theme-advice = консультации
need-theme-trade = внешняя торговля
need-theme-fx = валюта
need-theme-treasury = казначейство
need-theme-payroll = зарплата
need-theme-investment = инвестиции
need-theme-protection = защита и страхование
need-theme-succession = передача дела
need-theme-digital = цифровые сервисы
need-theme-private = личные дела
need-theme-other = другое
need-origin-client = от клиента
need-origin-manager = замечена менеджером
need-origin-colleague = от коллеги
need-origin-formed_by_us = сформирована нами
need-state-hypothesis = гипотеза
need-state-probed = проверяется
    .short = проверка
need-state-confirmed = подтверждена
    .short = подтв
need-state-addressed = решение найдено
    .short = решается
need-state-met = удовлетворена
    .short = удовлетв.
need-state-dropped = снята
need-weight-hint = намёк
need-weight-said = сказано
need-weight-document = документ
need-drop_kind-no_product = нет продукта
need-drop_kind-no_interest = нет интереса
need-drop_kind-solved_elsewhere = решена в другом месте
need-drop_kind-other = другое
need-answered_by-offer = предложение
need-answered_by-holding = подключённый продукт
need-answered_by-note = заметка

## visit

visit-kind-meeting = встреча
visit-kind-call = звонок
visit-kind-event = мероприятие
    .short = меропр.
visit-kind-reception = приём
visit-phase-before = до продажи
    .short = до
visit-phase-during = во время продажи
    .short = во время
visit-phase-after = после продажи
    .short = после
visit-place_kind-theirs = у клиента
visit-place_kind-ours = в банке
visit-place_kind-other = другое место
    .short = другое
visit-place_kind-phone = по телефону
    .short = телефон
visit-place_kind-video = по видеосвязи
    .short = видео
visit-status-planned = назначена
visit-status-held = проведена
    .mark = +
visit-status-cancelled = отменена
visit-status-missed = сорвалась
    .mark = x
visit-status-to_write_up = без итога
    .mark = ?
visit-requested_by-us = мы
visit-requested_by-them = клиент
visit-about-need = потребность
visit-about-role = роль
visit-about-stance = отношение
visit-about-figure = показатель
visit-about-occasion = памятная дата
visit-push_check-none = без предупреждения
visit-push_check-kept = оставлено вопреки предупреждению
visit-push_check-unticked = не предложение, причина указана

## commitment

commitment-who-we = мы
commitment-who-they = они
commitment-state-open = открыто
commitment-state-passed = передано
commitment-state-done = выполнено
commitment-state-cancelled = отменено
commitment-repeat-none = однократно
commitment-repeat-weekly = еженедельно
commitment-repeat-monthly = ежемесячно
commitment-repeat-quarterly = ежеквартально
commitment-repeat-yearly = ежегодно
commitment-origin-visit = на встрече
commitment-origin-adaptation = адаптация
commitment-origin-problem = из проблемы
commitment-origin-manual = вручную

## product

product-family-settlement = расчётное обслуживание
    .short = расчёты
product-family-lending = кредитование
    .short = кредиты
product-family-deposits = депозиты
product-family-cash = управление ликвидностью
    .short = ликвидность
product-family-trade = торговое финансирование
    .short = торг. фин.
product-family-guarantees = гарантии
product-family-fx = валютные операции
    .short = валюта
product-family-cards = карты
product-family-payroll = зарплатный проект
    .short = зарплата
product-family-investment = инвестиции
product-family-trust = доверительное управление
    .short = доверит. упр
product-family-advice = консультации
product-family-digital = дистанционное обслуживание
    .short = дистанц.
product-family-insurance = страхование
product-family-other = другое

## proposal

proposal-kind-standard = типовое
proposal-kind-tailored = индивидуальное
proposal-kind-package = пакетное
proposal-state-draft = черновик
proposal-state-discussed = обсуждается
    .short = обсужд.
proposal-state-presented = представлено
    .short = предст.
proposal-state-accepted = принято
proposal-state-declined = отклонено

## proposal_term

proposal_term-kind-price = цена
proposal_term-kind-amount = сумма
proposal_term-kind-term = срок
proposal_term-kind-service = обслуживание
proposal_term-kind-security = обеспечение
proposal_term-kind-timing = график
proposal_term-kind-advice = консультация
proposal_term-kind-other = другое
proposal_term-state-open = открыто
proposal_term-state-agreed = согласовано
    .short = согл.
proposal_term-state-dropped = снято
proposal_term-cover-0 = не закрыта
proposal_term-cover-1 = частично
proposal_term-cover-2 = полностью

## service_spend

service_spend-category-schooling = образование
service_spend-category-legal_tax = юридические и налоговые консультации
    .short = право
service_spend-category-travel = поездки
service_spend-category-medical = медицина
service_spend-category-culture = культура
service_spend-category-sport = спорт
service_spend-category-gift = подарок
service_spend-category-event = мероприятие
service_spend-category-transport = транспорт
service_spend-category-other = другое

## satisfaction

satisfaction-source-said = сказано клиентом
satisfaction-source-survey = опрос
satisfaction-source-manager_view = собственная оценка
satisfaction-about-overall = в целом
satisfaction-about-solvency = платёжеспособность
satisfaction-about-reliability = надёжность
satisfaction-about-speed = скорость
satisfaction-about-staff = сотрудники
satisfaction-about-service = обслуживание
satisfaction-about-price = цена
satisfaction-about-reach = доступность
satisfaction-trend-up = рост
satisfaction-trend-level = ровно
satisfaction-trend-down = спад

## occasion

occasion-kind-birthday = день рождения
occasion-kind-anniversary = годовщина
occasion-kind-name_day = именины
occasion-kind-company_day = день компании
occasion-kind-holiday = праздник
occasion-kind-other = другое
occasion-recurring-yearly = ежегодно
occasion-recurring-once = однократно

## answer

answer-kind-answer = ответ
answer-kind-standard = стандарт
answer-kind-recommendation = рекомендация
answer-kind-rights = права клиента
answer-kind-conflict = бесконфликтная работа
answer-kind-negotiation = переговоры
answer-kind-playbook = порядок работы на этапе

## problem

problem-kind-complaint = жалоба
problem-kind-question = вопрос
problem-kind-request = просьба
problem-kind-suggestion = пожелание
problem-topic-channels = каналы обслуживания
problem-topic-settlement = расчёты
problem-topic-staff = сотрудники
problem-topic-price = цена
problem-topic-speed = скорость
problem-topic-product_feedback = отзыв о продукте
problem-topic-documents = документы
problem-topic-other = другое
problem-severity-1 = низкая
problem-severity-2 = обычная
problem-severity-3 = высокая
problem-state-open = открыта
problem-state-passed = передана
problem-state-answered = ответ получен
    .short = ответ
problem-state-resolved = решена
problem-state-reopened = открыта вновь
    .short = вновь
problem-state-rejected = отклонена

## note

note-topic-process = процессы
note-topic-technology = технология
note-topic-market = рынок
note-topic-plans = планы
note-topic-partners = партнёры
note-topic-competitor = конкурент
note-topic-family = семья
note-topic-other = другое
note-source-visit = встреча
note-source-client = клиент
note-source-operations = операционный отдел
note-source-public = открытые источники
note-source-authority = орган власти
note-source-colleague = коллега
note-source-other = другое

## class

class-in = внутреннее
class-co = конфиденциальное
class-pe = личное

## client_link

client_link-kind-partner_of = партнёр
client_link-kind-supplier_of = поставщик
client_link-kind-customer_of = покупатель
client_link-kind-competitor_of = конкурент

## business_audit

business_audit-kind-business = бизнес
business_audit-kind-personal_finance = личные финансы
business_audit-position-leader = лидер
business_audit-position-strong = сильная
business_audit-position-average = средняя
business_audit-position-weak = слабая
business_audit-position-unknown = неизвестно

## client_goal

client_goal-kind-client_business = бизнес клиента
client_goal-kind-our_service = наше обслуживание
client_goal-kind-joint = совместная
client_goal-kind-decision_path = путь к решению
client_goal-state-proposed = предложена
client_goal-state-agreed = согласована
client_goal-state-reached = достигнута
client_goal-state-abandoned = оставлена

## plan_target

plan_target-measure-income = доход
plan_target-measure-turnover = оборот по счетам
    .short = оборот
plan_target-measure-avg_balance = среднедневной остаток
    .short = остаток
plan_target-measure-sales = выручка клиента
    .short = выручка
plan_target-measure-export = экспорт клиента
    .short = экспорт
plan_target-measure-holdings = подключённые продукты
    .short = продукты
plan_target-measure-satisfaction = удовлетворённость
    .short = удовлетв.
plan_target-measure-met_needs = удовлетворённые потребности
    .short = потребности
plan_target-measure-held_visits = проведённые встречи
    .short = встречи
plan_target-measure-clients_active = действующие клиенты
    .short = действующие
plan_target-measure-clients_most_valuable = наиболее ценные клиенты
    .short = НЦК
plan_target-measure-new_clients = новые клиенты
    .short = новые

## settings

settings-vip_volume_rule-all = все четыре показателя
settings-vip_volume_rule-any = любой из показателей
settings-name_display-given_first = сначала имя
settings-name_display-family_first = сначала фамилия
settings-name_display-as_entered = как записано
settings-key_layout-ru = русская
settings-key_layout-bg_bds = болгарская БДС
settings-key_layout-bg_phonetic = болгарская фонетическая, традиционная
settings-key_layout-bg_phonetic_new = болгарская фонетическая, новая
settings-key_layout-off = выключено

## screen

screen-today = Сегодня
screen-clients = Клиенты
screen-visits = Встречи
screen-after_visit = Итоги встречи
screen-needs = Потребности
screen-offers = Предложения
screen-money = Доходность
screen-catalogue = Каталог
screen-settings = Настройки
screen-history = История
screen-drafts = Черновики
screen-search = Поиск

## tab

tab-overview = Обзор
tab-map = Карта
tab-log = Журнал
tab-needs = Потребности
    .short = Потребн.
tab-money = Доходность
    .short = Доход
tab-offers = Предложения
    .short = Предлож.
tab-people = Люди
tab-history = История

## section

section-to_write_up = Записать итоги
    .short = итоги
section-promises_due = Сроки обещаний
    .short = обещания
section-overdue_contacts = Просроченные контакты
    .short = контакты
section-early_signals = Ранние сигналы
    .short = сигналы
section-occasions = Памятные даты
    .short = даты
section-problems = Проблемы
    .short = проблемы
section-follow_up_due = Ждут отклика
    .short = отклик
section-what_they_need = Что им нужно
section-who_decides = Кто решает
section-promised = Обещано
section-next = Дальше
section-goals_and_plan = Цели и план
section-last_contacts = Последние контакты
section-to_check = Уточнить
section-file = Досье
section-open = Открыто
section-next_questions = Вопросы для встречи

## signal

signal-cadence_overdue = контакт просрочен
signal-satisfaction_falling = удовлетворённость падает
signal-income_slipping = доход снижается
signal-our_promise_late = наше обещание просрочено
signal-decider_cooled = отношение решающего ухудшилось
signal-key_person_left = ключевое лицо ушло
signal-decider_stale = сведения о решающем устарели
signal-turnover_fallen = оборот упал
signal-offer_expired = срок предложения истёк

## finding

finding-kind-missing_step = никто не известен
finding-kind-decider_never_met = с решающим не встречались
finding-kind-opponent = влиятельный противник
finding-kind-unknown_stance = отношение неизвестно
finding-kind-single_point = всё держится на одном человеке
finding-kind-only_one_road = только один вход
finding-kind-stale = устаревшие сведения
finding-kind-conflict = решает не один
finding-kind-left = ещё на месте?
finding-kind-limit_too_low = лимит слишком мал

## label

label-name = название
label-full_name = полное имя
label-short_name = краткое название
label-industry = отрасль
label-region = регион
label-address = адрес
label-website = сайт
label-language = язык
label-kind = вид
label-status = статус
label-state = состояние
label-stage = этап
label-stage_since = на этапе с
label-source_channel = канал привлечения
label-relation_start = клиент с
label-assigned_on = закреплён с
label-deputy = замещает
label-bank_team = команда банка
label-main_bank = основной банк
label-choice_factors = чем выбирают банк
label-comfort_notes = для удобства гостя
label-risk_profile = отношение к риску
label-tags = метки
label-parent = материнская компания
label-position = должность
label-department = отдел
label-level = уровень
label-salutation = обращение
label-birthday = день рождения
label-family = семья
label-likes = что нравится
label-dislikes = что не нравится
label-background = образование и карьера
label-role = роль
label-certainty = уверенность
label-stance = отношение
label-influence = влияние
label-importance = важность
label-limit = лимит полномочий
label-reports_to = подчиняется
label-learned_on = узнали
label-reconfirmed_on = подтверждено вновь
label-source = источник
label-from = с
label-to = по
label-as_of = на дату
label-voice = высказана ли
label-breadth = широта
label-theme = тема
label-origin = откуда
label-essential = обязательная
    .short = обяз.
label-evidence = подтверждения
label-answered_by = чем решается
label-date = дата
label-time = время
label-minutes = минуты
label-place = место
label-phase = фаза
label-attendees = участники
label-came = присутствие
label-our_top_present = наше руководство
label-purpose = цель встречи
label-agenda = повестка
label-questions = вопросы
label-offers_product = предлагается продукт
label-outcome = итог
label-summary_shared = о чём договорились
label-requested_by = по просьбе
label-nothing_to_answer = отклик не нужен
label-last_contact = последний контакт
    .short = последний
label-made_on = обещано
label-due = срок
label-passed_to = передано в
label-done_on = выполнено
label-told_how = как сообщили клиенту
label-repeat = повтор
label-ours = наши
label-theirs = клиента
label-version = версия
label-valid_until = действует до
label-value = значение
label-our_floor = наш предел
label-our_value = ценность для нас
label-their_value = ценность для клиента
label-walk_away = когда мы отступаем
label-score = оценка
label-floor = опора
label-worth = ценность
label-in_return = взамен
label-month = месяц
label-currency = валюта
label-income = доход
label-cost = затраты
label-net = чистый результат
label-turnover = оборот
label-avg_balance = средний остаток
label-closed = закрыт
label-rate = курс
label-pool = общая сумма
label-spent = израсходовано
label-left = осталось
label-approved_by = согласовал
label-plan = план
label-actual = факт
label-pace = темп
label-year = год
label-quarter = квартал
label-about = о чём
label-quote = слова клиента
label-conclusion = что меняем
label-topic = тема
label-severity = серьёзность
label-raised_on = поступила
label-resolution = решение
label-told_client_on = клиенту сообщено
label-draft = черновик
label-reason = причина
label-period = период
label-verdict = вывод
label-text = текст
label-class = доступ
label-pinned = закреплено
label-share = можно показать клиенту
label-completeness = полнота досье
    .short = досье
label-coverage = полнота данных
label-concentration = концентрация
label-strategy = стратегия
label-strengths = сильные стороны
label-weaknesses = слабые стороны

## brief

brief-in_short = Коротко
brief-attending = Кто будет на встрече
brief-relationship = Отношения
brief-their_business = Бизнес клиента
brief-near_dates = Ближайшие даты
brief-answers_at_hand = Готовые ответы
brief-sources = Источники
brief-internal_mark = Для внутреннего пользования. Не для клиента.
brief-client-agenda = Повестка
brief-client-goals = Согласованные цели
brief-client-needs = Как мы поняли ваши потребности
brief-client-offer = Что обсуждается
brief-client-agreed = О чём договорились
brief-client-next_steps = Следующие шаги
brief-client-contacts = Ваши контакты в банке

## word

word-unknown = неизвестно
    .short = неизв
word-none = нет
word-yes = да
word-no = нет
word-today = сегодня
word-tomorrow = завтра
word-yesterday = вчера
word-due = срок { $day }
word-never_met = не встречались
word-never_contacted = контактов не было
word-nobody_known = никто не известен
    .short = никого
word-left_q = ещё на месте?
    .short = ушёл?
word-known_later = (узнано после этого дня)
    .mark = позже
word-possibly = возможно
    .mark = (?)
word-slow = долго на этапе
    .short = долго
word-audit_due = пора провести аудит
word-nothing_open = открытых нет
word-none_found = пока не найдено
word-no_date = без срока
word-no_row = нет строки
word-check_before_use = проверить перед применением

## week

week-mon = пн
week-tue = вт
week-wed = ср
week-thu = чт
week-fri = пт
week-sat = сб
week-sun = вс

## n

n-visits = { $n ->
    [one] { $n } встреча
    [few] { $n } встречи
   *[many] { $n } встреч
    }
n-clients = { $n ->
    [one] { $n } клиент
    [few] { $n } клиента
   *[many] { $n } клиентов
    }
n-in-days = { $n ->
    [one] через { $n } день
    [few] через { $n } дня
   *[many] через { $n } дней
    }
n-days-ago = { $n ->
    [one] { $n } день назад
    [few] { $n } дня назад
   *[many] { $n } дней назад
    }

## label

label-uid = uid
label-handle = краткий код
label-rev = номер правки
label-created_at = внесено
label-updated_at = изменено
label-extra = прочее из источника
label-name_local = название на своём языке
label-name_latin = латиницей
label-person = лицо
label-client = клиент
label-visit = встреча
label-registration_no = регистрационный номер
label-tax_no = ИНН
label-segment = сегмент по важности
label-vip_category = категория VIP
label-source_client = рекомендовавший клиент
label-source_person = рекомендовавшее лицо
label-source_note = источник словами
label-adaptation_from = адаптация с
label-adaptation_until = адаптация до
label-cadence_override_days = своя частота контактов, дней
label-visit_override_days = своя частота личных встреч, дней
label-override_reason = причина особой частоты
label-holdings_checked_on = продукты проверены
label-attract_decision = решение о привлечении
label-attract_decided_on = дата решения о привлечении
label-absent_steps = ненужные шаги
label-left_on = ушёл
label-left_reason = причина ухода
label-declined_reason = причина отказа
label-merged_into = объединён с
label-external_ids = номера в других программах
label-criterion = критерий
label-figure = показатель
label-family_name = фамилия
label-given_name = имя
label-patronymic = отчество
label-sex = пол
label-side = сторона
label-speciality = специализация
label-work_phones = рабочие телефоны
label-work_emails = рабочая почта
label-private_phones = личные телефоны
label-private_emails = личная почта
label-messenger = мессенджер
label-languages = языки
label-consent_note = основание хранения личных данных
label-deceased_on = дата смерти
label-is_primary = основная должность
label-left_to = куда ушёл
label-proposal = предложение
label-end_reason = причина окончания
label-reset = сброс в неизвестно
label-on = дата
label-note = заметка
label-from_person = от кого
label-to_person = кому
label-strength = сила
label-tie = чем связаны
label-title = название
label-detail = подробности
label-min_cover = нужное покрытие
label-value_to_client = ценность для клиента
label-drop_reason = почему снята
label-drop_kind = вид причины
label-addressed_on = решение найдено
label-owner_person = кто заинтересован
label-voiced_on = высказана
label-met_on = удовлетворена
label-start = начало
label-zone = часовой пояс
label-fold = повторный час
label-place_kind = где
label-travel_minutes = дорога, минут
label-reminder_minutes = напомнить за, минут
label-needs_discussed = обсуждаемые потребности
label-proposals = обсуждаемые предложения
label-push_check = проверка на навязывание
label-push_on = дата ответа на предупреждение
label-push_reason = почему это не предложение
label-outcome_none = без итога
label-cancel_reason = причина отмены
label-cancelled_by = кем отменена
label-followup_of = после встречи
label-series = серия
label-also_clients = другие клиенты
label-host = кто принимает
label-who = кто обещал
label-passed_on = дата передачи
label-back_on = дата возврата
label-done_note = как выполнено
label-repeat_day = день месяца
label-code = код
label-tailored = индивидуальный
label-priority = приоритетный
label-active = действует
label-description = описание
label-talking_points = тезисы для разговора
label-push_words = слова, которыми его называют
label-product = продукт
label-provider_other = в другом банке
label-volume = объём
label-goal = цель
label-contact_client = контакт у клиента
label-contact_bank = контакт в банке
label-ended_reason = причина прекращения
label-needs = на какие потребности отвечает
label-presented_in = представлено на встрече
label-decided_on = дата решения
label-declined_by = кто отклонил
label-decline_reason = причина отклонения
label-label = условие
label-covers = покрывает потребности
label-term = условие
label-interest = личный интерес
label-by = кто уступил
label-from_value = было
label-to_value = стало
label-correction = исправительная запись
label-sales = выручка клиента
label-export = экспорт клиента
label-override = особые суммы
label-amount = сумма
label-category = категория
label-recurring = повторяемость
label-lead_days = напомнить за, дней
label-how = как отмечаем
label-marked = отмечено
label-question = вопрос
label-body = ответ
label-reviewed_on = проверено
label-uses = сколько раз применён
label-raised_by = от кого
label-passes = передачи
label-client_satisfied = клиент доволен
label-tier = уровень пирамиды
label-ltv = LTV
label-a = клиент
label-b = связанный клиент
label-market_share_pct = доля рынка, %
label-competitors = конкуренты
label-our_goal = наша цель
label-forecast_low = прогноз, нижний
label-forecast_likely = прогноз, вероятный
label-forecast_high = прогноз, верхний
label-horizon_years = горизонт, лет
label-next_on = следующий аудит
label-agreed_with = согласовано с
label-agreed_on = дата согласования
label-policy_note = соответствие нашей политике
label-measure = показатель
label-target = план

## field

field-person-family = семья
field-product-family = вид продукта
field-stance-value = отношение
field-influence-kind = вид связи
field-role-kind = роль
field-proposal_term-our_floor = наш предел
field-proposal_term-value = что предлагаем
field-affiliation-department = отдел
field-person-languages = какими языками владеет
field-visit-kind = вид встречи
field-visit-place = место
field-satisfaction-quote = слова клиента
field-business_audit-position = место на рынке
field-note-class = доступ
field-client-name = название
field-client-person = кто это
field-client_goal-text = цель
field-interest-text = чего хочет
field-commitment-text = обещание
field-note-text = заметка
field-service_spend-text = на что
field-plan_target-client = клиент (пусто: портфель)
field-settings-manager_name = ваше имя
field-settings-manager_title = ваша должность
field-settings-manager_phone = ваш телефон
field-settings-manager_email = ваша эл. почта
field-settings-bank_name = банк
field-settings-bank_short = банк, кратко
field-settings-ui_language = язык экранов
field-settings-brief_language = язык справок
field-settings-zone = часовой пояс
field-settings-reporting_currency = валюта отчётности
field-settings-week_start = первый день недели
field-settings-work_days = рабочие дни
field-settings-holidays = праздники
field-settings-departments = отделы
field-settings-top_share = верх пирамиды, %
field-settings-unstable_cv = нестабильность от вариации
field-settings-min_months_stability = месяцев для оценки стабильности
field-settings-vip_k = нужно критериев VIP
field-settings-vip_volume_rule = правило объёмов
field-settings-vip_sales_year = VIP: выручка за год
field-settings-vip_turnover_month = VIP: оборот за месяц
field-settings-vip_export_year = VIP: экспорт за год
field-settings-vip_balance_month = VIP: среднедневной остаток
field-settings-vip_min_products = VIP: число продуктов
field-settings-vip_min_families = VIP: число видов продуктов
field-settings-vip_growth_pct = VIP: рост, %
field-settings-evidence_max_age_figure = показатели годны, месяцев
field-settings-evidence_max_age_judgement = оценки годны, месяцев
field-settings-individual_thresholds = пороги для физических лиц
field-settings-cadence_days = частота контактов, дней
field-settings-visit_days = личные встречи, дней
field-settings-followup_work_days = отклик, рабочих дней
field-settings-fact_half_life_days = срок старения сведений, дней
field-settings-satisfaction_half_life_days = срок старения оценки, дней
field-settings-satisfaction_window_days = оценки учитываются, дней
field-settings-level_weights = веса уровней
field-settings-service_rates = бюджет обслуживания, промилле
field-settings-occasion_lead_days = памятные даты, дней вперёд
field-settings-evening_hour = завтра показывать с, час
field-settings-leak_min_chars = проверка утечки от, знаков
field-settings-pdf_font_paths = шрифты PDF
field-settings-lock_minutes = блокировка через, минут
field-settings-name_display = порядок имён
field-settings-privacy_on_start = начинать в режиме приватности
field-settings-cost_includes_service = затраты включают обслуживание
field-settings-slow_stage_days = долго на этапе от, дней
field-settings-adaptation_days = адаптация, дней
field-settings-key_layout = раскладка клавиатуры
field-settings-saved_filters = сохранённые фильтры
field-settings-ascii_marks = знаки ASCII

## label

label-expected = ожидается
label-weight = вес
label-step = шаг
label-asked = задан
label-answer = ответ
label-ref = к какой записи
label-need = потребность
label-cover = покрытие
label-to_whom = кому
label-what = что
label-known = известно
label-of = из
label-most_valuable = наиболее ценные
label-strategic = стратегические
label-working = рабочие
label-ballast = балласт
label-unknown = неизвестно
label-adaptation = в адаптации
label-board = совет
label-top = верх
label-middle = среднее звено
label-specialist = специалист
label-support = вспомогательный

## role

role-certainty-none = не знаем

## word

word-age_days = { $n }д
word-age_months = { $n }мес
word-age_years = { $n }г
word-in_minutes = через { $n } мин
word-in_hours = через { $h } ч
word-in_hours_minutes = через { $h } ч { $m }
word-late_days = просрочено { $n }д

## language

language-en = { client-language-en }
language-ru = { client-language-ru }
language-bg = { client-language-bg }
language-zh = { client-language-zh }

## vip

vip-criterion-products = { vip-criterion-V1 }
    .short = { vip-criterion-V1.short }
vip-criterion-volume_sales = { vip-criterion-V2a }
    .short = { vip-criterion-V2a.short }
vip-criterion-volume_turnover = { vip-criterion-V2b }
    .short = { vip-criterion-V2b.short }
vip-criterion-volume_export = { vip-criterion-V2c }
    .short = { vip-criterion-V2c.short }
vip-criterion-volume_balance = { vip-criterion-V2d }
    .short = { vip-criterion-V2d.short }
vip-criterion-monopoly = { vip-criterion-V3 }
    .short = { vip-criterion-V3.short }
vip-criterion-strategic = { vip-criterion-V4 }
    .short = { vip-criterion-V4.short }
vip-criterion-growth = { vip-criterion-V5 }
    .short = { vip-criterion-V5.short }
