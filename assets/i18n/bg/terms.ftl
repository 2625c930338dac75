# Words of the trade: records, stored values, field labels, verbs. `.short` is for narrow places, `.mark` for cells of a grid.

## entity

entity-client = Клиент
entity-person = Лице за контакт
    .short = Лице
entity-affiliation = Длъжност
entity-role = Роля в решението
    .short = Роля
entity-stance = Отношение
entity-influence = Влияние
entity-interest = Личен интерес
    .short = Интерес
entity-need = Потребност
entity-visit = Среща
entity-commitment = Обещание
entity-product = Банков продукт
    .short = Продукт
entity-holding = Ползван продукт
    .short = Ползван
entity-proposal = Предложение
entity-proposal_term = Условие
entity-term_score = Оценка на условие
    .short = Оценка
entity-concession = Отстъпка
entity-ledger_month = Месец от отчета за доходност
    .short = Отчет
entity-service_budget = Бюджет за обслужване
    .short = Бюджет
entity-service_spend = Разход за обслужване
    .short = Разход
entity-satisfaction = Удовлетвореност
    .short = Удовл.
entity-occasion = Повод
entity-answer = Стандартен отговор
    .short = Отговор
entity-problem = Проблем
entity-note = Бележка
entity-fx_rate = Валутен курс
    .short = Курс
entity-tier_snapshot = Място в пирамидата в края на месеца
    .short = Ниво
entity-client_link = Връзка между клиенти
    .short = Връзка
entity-business_audit = Одит на бизнеса
    .short = Одит
entity-client_goal = Цел
entity-plan_target = Планов показател
    .short = План
entity-vip_evidence = Доказателство по изискване за ВИП
    .short = Доказат.
entity-internal_brief = Вътрешна справка
    .short = Вътрешна
entity-decision_map = Карта на вземане на решения
    .short = Карта

## term

term-vip_test = изисквания за ВИП
    .short = тест ВИП
term-ltv = стойност за целия срок (LTV)
    .short = LTV
term-tier = ниво в пирамидата
    .short = ниво
term-adaptation = адаптация
term-balance_of_forces = съотношение на силите
    .short = баланс
term-road = подход
term-general_map = обща карта
    .short = обща

## client

client-kind-company = дружество
client-kind-individual = физическо лице
    .short = физ. лице
client-status-prospect = потенциален
    .short = потенц.
client-status-active = действащ
    .short = действ.
client-status-dormant = спящ
client-status-left = напуснал
client-status-declined = отказ
client-status-merged = слят
client-status-archived = в архив
client-vip_category-long_standing = дългогодишен клиент
    .short = отдавна
client-vip_category-retain = да се задържи на първо място
    .short = задържи
client-vip_category-attract = да се привлече
    .short = привлечи
client-segment-bank_related = свързан с банката
    .short = свързан
client-segment-large = голям
client-segment-medium = среден
client-segment-mass = масов
client-tier-most_valuable = най-ценни клиенти
    .short = най-ценни
    .mark = НЦ
client-tier-strategic = стратегически
    .short = стратег.
    .mark = СТ
client-tier-working = работни
    .mark = РБ
client-tier-ballast = баласт
    .mark = БЛ
client-tier-unknown = неизвестно
    .short = неизв
    .mark = ?
client-stage-1 = Оценка на привлекателността
    .short = Оценка
client-stage-2 = Подготовка на ситуация за среща
    .short = Подготовка
client-stage-3 = Запознанство
client-stage-4 = Поддържане на контакт: потребности и карта
    .short = Контакт
client-stage-5 = Достъп до висшето ръководство
    .short = Ръководство
client-stage-6 = Обсъждане на всички потребности, път към решението
    .short = Потребности
client-stage-7 = Връзка с всички служби, компромисно предложение
    .short = Служби
client-source_channel-direct_referral = препоръка от клиент
client-source_channel-direct_event = конференция, събитие
client-source_channel-direct_relative = роднини на служители
client-source_channel-direct_success_news = публикации за успехите на фирмата
client-source_channel-direct_personal = лични контакти
client-source_channel-direct_association = браншова организация
client-source_channel-direct_letter = адресирано писмо
client-source_channel-indirect_advertising = реклама
client-source_channel-indirect_image = имидж на банката
client-source_channel-indirect_internet = интернет
client-source_channel-indirect_open_day = ден на отворените врати
client-source_channel-inherited = поет от колега
client-source_channel-other = друго
client-language-en = английски
client-language-ru = руски
client-language-bg = български
client-language-zh = китайски
client-language-other = друг
client-risk_profile-low = нисък
client-risk_profile-medium = среден
client-risk_profile-high = висок

## vip

vip-criterion-V1 = широк набор продукти
    .short = продукти
vip-criterion-V2 = обеми
vip-criterion-V2a = продажби за 12 месеца
    .short = продажби
vip-criterion-V2b = месечен оборот по сметки
    .short = оборот
vip-criterion-V2c = износ за 12 месеца
    .short = износ
vip-criterion-V2d = среднодневно салдо
    .short = салдо
vip-criterion-V3 = монопол в бранша или региона
    .short = монопол
vip-criterion-V4 = стратегически привлекателен за банката
    .short = стратегия
vip-criterion-V5 = висок растеж на показателите
    .short = растеж
vip-verdict-met = изпълнено
vip-verdict-not_met = неизпълнено
    .short = не
vip-verdict-unknown = неизвестно
    .short = неизв
vip-result-passes = отговаря
vip-result-fails = не отговаря
    .short = не отгов.
vip-result-undetermined = неопределено
    .short = неясно
vip-result-not_applicable = неприложимо
    .short = н/п

## vip_evidence

vip_evidence-kind-figure = показател
vip_evidence-kind-judgement = преценка
vip_evidence-source-ledger = отчет за доходност
vip_evidence-source-client_report = отчет на клиента
vip_evidence-source-public = публични източници
vip_evidence-source-registry = регистър
vip_evidence-source-visit = среща
vip_evidence-source-colleague = колега
vip_evidence-source-other = друго

## person

person-side-client = страна на клиента
    .short = клиент
person-side-bank = банка
person-side-other = трета страна
    .short = трета
person-sex-f = женски
person-sex-m = мъжки

## affiliation

affiliation-level-board = управителен съвет
    .short = съвет
affiliation-level-top = висше ръководство
    .short = върх
affiliation-level-middle = средно ниво
    .short = среден
affiliation-level-specialist = специалист
    .short = спец.
affiliation-level-support = помощен персонал
    .short = помощен
affiliation-level-unknown = неизвестно
    .short = неизв

## role

role-kind-prepares = подготвя
role-kind-agrees = съгласува
role-kind-speaks_for = изказва
role-kind-budgets = включва в бюджета
    .short = бюджет
role-kind-decides = взема окончателното решение
    .short = решава
role-kind-influences = влияе
role-kind-operates = изпълнител
    .short = изпълнява
role-kind-informs = информатор
    .short = информира
role-certainty-assumed = догадка
    .mark = догад
role-certainty-heard = чуто
role-certainty-confirmed = потвърдено
    .short = потв
role-freshness-fresh = скорошни сведения
    .short = скорошно
role-freshness-ask = да се попита пак
    .short = попитай
    .mark = ?
role-freshness-old = много остаряло
    .short = остаряло
    .mark = ??
role-end_reason-left = напускане на поста
role-end_reason-changed = промяна на задълженията
role-end_reason-wrong = погрешен запис

## stance

stance-value-minus2 = против
    .mark = --
stance-value-minus1 = хладно
    .mark = -
stance-value-0 = неутрално
    .mark = 0
stance-value-1 = топло
    .mark = +
stance-value-2 = застъпник
    .mark = ++
stance-value-unknown = неизвестно
    .short = неизв

## influence

influence-kind-reports_to = подчинен на
influence-kind-influences = влияе на

## interest

interest-kind-career = кариера
interest-kind-workload = натоварване
interest-kind-standing = авторитет
interest-kind-own_targets = собствени показатели
interest-kind-risk = избягване на риск
    .short = риск
interest-kind-team = екип
interest-kind-relationship = отношения
interest-kind-craft = дело и майсторство
    .short = дело
interest-kind-other = друго

## need

need-voice-stated = изразена
need-voice-hidden = скрита
need-breadth-basic = основна
need-breadth-special = особена
need-theme-settlement = разплащания
need-theme-financing = финансиране
need-theme-cash = парични потоци
need-theme-guarantee = гаранции
need-theme-rating = рейтинг
need-theme-advice = консултации
need-theme-trade = външна търговия
need-theme-fx = валута
need-theme-treasury = управление на средствата
need-theme-payroll = заплати
need-theme-investment = инвестиции
need-theme-protection = защита и застраховане
need-theme-succession = приемственост
need-theme-digital = дигитални услуги
need-theme-private = лични дела
need-theme-other = друго
need-origin-client = от клиента
need-origin-manager = забелязана от мениджъра
need-origin-colleague = от колега
need-origin-formed_by_us = формирана от нас
need-state-hypothesis = хипотеза
need-state-probed = проучва се
    .short = проучване
need-state-confirmed = потвърдена
    .short = потв
need-state-addressed = намерено решение
    .short = решава се
need-state-met = удовлетворена
    .short = удовлетв.
need-state-dropped = отпаднала
need-weight-hint = намек
need-weight-said = казано
need-weight-document = документ
need-drop_kind-no_product = няма продукт
need-drop_kind-no_interest = няма интерес
need-drop_kind-solved_elsewhere = решена другаде
need-drop_kind-other = друго
need-answered_by-offer = предложение
need-answered_by-holding = ползван продукт
need-answered_by-note = бележка

## visit

visit-kind-meeting = среща
visit-kind-call = обаждане
visit-kind-event = събитие
visit-kind-reception = прием
visit-phase-before = преди продажба
    .short = преди
visit-phase-during = по време на продажба
    .short = по време
visit-phase-after = след продажба
    .short = след
visit-place_kind-theirs = при клиента
    .short = при тях
visit-place_kind-ours = в банката
visit-place_kind-other = друго място
    .short = друго
visit-place_kind-phone = по телефона
    .short = телефон
visit-place_kind-video = по видеовръзка
    .short = видео
visit-status-planned = насрочена
visit-status-held = проведена
    .mark = +
visit-status-cancelled = отменена
visit-status-missed = пропусната
    .short = пропусн.
    .mark = x
visit-status-to_write_up = за записване
    .short = без запис
    .mark = ?
visit-requested_by-us = ние
visit-requested_by-them = клиентът
visit-about-need = потребност
visit-about-role = роля
visit-about-stance = отношение
visit-about-figure = показател
visit-about-occasion = повод
visit-push_check-none = без предупреждение
visit-push_check-kept = оставено въпреки предупреждението
visit-push_check-unticked = не е предложение, посочена причина

## commitment

commitment-who-we = ние
commitment-who-they = те
commitment-state-open = открито
commitment-state-passed = прехвърлено
    .short = прехвърл.
commitment-state-done = изпълнено
commitment-state-cancelled = отменено
commitment-repeat-none = еднократно
commitment-repeat-weekly = всяка седмица
commitment-repeat-monthly = всеки месец
commitment-repeat-quarterly = всяко тримесечие
commitment-repeat-yearly = всяка година
commitment-origin-visit = на среща
commitment-origin-adaptation = адаптация
commitment-origin-problem = от проблем
commitment-origin-manual = ръчно

## product

product-family-settlement = разплащателно обслужване
    .short = разплащания
product-family-lending = кредитиране
    .short = кредити
product-family-deposits = депозити
product-family-cash = управление на ликвидността
    .short = ликвидност
product-family-trade = търговско финансиране
    .short = търг. фин.
product-family-guarantees = гаранции
product-family-fx = валутни операции
    .short = валута
product-family-cards = карти
product-family-payroll = превод на заплати
    .short = заплати
product-family-investment = инвестиции
product-family-trust = доверително управление
    .short = доверит. упр
product-family-advice = консултации
product-family-digital = електронно банкиране
    .short = електронно
product-family-insurance = застраховане
product-family-other = друго

## proposal

proposal-kind-standard = стандартно
proposal-kind-tailored = индивидуално
proposal-kind-package = пакетно
proposal-state-draft = чернова
proposal-state-discussed = обсъжда се
    .short = обсъжда
proposal-state-presented = представено
    .short = представ.
proposal-state-accepted = прието
proposal-state-declined = отклонено

## proposal_term

proposal_term-kind-price = цена
proposal_term-kind-amount = сума
proposal_term-kind-term = срок
proposal_term-kind-service = обслужване
proposal_term-kind-security = обезпечение
proposal_term-kind-timing = график
proposal_term-kind-advice = консултация
proposal_term-kind-other = друго
proposal_term-state-open = открито
proposal_term-state-agreed = договорено
    .short = догов.
proposal_term-state-dropped = отпаднало
proposal_term-cover-0 = непокрита
proposal_term-cover-1 = частично
proposal_term-cover-2 = напълно

## service_spend

service_spend-category-schooling = образование
service_spend-category-legal_tax = правни и данъчни консултации
    .short = право
service_spend-category-travel = пътувания
service_spend-category-medical = медицина
service_spend-category-culture = култура
service_spend-category-sport = спорт
service_spend-category-gift = подарък
service_spend-category-event = събитие
service_spend-category-transport = транспорт
service_spend-category-other = друго

## satisfaction

satisfaction-source-said = казано от клиента
satisfaction-source-survey = анкета
satisfaction-source-manager_view = собствена оценка
satisfaction-about-overall = общо
satisfaction-about-solvency = платежоспособност
satisfaction-about-reliability = надеждност
satisfaction-about-speed = бързина
satisfaction-about-staff = служители
satisfaction-about-service = обслужване
satisfaction-about-price = цена
satisfaction-about-reach = достъпност
satisfaction-trend-up = ръст
satisfaction-trend-level = ровно
satisfaction-trend-down = спад

## occasion

occasion-kind-birthday = рожден ден
occasion-kind-anniversary = годишнина
occasion-kind-name_day = имен ден
occasion-kind-company_day = празник на фирмата
occasion-kind-holiday = празник
occasion-kind-other = друго
occasion-recurring-yearly = всяка година
occasion-recurring-once = еднократно

## answer

answer-kind-answer = отговор
answer-kind-standard = стандарт
answer-kind-recommendation = препоръка
answer-kind-rights = права на клиента
answer-kind-conflict = безконфликтна работа
answer-kind-negotiation = преговори
answer-kind-playbook = ред на работа в етапа

## problem

problem-kind-complaint = оплакване
problem-kind-question = въпрос
problem-kind-request = молба
problem-kind-suggestion = идея
problem-topic-channels = канали за обслужване
problem-topic-settlement = разплащания
problem-topic-staff = служители
problem-topic-price = цена
problem-topic-speed = бързина
problem-topic-product_feedback = отзив за продукт
problem-topic-documents = документи
problem-topic-other = друго
problem-severity-1 = ниска
problem-severity-2 = обичайна
problem-severity-3 = висока
problem-state-open = отворен
problem-state-passed = прехвърлен
    .short = прехвърл.
problem-state-answered = получен отговор
    .short = отговор
problem-state-resolved = решен
problem-state-reopened = отворен отново
    .short = отново
problem-state-rejected = отхвърлен

## note

note-topic-process = процеси
note-topic-technology = технология
note-topic-market = пазар
note-topic-plans = планове
note-topic-partners = партньори
note-topic-competitor = конкурент
note-topic-family = семейство
note-topic-other = друго
note-source-visit = среща
note-source-client = клиент
note-source-operations = операционен отдел
note-source-public = публични източници
note-source-authority = държавен орган
note-source-colleague = колега
note-source-other = друго

## class

class-in = вътрешно
class-co = поверително
class-pe = лично

## client_link

client_link-kind-partner_of = партньор на
client_link-kind-supplier_of = доставчик на
client_link-kind-customer_of = купувач от
client_link-kind-competitor_of = конкурент на

## business_audit

business_audit-kind-business = бизнес
business_audit-kind-personal_finance = лични финанси
business_audit-position-leader = лидер
business_audit-position-strong = силна
business_audit-position-average = средна
business_audit-position-weak = слаба
business_audit-position-unknown = неизвестно

## client_goal

client_goal-kind-client_business = бизнес на клиента
client_goal-kind-our_service = нашето обслужване
client_goal-kind-joint = съвместна
client_goal-kind-decision_path = път към решението
client_goal-state-proposed = предложена
client_goal-state-agreed = договорена
client_goal-state-reached = постигната
client_goal-state-abandoned = изоставена

## plan_target

plan_target-measure-income = приход
plan_target-measure-turnover = оборот по сметки
    .short = оборот
plan_target-measure-avg_balance = среднодневно салдо
    .short = салдо
plan_target-measure-sales = продажби на клиента
    .short = продажби
plan_target-measure-export = износ на клиента
    .short = износ
plan_target-measure-holdings = ползвани продукти
    .short = продукти
plan_target-measure-satisfaction = удовлетвореност
    .short = удовлетв.
plan_target-measure-met_needs = удовлетворени потребности
    .short = потребности
plan_target-measure-held_visits = проведени срещи
    .short = срещи
plan_target-measure-clients_active = действащи клиенти
    .short = действащи
plan_target-measure-clients_most_valuable = най-ценни клиенти
    .short = най-ценни
plan_target-measure-new_clients = нови клиенти
    .short = нови

## settings

settings-vip_volume_rule-all = и четирите показателя
settings-vip_volume_rule-any = който и да е показател
settings-name_display-given_first = първо името
settings-name_display-family_first = първо фамилията
settings-name_display-as_entered = както е записано
settings-key_layout-ru = руска
settings-key_layout-bg_bds = българска БДС
settings-key_layout-bg_phonetic = българска фонетична, традиционна
settings-key_layout-bg_phonetic_new = българска фонетична, нова
settings-key_layout-off = изключено

## screen

screen-today = Днес
screen-clients = Клиенти
screen-visits = Срещи
screen-after_visit = След срещата
screen-needs = Потребности
screen-offers = Предложения
screen-money = Доходност
screen-catalogue = Каталог
screen-settings = Настройки
screen-history = История
screen-drafts = Чернови
screen-search = Търсене

## tab

tab-overview = Преглед
tab-map = Карта
tab-log = Дневник
tab-needs = Потребности
    .short = Потребн.
tab-money = Доходност
    .short = Доход
tab-offers = Предложения
    .short = Предлож.
tab-people = Хора
tab-history = История

## section

section-to_write_up = За записване
    .short = записване
section-promises_due = Обещания със срок
    .short = обещания
section-overdue_contacts = Просрочени контакти
    .short = контакти
section-early_signals = Ранни сигнали
    .short = сигнали
section-occasions = Поводи
    .short = поводи
section-problems = Проблеми
    .short = проблеми
section-follow_up_due = Чакат отклик
    .short = отклик
section-what_they_need = От какво имат нужда
section-who_decides = Кой решава
section-promised = Обещано
section-next = Следва
section-goals_and_plan = Цели и план
section-last_contacts = Последни контакти
section-to_check = За уточняване
section-file = Досие
section-open = Открито
section-next_questions = Въпроси за срещата

## signal

signal-cadence_overdue = контактът е просрочен
signal-satisfaction_falling = удовлетвореността спада
signal-income_slipping = приходът намалява
signal-our_promise_late = наше обещание е просрочено
signal-decider_cooled = отношението на решаващия се влоши
signal-key_person_left = ключово лице напусна
signal-decider_stale = сведенията за решаващия остаряха
signal-turnover_fallen = оборотът спадна
signal-offer_expired = офертата е изтекла

## finding

finding-kind-missing_step = никой не е известен
finding-kind-decider_never_met = не сме срещали решаващия
finding-kind-opponent = влиятелен противник
finding-kind-unknown_stance = отношението е неизвестно
finding-kind-single_point = всичко зависи от един човек
finding-kind-only_one_road = само един вход
finding-kind-stale = остарели сведения
finding-kind-conflict = решава не само един
finding-kind-left = още ли е там?
finding-kind-limit_too_low = лимитът е недостатъчен

## label

label-name = наименование
label-full_name = пълно име
label-short_name = кратко име
label-industry = отрасъл
label-region = регион
label-address = адрес
label-website = уебсайт
label-language = език
label-kind = вид
label-status = статус
label-state = състояние
label-stage = етап
label-stage_since = в етапа от
label-source_channel = канал на привличане
label-relation_start = клиент от
label-assigned_on = възложен на
label-deputy = замества
label-bank_team = екип на банката
label-main_bank = основна банка
label-choice_factors = по какво избират банка
label-comfort_notes = за удобството на госта
label-risk_profile = рисков профил
label-tags = етикети
label-parent = дружество майка
label-position = длъжност
label-department = отдел
label-level = ниво
label-salutation = обръщение
label-birthday = рожден ден
label-family = семейство
label-likes = харесва
label-dislikes = не харесва
label-background = образование и кариера
label-role = роля
label-certainty = увереност
label-stance = отношение
label-influence = влияние
label-importance = важност
label-limit = лимит
label-reports_to = подчинен на
label-learned_on = научено на
label-reconfirmed_on = потвърдено отново
label-source = източник
label-from = от
label-to = до
label-as_of = към дата
label-voice = изразена ли е
label-breadth = обхват
label-theme = тема
label-origin = произход
label-essential = задължителна
    .short = задълж.
label-evidence = доказателства
label-answered_by = как се решава
label-date = дата
label-time = час
label-minutes = минути
label-place = място
label-phase = фаза
label-attendees = участници
label-came = присъствие
label-our_top_present = нашето ръководство
label-purpose = цел на срещата
label-agenda = дневен ред
label-questions = въпроси
label-offers_product = предлага се продукт
label-outcome = резултат
label-summary_shared = какво договорихме
label-requested_by = по искане на
label-nothing_to_answer = няма какво да се отговори
label-last_contact = последен контакт
    .short = последен
label-made_on = обещано на
label-due = срок
label-passed_to = прехвърлено на
label-done_on = изпълнено на
label-told_how = как казахме на клиента
label-repeat = повторение
label-ours = наши
label-theirs = на клиента
label-version = версия
label-valid_until = валидно до
label-value = стойност
label-our_floor = нашата граница
label-our_value = стойност за нас
label-their_value = стойност за тях
label-walk_away = кога се отказваме
label-score = оценка
label-floor = опора
label-worth = стойност
label-in_return = в замяна на
label-month = месец
label-currency = валута
label-income = приход
label-cost = разходи
label-net = нетен резултат
label-turnover = оборот
label-avg_balance = средно салдо
label-closed = приключен
label-rate = курс
label-pool = обща сума
label-spent = изразходвано
label-left = остава
label-approved_by = одобрил
label-plan = план
label-actual = факт
label-pace = темп
label-year = година
label-quarter = тримесечие
label-about = за какво
label-quote = думи на клиента
label-conclusion = какво променяме
label-topic = тема
label-severity = тежест
label-raised_on = постъпил на
label-resolution = решение
label-told_client_on = казано на клиента
label-draft = чернова
label-reason = причина
label-period = период
label-verdict = заключение
label-text = текст
label-class = достъп
label-pinned = закачено
label-share = може да се покаже на клиента
label-completeness = пълнота на досието
    .short = досие
label-coverage = пълнота на данните
label-concentration = концентрация
label-strategy = стратегия
label-strengths = силни страни
label-weaknesses = слаби страни

## brief

brief-in_short = Накратко
brief-attending = Кой ще присъства
brief-relationship = Отношения
brief-their_business = Бизнесът на клиента
brief-near_dates = Близки дати
brief-answers_at_hand = Готови отговори
brief-sources = Източници
brief-internal_mark = За вътрешно ползване. Не е за клиента.
brief-client-agenda = Дневен ред
brief-client-goals = Договорени цели
brief-client-needs = Как разбрахме вашите потребности
brief-client-offer = Какво се обсъжда
brief-client-agreed = Договорено досега
brief-client-next_steps = Следващи стъпки
brief-client-contacts = Вашите лица за контакт в банката

## word

word-unknown = неизвестно
    .short = неизв
word-none = няма
word-yes = да
word-no = не
word-today = днес
word-tomorrow = утре
word-yesterday = вчера
word-due = срок { $day }
word-never_met = не сме се срещали
word-never_contacted = без контакт досега
word-nobody_known = никой не е известен
    .short = никого
word-left_q = още ли е там?
    .short = там ли е?
word-known_later = (научено след този ден)
    .mark = после
word-possibly = възможно
    .mark = (?)
word-slow = бавно
word-audit_due = време е за одит
word-nothing_open = няма открити
word-none_found = още няма открита
word-no_date = без срок
word-no_row = няма ред
word-check_before_use = да се провери преди ползване

## week

week-mon = пн
week-tue = вт
week-wed = ср
week-thu = чт
week-fri = пт
week-sat = сб
week-sun = нд

## n

n-visits = { $n ->
    [one] { $n } среща
   *[other] { $n } срещи
    }
n-clients = { $n ->
    [one] { $n } клиент
   *[other] { $n } клиенти
    }
n-in-days = { $n ->
    [one] след { $n } ден
   *[other] след { $n } дни
    }
n-days-ago = { $n ->
    [one] преди { $n } ден
   *[other] преди { $n } дни
    }

## label

label-uid = uid
label-handle = кратък код
label-rev = номер на промяна
label-created_at = въведено
label-updated_at = променено
label-extra = друго от източника
label-name_local = наименование на своя език
label-name_latin = на латиница
label-person = лице
label-client = клиент
label-visit = среща
label-registration_no = регистрационен номер
label-tax_no = данъчен номер
label-segment = сегмент
label-vip_category = категория ВИП
label-source_client = препоръчал клиент
label-source_person = препоръчало лице
label-source_note = източник с думи
label-adaptation_from = адаптация от
label-adaptation_until = адаптация до
label-cadence_override_days = контакт: собствена честота, дни
label-visit_override_days = лични срещи: собствена честота, дни
label-override_reason = причина за собствената честота
label-holdings_checked_on = продуктите са проверени на
label-attract_decision = решение за привличане
label-attract_decided_on = дата на решението за привличане
label-absent_steps = ненужни стъпки
label-left_on = напуснал на
label-left_reason = причина за напускане
label-declined_reason = причина за отказа
label-merged_into = слят с
label-external_ids = номера в други програми
label-criterion = изискване
label-figure = показател
label-family_name = фамилия
label-given_name = собствено име
label-patronymic = бащино име
label-sex = пол
label-side = страна
label-speciality = специалност
label-work_phones = служебни телефони
label-work_emails = служебна поща
label-private_phones = лични телефони
label-private_emails = лична поща
label-messenger = месинджър
label-languages = езици
label-consent_note = основание за личните данни
label-deceased_on = дата на смъртта
label-is_primary = основна длъжност
label-left_to = къде отиде
label-proposal = предложение
label-end_reason = причина за края
label-reset = връщане към неизвестно
label-on = дата
label-note = бележка
label-from_person = от кого
label-to_person = към кого
label-strength = сила
label-tie = какво ги свързва
label-title = заглавие
label-detail = подробности
label-min_cover = нужно покритие
label-value_to_client = стойност за клиента
label-drop_reason = защо отпадна
label-drop_kind = вид причина
label-addressed_on = решението е намерено на
label-owner_person = кой я усеща най-силно
label-voiced_on = изразена на
label-met_on = удовлетворена на
label-start = начало
label-zone = часова зона
label-fold = повторен час
label-place_kind = къде
label-travel_minutes = път, минути
label-reminder_minutes = напомняне преди, минути
label-needs_discussed = обсъждани потребности
label-proposals = обсъждани предложения
label-push_check = проверка за налагане
label-push_on = дата на отговора на предупреждението
label-push_reason = защо не е предложение
label-outcome_none = без резултат
label-cancel_reason = причина за отмяната
label-cancelled_by = отменена от
label-followup_of = след среща
label-series = поредица
label-also_clients = други клиенти
label-host = кой приема
label-who = кой е обещал
label-passed_on = дата на прехвърляне
label-back_on = върнато на
label-done_note = как е изпълнено
label-repeat_day = ден от месеца
label-code = код
label-tailored = по поръчка
label-priority = приоритетен
label-active = действащ
label-description = описание
label-talking_points = теми за разговор
label-push_words = думи, с които се назовава
label-product = продукт
label-provider_other = в друга банка
label-volume = обем
label-goal = цел
label-contact_client = контакт при клиента
label-contact_bank = контакт в банката
label-ended_reason = причина за прекратяването
label-needs = на кои потребности отговаря
label-presented_in = представено на среща
label-decided_on = дата на решението
label-declined_by = кой отклони
label-decline_reason = причина за отклоняването
label-label = условие
label-covers = покрива потребности
label-term = условие
label-interest = личен интерес
label-by = кой отстъпи
label-from_value = беше
label-to_value = стана
label-correction = корекция
label-sales = продажби на клиента
label-export = износ на клиента
label-override = отделни суми
label-amount = сума
label-category = категория
label-recurring = повтаряемост
label-lead_days = напомняне преди, дни
label-how = как отбелязваме
label-marked = отбелязано
label-question = въпрос
label-body = отговор
label-reviewed_on = прегледано на
label-uses = брой ползвания
label-raised_by = от кого
label-passes = прехвърляния
label-client_satisfied = клиентът е доволен
label-tier = ниво в пирамидата
label-ltv = LTV
label-a = клиент
label-b = свързан клиент
label-market_share_pct = пазарен дял, %
label-competitors = конкуренти
label-our_goal = нашата цел
label-forecast_low = прогноза, ниска
label-forecast_likely = прогноза, вероятна
label-forecast_high = прогноза, висока
label-horizon_years = хоризонт, години
label-next_on = следващ одит на
label-agreed_with = договорено с
label-agreed_on = договорено на
label-policy_note = съответствие с нашата политика
label-measure = показател
label-target = план

## field

field-person-family = семейство
field-product-family = вид продукт
field-stance-value = отношение
field-influence-kind = вид връзка
field-role-kind = роля
field-proposal_term-our_floor = нашата граница
field-proposal_term-value = какво предлагаме
field-affiliation-department = отдел
field-person-languages = владеени езици
field-visit-kind = вид среща
field-visit-place = място
field-satisfaction-quote = думи на клиента
field-business_audit-position = място на пазара
field-note-class = достъп
field-client-name = наименование
field-client-person = кое е лицето
field-client_goal-text = цел
field-interest-text = какво иска
field-commitment-text = обещание
field-note-text = бележка
field-service_spend-text = за какво
field-plan_target-client = клиент (празно: портфейлът)
field-settings-manager_name = вашето име
field-settings-manager_title = вашата длъжност
field-settings-manager_phone = вашият телефон
field-settings-manager_email = вашата ел. поща
field-settings-bank_name = банка
field-settings-bank_short = банка, кратко
field-settings-ui_language = език на екраните
field-settings-brief_language = език на справките
field-settings-zone = часова зона
field-settings-reporting_currency = валута на отчетите
field-settings-week_start = първи ден на седмицата
field-settings-work_days = работни дни
field-settings-holidays = празници
field-settings-departments = отдели
field-settings-top_share = връх на пирамидата, %
field-settings-unstable_cv = нестабилност от вариация
field-settings-min_months_stability = месеци за оценка на стабилността
field-settings-vip_k = нужни изисквания за ВИП
field-settings-vip_volume_rule = правило за обемите
field-settings-vip_sales_year = ВИП: продажби за година
field-settings-vip_turnover_month = ВИП: месечен оборот
field-settings-vip_export_year = ВИП: износ за година
field-settings-vip_balance_month = ВИП: среднодневно салдо
field-settings-vip_min_products = ВИП: брой продукти
field-settings-vip_min_families = ВИП: брой видове продукти
field-settings-vip_growth_pct = ВИП: растеж, %
field-settings-evidence_max_age_figure = показателите важат, месеци
field-settings-evidence_max_age_judgement = преценките важат, месеци
field-settings-individual_thresholds = прагове за физически лица
field-settings-cadence_days = честота на контакт, дни
field-settings-visit_days = лични срещи, дни
field-settings-followup_work_days = отклик, работни дни
field-settings-fact_half_life_days = срок на остаряване на сведенията, дни
field-settings-satisfaction_half_life_days = срок на остаряване на оценката, дни
field-settings-satisfaction_window_days = оценките се отчитат, дни
field-settings-level_weights = тегла на нивата
field-settings-service_rates = бюджет за обслужване, промили
field-settings-occasion_lead_days = поводи, дни напред
field-settings-evening_hour = утре се показва от, час
field-settings-leak_min_chars = проверка за изтичане от, знака
field-settings-pdf_font_paths = шрифтове за PDF
field-settings-lock_minutes = заключване след, минути
field-settings-name_display = ред на имената
field-settings-privacy_on_start = начало в режим за поверителност
field-settings-cost_includes_service = разходите включват обслужването
field-settings-slow_stage_days = бавно в етап от, дни
field-settings-adaptation_days = адаптация, дни
field-settings-key_layout = клавиатурна подредба
field-settings-saved_filters = запазени филтри
field-settings-ascii_marks = знаци ASCII

## label

label-expected = очаква се
label-weight = тежест
label-step = стъпка
label-asked = зададен
label-answer = отговор
label-ref = за кой запис
label-need = потребност
label-cover = покритие
label-to_whom = на кого
label-what = какво
label-known = известно
label-of = от
label-most_valuable = най-ценни
label-strategic = стратегически
label-working = работни
label-ballast = баласт
label-unknown = неизвестно
label-adaptation = в адаптация
label-board = съвет
label-top = върх
label-middle = средно ниво
label-specialist = специалист
label-support = помощен

## role

role-certainty-none = не знаем

## word

word-age_days = { $n }д
word-age_months = { $n }м
word-age_years = { $n }г
word-in_minutes = след { $n } мин
word-in_hours = след { $h } ч
word-in_hours_minutes = след { $h } ч { $m }
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
