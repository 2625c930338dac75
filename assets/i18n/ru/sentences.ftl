# Sentences a person reads: refusals, questions, warnings, the status line, titles of changes.
# Names are never inflected: they stand in the form in which they were entered.

## Fields

text-too-long = Слишком длинно: { $len } из { $n } знаков.
one-line-only = { $field }: только одна строка.
not-a-date = Не дата: { $input }. Например: 2026-11-22, 22.11 или +3d.
not-a-pdate = Не дата и не часть даты: { $input }. Например: 1971, 1971-05, 14.05 или 14.05.1971.
ambiguous-date = { $input } можно прочесть двояко. Например: 2026-11-22 или 22.11.2026.
date-out-of-range = { $input }: год должен быть от 1900 до 2199.
not-a-partial-date = Не дата и не часть даты: { $input }.
not-a-time = Не время: { $input }. Например: 10:00.
not-a-moment = Не день со временем: { $input }. Например: 2026-11-23 10:00 или вт 10:00.
not-a-visit-day = Не день: «{ $input }». Например: { $client }@2026-11-23 или { $client }@2026-11-23T10:00.
time-does-not-exist = Времени { $time } нет: { $date }, { $zone }, часы переводят вперёд.
time-happens-twice = Время { $time } наступает дважды ({ $date }): первое или второе?
money-too-many-decimals = { $cur }: знаков после запятой { $n }, а в { $input } больше.
not-money = Не денежная сумма: { $input }. Например: 5000000 RUB.
money-needs-currency = { $input }: не указана валюта. Например: 5000000 RUB.
unknown-currency = Неизвестная валюта: { $cur }.
amount-too-large = { $input }: слишком большая сумма, точно её не сохранить.
ambiguous-number = { $input } можно прочитать двояко. Введите, например, 5000 или 5.00.
other-currency = { $input }: сумма в { $other }, а строка ведётся в { $cur }.
not-a-month = Не месяц: { $input }. Например: 2026-11.
not-a-number = Не число: { $input }.
not-whole = Не целое число: { $input }.
not-on-scale = Нужно целое число от { $low } до { $high }: { $input }.
not-a-decimal = Не десятичное число: { $input }.
not-yes-or-no = Не «да» и не «нет»: { $input }.
out-of-range = { $field }: { $input } вне пределов от { $low } до { $high }.
below-zero = { $field }: значение не может быть ниже нуля.
of-individuals = { $field }: только для физических лиц.
not-after-today = { $field }: не позже сегодняшнего дня.
day-of-other-state = { $field }: только для состояния { $list }.
not-before-day = { $field }: не раньше { $day }.
required-field = { $field }: обязательное поле.
required-with = { $field }: обязательное поле, когда { $other }: { $value }.
invalid-word = { $input }: не подходит. Можно: { $allowed }.
unknown-field = { $entity }: нет поля { $field }.
unknown-field-similar = { $entity }: нет поля { $field }. Возможно, { $similar }?
field-not-set-by-hand = { $field }: это поле ведёт сама программа.
field-takes-no-key = { $field }: поле без частей, { $key } задать нельзя.
field-not-a-list = { $field }: это не список.
unknown-key = Нет такой части: { $field }. Есть: { $allowed }.
not-a-list = Не список: { $input }.
not-a-uid = Это не свободный uid: { $input }.
wrong-json = Здесь ожидается другое, а не { $input }.
not-json = Неверный JSON: { $why }.
reference-to-nothing = { $field }: указано { $input }, в книге этого нет.
reference-of-kind = { $field }: нужен другой вид записи: { $kind }.
twice-in-list = { $field }: { $input } указано дважды.
too-many-in-list = { $field }: не больше { $n }.
used-by-records = Используется в { $n ->
        [one] { $n } записи
        [few] { $n } записях
       *[many] { $n } записях
    }: { $what }.
nothing-to-change = Менять нечего.
unknown-language = Нет такого языка: { $input }. Есть en, ru, bg и zh.

## Settings

name-before-export = Перед выгрузкой введите своё имя в настройках.
no-such-zone = Нет такого часового пояса: { $input }.
work-day-needed = Нужен хотя бы один рабочий день в неделе.
department-in-use = Отдел: { $dept }. За ним { $n ->
        [one] { $n } открытая проблема или обещание
        [few] { $n } открытые проблемы или обещания
       *[many] { $n } открытых проблем или обещаний
    }.
no-such-department = Нет такого отдела: { $input }. Есть: { $allowed }.
level-weights-rise = Нижний уровень не может весить больше верхнего.
unknown-setting = Нет такой настройки: { $input }.

## Client

client-has-evidence = У клиента есть подтверждения критериев VIP для компаний; физическим лицом он стать не может.
client-needs-name = Клиенту нужно название.
client-name-taken = Уже есть в книге: { $name }. Оставлены оба.
number-taken = { $field } { $value } уже указан. Клиент: { $client }.
individual-needs-person = Для физического лица укажите, кто это.
group-cycle = В группе уже выше: { $a } над { $b }.
group-too-deep = Уровней в группе не больше { $n }.
mass-client = Массовых клиентов обслуживают на общей линии. Всё же оставить здесь? Клиент: { $name }.
already-uses-product = { $name }: продукт уже подключён ({ $product }). Выберите давнего клиента или удержание.
relation-in-future = Отношения не могут начаться в будущем.
somebody-decides = Кто-то решает всегда. Оставьте «неизвестно».
not-a-step = { $input }: нет такого шага решения.
why-own-rhythm = Объясните, почему у этого клиента своя частота контактов.
adaptation-ends-early = Адаптация должна закончиться позже, чем началась.
prospect-needs-stage = У потенциального клиента должен быть этап от 1 до 7.
stage-of-prospect = По этапам движется только потенциальный клиент.
stage-last = С этапа 7 клиент уходит с принятым предложением или с отказом.
already-linked = Такая связь уже есть: { $name }, { $kind }.
deceased-ends-ask = { $name }: завершить { $n ->
        [one] { $n } должность
        [few] { $n } должности
       *[many] { $n } должностей
    } и роли вместе с ними?
namesake-at-client = Уже есть { $name }, клиент: { $client }. Остаются оба.
settings-stay = Настройки удалить нельзя.
not-one-of-ours = Не работает в банке: { $name }.
handle-taken = Краткое имя занято: { $handle }.

## VIP evidence

vip-test-not-for-individuals = Критерии VIP для компаний не применяются к физическим лицам.
sales-negative = Выручка не может быть отрицательной.
why-one-line = Напишите одну строку: почему.
evidence-of-kind = { $criterion }: подтверждается только так: { $kind }.
evidence-unit = { $criterion }: измеряется в других единицах.
evidence-needs-visit = На какой встрече это стало видно?

## Person

person-needs-name = Введите хотя бы одно имя.
not-a-phone = Не номер телефона: { $input }.
not-an-email = Не адрес эл. почты: { $input }.

## Position

person-works-for-bank = Работает в банке: { $name }.
end-before-start = Окончание раньше начала.
already-has-place = { $person }: уже есть должность в это время. Клиент: { $client }.
one-primary-place = { $person }: уже есть основная должность. Клиент: { $client }.

## Role

person-not-at-client = { $person }: нет должности на дату { $date }. Клиент: { $client }. Сначала добавьте должность.
offer-is-for-other = Это предложение для другого клиента: { $other }.
confirmed-by-what = Чем подтверждено? Выберите встречу или напишите источник.
role-already-held = { $person }: роль уже записана с { $since } ({ $kind }).
role-already-held-undated = { $person }: роль уже записана ({ $kind }).
role-known-later = { $person } ({ $kind }): известно уже с { $date }, более ранний источник ничего не меняет.
no-such-role-held = { $person }: такой роли нет ({ $kind }). Клиент: { $client }.
visit-not-held = Эта встреча не проведена.
visit-of-other = Это встреча с другим клиентом: { $other }.
row-of-other = Эта запись относится к другому клиенту: { $other }.
reconfirmed-too-early = Подтвердить вновь нельзя раньше, чем узнали.
end-needs-reason = Укажите причину окончания: { $allowed }.

## Stance

stance-empty = Укажите отношение, влияние или сброс.

## Influence

reports-to-self = Подчиняться самому себе нельзя.
person-above = Уже выше: { $a } над { $b }.
person-above-then = На { $date } выше уже стоит: { $a } над { $b }.
already-reports-to = { $person }: уже есть руководитель ({ $boss }). Заменить?
reports-until = { $person }: с { $date } руководитель другой ({ $boss }), новая связь кончается этим днём.
strength-only-influences = Сила бывает только у влияния, у подчинения её нет.

## Interest

what-does-person-want = Чего хочет { $person }?
interest-help = То, что нужно компании, записывают в потребности (N превращает строку в потребность). Услугу или выплату человеку не записывают и не предлагают; действуйте по правилам банка.

## Need

need-needs-title = Назовите потребность в нескольких словах.
need-share-voiced = В экземпляр для клиента попадает только потребность, которую клиент высказал сам.
drop-needs-reason = Укажите, почему потребность снята: вид причины и строку пояснения.

## Visit

visit-overlaps = Пересекается в { $time }: { $other }.
visit-on-other-clocks = { $there } по времени { $zone } — это { $home } у вас.
visit-on-holiday = { $date }: нерабочий день, { $text }.
visit-on-day-off = { $date }: выходной.
visit-purpose-needed = Какой была цель встречи?
visit-outcome-needed = Каков итог встречи? Запишите его или отметьте, что итога нет.
visit-host-needed = Кто из банка принимает?
next-reception-host = Для приёма нужен принимающий со стороны банка. Запланируйте его на экране встреч.
attendee-twice = В списке участников дважды: { $person }.
attendee-elsewhere = { $person }: нет должности на тот день. Клиент: { $client }.
push-reason-needed = Объясните, почему это не предложение.

## Promise

promise-needs-text = Что обещано?
due-before-made = Срок раньше, чем дано обещание.
due-on-day-off = Срок { $due } — нерабочий день: показывается { $shown }, в рабочий день перед ним.
repeat-needs-due = Повторяющемуся обещанию нужен первый срок. Укажите его.
done-before-made = Выполнено раньше, чем дано обещание.

## Product, product in use

code-taken = Код занят: { $code }.
product-needs-name = Продукту нужно название хотя бы на одном языке.
push-word-too-short = Слишком коротко, чтобы распознать.
end-reason-needed = Укажите причину прекращения.

## Offer, concession

offer-needs-need = На какую потребность это отвечает?
offer-needs-term = В предложении нужно хотя бы одно условие.
offer-needs-visit = На какой встрече оно представлено?
interest-of-other = Этот интерес относится к другому клиенту: { $other }.
score-already-there = Этот интерес по этому условию уже оценён.
need-of-other = Эта потребность относится к другому клиенту: { $other }.
goal-of-other = Эта цель относится к другому клиенту: { $other }.
goal-of-a-client = Цель бывает у клиента; у показателя всего портфеля её нет.
holding-of-other = Этот продукт подключён у другого клиента: { $other }.
note-of-other = Эта заметка о другом клиенте: { $other }.
not-a-text = Это не текст: { $input }.
not-a-record = Это не запись: { $input }.
nothing-conceded = В этой уступке ничего не изменилось.
term-is-dropped = Условие «{ $term }» снято. Сначала верните его.
concession-other-side = На уступку отвечает другая сторона.
offer-expired = срок истёк

## Ledger

ledger-already-there = { $client }, { $month }, { $cur }: уже есть. Заменить или оставить?
month-in-future = { $month }: этот месяц ещё не наступил.
cost-positive = Затраты вводят положительным числом.
month-not-over = { $month }: месяц ещё не закончился.

## Service budget and spend

spend-above-zero = Расход должен быть больше нуля.
gift-needs-approver = Для подарка укажите, кто согласовал.
budget-already-there = Бюджет обслуживания на { $year } год уже есть.

## Satisfaction

score-range = Оценка от 0 до 10.

## Occasion

occasion-of-one = Памятная дата относится либо к лицу, либо к клиенту.
occasion-needs-month = Для памятной даты нужен хотя бы месяц.
occasion-yearly-day = Ежегодно она наступает, только если указаны месяц и день.
occasion-birthday-of-person = День рождения бывает у человека: укажите, у кого. У компании — день компании.
occasion-birthday-own = День рождения берётся из карточки человека; измените его там.
occasion-birthday-put = День рождения записан в карточку человека.
occasion-marked-twice = За { $year } год отметка уже есть.

## Answer

question-known = На этот вопрос ответ уже есть: { $question }

## Problem, note

problem-needs-title = Назовите проблему в нескольких словах.
note-needs-subject = Заметка относится к клиенту или к лицу.
note-needs-text = Что записать?

## Supporting rows

rate-above-zero = Курс должен быть больше нуля.
rate-already-there = Курс уже есть: { $cur }, { $month }.
rate-of-reporting = { $cur }: валюта отчётности, её курс всегда 1.
reporting-currency-ask = Курсы в книге указаны к { $from }. Пересчитать их к { $cur } по курсу { $cur } каждого месяца? Будет пересчитано: { $n }, исключено за отсутствием такого курса: { $out }.
rates-left-out-one = Исключены курсы за { $first }: за этот месяц нет курса { $cur }.
rates-left-out = Исключены курсы за { $n ->
        [one] { $n } месяц
        [few] { $n } месяца
       *[many] { $n } месяцев
    } без курса { $cur }: с { $first } по { $last }.
rate-too-many-decimals = У курса не больше { $n } знаков после запятой, в { $input } их больше.
link-to-self = Клиента нельзя связать с самим собой.
forecast-order = Прогноз должен идти по возрастанию: нижний, вероятный, верхний.
forecast-currency = Прогноз в { $forecast }, аудит в { $currency }. Укажите одну валюту.
goal-share-agreed = В экземпляр для клиента попадает только цель с датой согласования.
target-already-there = Плановый показатель уже есть: { $measure }, { $period }.
target-is-money = План по показателю «{ $measure }» — денежная сумма с валютой.
target-is-level = План по показателю «{ $measure }» — число от 0 до 10.
target-is-count = План по показателю «{ $measure }» — целое число.
target-of-portfolio = «{ $measure }»: считается по всему портфелю, а не по одному клиенту.

## Draft

draft-restored = Восстановлен черновик, { $time }. Ctrl-S сохраняет, :discard удаляет.
draft-discarded = Черновик удалён.
draft-of-another = В другой программе открыта эта же страница с несохранённым текстом. Набранное здесь не попало в черновик; Ctrl-S сохраняет.
no-drafts = Черновиков нет.

## Invariants

person-stays-in-history = { $name }: связано { $n ->
        [one] { $n } запись
        [few] { $n } записи
       *[many] { $n } записей
    }, лицо остаётся. Завершите должность.
client-is-archived = Клиент в архиве: { $client }. Сначала откройте вновь (:reopen).
    .shell = Клиент в архиве: { $client }. Сначала откройте вновь: attache client edit CLIENT --set status=active --reason TEXT.
client-has-left = Клиент ушёл: { $client }. Сначала откройте вновь (:reopen).
    .shell = Клиент ушёл: { $client }. Сначала откройте вновь: attache client edit CLIENT --set status=active --reason TEXT.
client-was-merged = Клиент объединён с другим и не меняется: { $client }.
merged-opening = Записи объединены: { $a } в { $b }. Открыто: { $b }.
merge-facts-differ = { $n ->
        [one] Расходится { $n } факт
        [few] Расходятся { $n } факта
       *[many] Расходятся { $n } фактов
    }. Для каждого выберите первое или второе.
    .shell = { $n ->
            [one] Расходится { $n } факт
            [few] Расходятся { $n } факта
           *[many] Расходятся { $n } фактов
        }. Для каждого выберите левое или правое.
merge-with-self = Запись нельзя объединить с самой собой.
merge-kinds-differ = Компанию нельзя объединить с физическим лицом.
merge-ledger-ask = Данные есть у обоих: { $month }, { $cur }. Сложить, взять первое или второе?
    .shell = Данные есть у обоих: { $month }, { $cur }. Сложить, левое или правое?
same-person-ask = Уже есть { $name }, клиент: { $client }. Это то же лицо?
end-roles-ask = { $person }: роли здесь ({ $list }). Завершить и их, { $date }?
person-was-not-at = { $person }: не было должности на дату { $date }. Клиент: { $client }.
held-in-future = Встреча ещё не могла состояться: { $date }.
visit-confirms-facts = Эта встреча подтверждает { $n ->
        [one] { $n } факт
        [few] { $n } факта
       *[many] { $n } фактов
    }. Сначала понизьте их до «со слов».
visit-was-held = Встреча проведена. Исправьте её, а не отменяйте.
visit-presented-offer = На этой встрече представлено предложение.
need-evidence-first = Что вы видели или слышали? Сначала добавьте подтверждение.
evidence-holds-need = На этом подтверждении держится потребность. Сначала верните её состояние назад.
evidence-says-more = Записанное подтверждение говорит о большем. Сначала уберите ошибочное, затем верните состояние.
no-confirmed-need = За предложением нет подтверждённой потребности. Сначала подтвердите её или оставьте черновик.
need-below-cover = Потребность закрыта лишь так: { $cover } ({ $need }). Настоящей потребностью компании не торгуют.
need-not-covered = Потребность не закрыта: { $need }. Настоящей потребностью компании не торгуют.
offer-is-presented = Предложение представлено. Нажмите v для новой версии.
    .shell = Предложение представлено. Сначала создайте новую версию: attache offer version OFFER.
offer-is-closed = Предложение закрыто. Чтобы продолжить, скопируйте его (:copy offer).
    .shell = Предложение закрыто. Чтобы продолжить, скопируйте его: attache offer copy OFFER.
offer-version-counts = Версии считаются сами: новую создаёт v.
    .shell = Версии считаются сами: новую создаёт attache offer version OFFER.
decided-before-presented = Предложение представлено { $date }, решить раньше нельзя.
offer-version-not-needed = Новая версия нужна представленному предложению. Это можно менять и так.
no-rate = Нет курса: { $cur }, { $month }.
month-unknown-ask = { $month }: неизвестно ({ $field }). Закрыть как неполный?
month-closed-ask = { $month }: месяц закрыт. Открыть вновь? Отчёт за него изменится.
not-exported-private = Не выгружено: в экземпляр для клиента { $n ->
        [one] попало бы { $n } закрытое значение
        [few] попали бы { $n } закрытых значения
       *[many] попало бы { $n } закрытых значений
    }. Нажмите l, чтобы увидеть поля.
    .shell = Не выгружено: в экземпляр для клиента { $n ->
        [one] попало бы { $n } закрытое значение
        [few] попали бы { $n } закрытых значения
       *[many] попало бы { $n } закрытых значений
    }.
role-starts-later = { $person }: роль действует только с { $date }; до тех пор её нет на карте.
role-ends-before-learned = { $person }: окончание роли ({ $date }) раньше дня, когда о ней узнали ({ $learned }). Если её не было вовсе, причина — «{ $wrong }».
person-informs = { $person }: источник сведений. Эта роль никогда не попадает в экземпляр для клиента.
everything-through = { $client }: всё идёт через одного человека ({ $person }).
promise-not-deleted = Обещание выполняют или отменяют, но не удаляют.
row-changed-elsewhere = Изменено в другом месте, { $time }: { $record }. Посмотрите и сохраните ещё раз.
book-newer = Книга записана более новой версией attache ({ $version }). Ничего не изменено.
wrong-passphrase = Не открывается: неверная парольная фраза, либо файл не книга.
file-exists-ask = Файл уже есть: { $file }. Перезаписать?
import-apply-ask = Новых { $a }, изменённых { $c }, противоречий { $x }. Применить?
stage-needs = Чтобы перейти на этап { $n }, нужно: { $list }.
undo-blocked = Нельзя отменить ({ $time }): { $what }. На этом { $n ->
        [one] держится { $n } более поздняя правка
        [few] держатся { $n } более поздние правки
       *[many] держатся { $n } более поздних правок
    }.
undo-other-process-ask = Последняя правка сделана в другом месте: { $what }. Отменить её?
undo-many-ask = Отменить: { $what }? Разом будет взято назад { $n ->
        [one] { $n } запись
        [few] { $n } записи
       *[many] { $n } записей
    }.
nothing-to-undo = Отменять нечего.
nothing-to-redo = Повторять нечего.
need-without-theme = У этой потребности ещё нет темы; { $key } открывает её, чтобы тему указать.
undo-of-undo = Эта строка сама отменяет правку; вернуть правку можно повтором.
undone-already = Эта правка уже отменена.
undo-fewer = { $n ->
        [one] Можно отменить только { $n } шаг.
        [few] Можно отменить только { $n } шага.
       *[many] Можно отменить только { $n } шагов.
    }
redo-fewer = { $n ->
        [one] Можно повторить только { $n } шаг.
        [few] Можно повторить только { $n } шага.
       *[many] Можно повторить только { $n } шагов.
    }
undone = Отменено: { $what } ({ $count ->
        [one] { $count } изменение
        [few] { $count } изменения
       *[many] { $count } изменений
    }).
redone = Повторено: { $what } ({ $count ->
        [one] { $count } изменение
        [few] { $count } изменения
       *[many] { $count } изменений
    }).
reason-needed = Укажите причину.
need-why-back = Снова «{ $state }»: почему? { $need }
need-is-a-guess = Раньше гипотезы ничего нет.
reason-tick-taken-back = Всё же не выполнено: { $text }

## Client states

move-not-possible = { $entity }: переход невозможен, { $from } > { $to }.
already-in-state = { $entity }: уже в состоянии «{ $state }».
attract-starts-as-prospect = Клиент, которого привлекают, начинает как потенциальный.
prospect-needs-attract = Потенциальный клиент: категория только «привлечь».
nothing-in-use-yet = Ничего ещё не подключено, и ни одно предложение не принято.
close-offers-first = Сначала закройте представленные предложения: { $list }.
close-serious-problems = Сначала закройте или передайте серьёзные проблемы.
own-promises-open = { $n ->
        [one] Открыто { $n } наше обещание
        [few] Открыты { $n } наших обещания
       *[many] Открыто { $n } наших обещаний
    }. Клиент: { $client }.
new-category-ask = Клиент становится действующим: { $client }. Категория «{ $retain }»? «Нет» — «{ $other }».
end-holdings-ask = Завершить { $n ->
        [one] { $n } подключённый продукт
        [few] { $n } подключённых продукта
       *[many] { $n } подключённых продуктов
    }, { $date }? Клиент: { $client }.
left-needs-reason = Укажите, когда, почему и куда ушёл клиент.
gate-attract-decision = записанное решение о привлечении
gate-attract-day = дата этого решения
gate-meeting-situation = встреча с нашим руководством, мероприятие или приём
gate-first-visit = проведённая встреча, на которую пришёл кто-то от клиента
gate-need-probed = одна проверяемая потребность
gate-steps-filled = каждый шаг заполнен или отмечен как ненужный: { $list }
gate-decider-heard = решающий известен хотя бы со слов
gate-top-visit = проведённая встреча с советом или высшим руководством
gate-asked-by-them = встреча по просьбе клиента
gate-need-confirmed = одна подтверждённая потребность
gate-decision-path = цель вида «путь к решению»
gate-offer-or-decline = принятое предложение или отказ
adaptation-welcome = приветственный звонок
adaptation-who-to-call = объяснить, кому и по каким вопросам звонить
adaptation-access = клиент-банк работает
adaptation-operators = операторы обучены
adaptation-payments = первые платежи проверены
adaptation-limits = цены и лимиты объяснены
adaptation-satisfaction = первый вопрос об удовлетворённости
adaptation-awkward = встреча о том, что неудобно
adaptation-plan = план на год согласован

## Need states

hints-do-not-confirm = Намёки не подтверждают потребность. Кто и когда это сказал?
ask-client-if-met = Сначала спросите клиента, удовлетворена ли потребность.
met-before-answered = Ответ на потребность дан позже этого дня.
answer-needed = Чем решается потребность? Назовите предложение, подключённый продукт или заметку.
offer-answers-need = На эту потребность отвечает предложение: { $offer }. Сначала отзовите его.
voice-never-back = Высказанная потребность не может снова стать скрытой.
needs-addressed-ask = Отметить, что решение найдено: { $list }?
promises-from-offer-ask = Записать, что мы при этом обещали: { $list }?
holdings-from-offer-ask = Записать { $n ->
        [one] { $n } продукт
        [few] { $n } продукта
       *[many] { $n } продуктов
    } из предложения как подключённые? Клиент: { $client }.

## Visit states

visit-is-past = Это время прошло. Запишите встречу как проведённую.
next-visit-stays = Следующая встреча уже запланирована и останется, даже если убрать её с этой страницы. Отмените саму встречу.
next-visit-past = Следующая встреча не может быть в прошлом.
visit-not-over = Встреча ещё не закончилась.
visit-planned-again = Уже запланирована снова: { $time }. Перенесите ту встречу.
visit-did-not-take-place = Эта встреча не состоялась ({ $state }): записывать нечего. Сначала запланируйте её снова.
visit-ended-keeps-time = Встреча тогда не состоялась, и время остаётся прежним. Перенесите её, чтобы запланировать новую.
cancel-needs-who = Кто отменил и почему?
missed-needs-who = Кто не пришёл и почему?

## Offer states, pushing check

who-decides-unknown = Неизвестно, кто решает.
terms-still-open = { $n ->
        [one] Не решено { $n } условие
        [few] Не решены { $n } условия
       *[many] Не решено { $n } условий
    }.
term-open-again = { $term }: условие было согласовано с прежним значением. Оно снова открыто, пока не согласовано новое.
decline-needs-who = Кто отклонил и почему?
essential-off-reason = Потребность обязательная: { $need }. Объясните, почему предложение на неё больше не отвечает.
too-early-for = Рано предлагать: { $product }. Клиент нас ещё не знает: { $client }.
first-meeting-pushing = Это первая встреча. Предлагать сейчас { $product } значит навязывать. Представьте банк, об услугах только упомяните. Оставить?
no-need-behind = За этим нет подтверждённой потребности: { $product }. Может быть, спросить о потребности?
answers-no-need = { $product }: ни на одну записанную потребность не отвечает.
push-question-work = Как эта работа устроена сегодня и где уходит больше всего времени?
push-question-worry = Что вы хотели бы изменить через год?
push-question-matter = Кого в компании это беспокоит больше всех и почему?

## Promise and problem states

their-promise-not-passed = Обещание клиента нельзя передать в наш отдел.
not-done-yet = Ещё не выполнено.
tell-client-first = Сначала сообщите клиенту, что обещание снято. Как вы это сделали?
client-not-told = Клиенту ещё не сообщили.
problem-needs-answer = Каков ответ?
back-before-passed = Вернуться раньше передачи нельзя.

## Figures: LTV, pyramid

figure-partial-months = частично, { $known } из { $of ->
        [one] { $of } месяца
        [few] { $of } месяцев
       *[many] { $of } месяцев
    }
months-known-of = известно { $known } из { $of ->
        [one] { $of } месяца
        [few] { $of } месяцев
       *[many] { $of } месяцев
    }
figure-from-month = с: { $month }
at-this-pace = таким темпом { $sum } в год
why-no-closed-month = нет закрытых месяцев
why-no-figures = нет данных
why-few-months = { $known } из { $of ->
        [one] { $of } месяца
        [few] { $of } месяцев
       *[many] { $of } месяцев
    }
why-unstable = нестабильно: вариация { $cv }
why-below-zero = затраты выше дохода
why-too-large = слишком велико, чтобы посчитать точно
why-missing-income = нет дохода за { $n ->
        [one] { $n } месяц
        [few] { $n } месяца
       *[many] { $n } месяцев
    }
why-among-the-top = { $rank }-е из { $of } по LTV, верхние { $share } %
why-steady = стабильно: вариация { $cv }
why-prospect = потенциальный клиент, уровня ещё нет
small-portfolio = малый портфель: уровни лишь порядок
could-be-higher = может быть выше
could-be-lower = может быть ниже
next-for-the-top = следующий наверх
could-be-strategic = может стать стратегическим
slipping = снижается
concentration-line = На наиболее ценных приходится { $percent } всей положительной LTV.

## Moves between the tiers

tier-move = { $client } { $from } > { $to }
tier-move-why = { $client } { $from } > { $to }, { $why }
one-move-and-another = { $first }; { $then }
more-moves = и ещё { $n }
month-closed = { $first }: месяц закрыт у { $clients ->
        [one] { $clients } клиента
        [few] { $clients } клиентов
       *[many] { $clients } клиентов
    }
months-closed = Закрыто месяцев: { $n }, с { $first } по { $last }, у { $clients ->
        [one] { $clients } клиента
        [few] { $clients } клиентов
       *[many] { $clients } клиентов
    }
month-opened-again = { $first }: месяц снова открыт у { $clients ->
        [one] { $clients } клиента
        [few] { $clients } клиентов
       *[many] { $clients } клиентов
    }
months-opened-again = Снова открыто месяцев: { $n }, с { $first } по { $last }, у { $clients ->
        [one] { $clients } клиента
        [few] { $clients } клиентов
       *[many] { $clients } клиентов
    }
month-changed = { $first }: изменены данные закрытого месяца у { $clients ->
        [one] { $clients } клиента
        [few] { $clients } клиентов
       *[many] { $clients } клиентов
    }
months-changed = Изменены данные закрытых месяцев: { $n }, с { $first } по { $last }, у { $clients ->
        [one] { $clients } клиента
        [few] { $clients } клиентов
       *[many] { $clients } клиентов
    }
closed-with-moves = { $done }. Переходы: { $moves }.
closed-without-moves = { $done }. Переходов между уровнями нет.

## VIP test

vip-passes = Соответствует: выполнено { $met } из { $needed }.
vip-fails = Не соответствует: выполнено { $met } из { $needed }.
vip-undetermined = Не определено: выполнено { $met } из { $needed }. { $more ->
        [one] Решит ещё { $more }
        [few] Решат ещё { $more }
       *[many] Решат ещё { $more }
    }: { $list }.
vip-not-applicable = Критерии VIP для компаний не применяются к физическим лицам.
vip-settle-products = проверенный список подключённых продуктов (V1)
vip-settle-figure = { $figure } за { $n ->
        [one] { $n } месяц
        [few] { $n } месяца
       *[many] { $n } месяцев
    } (V2)
vip-settle-monopoly = оценка монополии (V3)
vip-settle-strategic = оценка стратегической ценности (V4)
vip-settle-growth = { $figure } за { $year } год для роста (V5)
vip-stale = подтверждение устарело ({ $date })
vip-no-evidence = подтверждений нет
vip-products-held = { $n ->
        [one] { $n } продукт
        [few] { $n } продукта
       *[many] { $n } продуктов
    }, { $families ->
        [one] { $families } вид
        [few] { $families } вида
       *[many] { $families } видов
    }
vip-figure-above = { $value } больше { $limit }
vip-figure-not-above = { $value } не больше { $limit }
vip-growth-value = рост { $percent } %
vip-growth-from-nothing = рост не измерить: в предыдущем году нет положительного итога
vip-reason = { $reason }

## Contact

booked-day = встреча { $day }
no-reception-in = в { $year } году приёма не было
no-visit-booked = встреча не назначена
overdue-days = просрочено на { $n ->
        [one] { $n } день
        [few] { $n } дня
       *[many] { $n } дней
    }
signal-cadence = контакт просрочен на { $n ->
        [one] { $n } день
        [few] { $n } дня
       *[many] { $n } дней
    }
signal-satisfaction = удовлетворённость { $level }, ниже на { $fall }
signal-income = доход за 3 месяца меньше половины среднего за год
signal-promise = наше обещание просрочено на { $n ->
        [one] { $n } день
        [few] { $n } дня
       *[many] { $n } дней
    }: { $text }
signal-cooled = отношение решающего ухудшилось: { $person }, { $before } > { $after }
signal-left = ключевое лицо ушло: { $person }
signal-stale = спросить снова о решающем: { $person }
signal-turnover = { $month }: оборот меньше половины среднего
signal-offer = истекло { $date }, решения нет: { $title }

## Satisfaction, promises

from-aspects = по отдельным сторонам
own-view = собственная оценка

## Map

map-line = Карта { $percent }: { $list }.
map-line-complete = Карта { $percent }.
map-step-missing = { $step }: никого
map-step-assumed = { $step }: только догадка
map-step-old = { $step }: устарело
finding-missing-step = { $step }: никто не известен
finding-decider-never-met = с решающим не встречались: { $person }
finding-opponent = { $person }: { $stance }, влияние { $influence }
finding-opponent-no-influence = { $person }: { $stance }, влияние неизвестно
finding-unknown-stance = { $step }: отношение неизвестно, { $person }
finding-single-point = всё держится на одном человеке: { $person }
finding-single-visits = все встречи за 12 месяцев с одним человеком: { $person }
finding-only-one-road = только один вход: { $person }
finding-stale = { $step }: { $person }, узнали { $n ->
        [one] { $n } день
        [few] { $n } дня
       *[many] { $n } дней
    } назад
finding-conflict = { $n ->
    [2] решают двое: { $list }
    [3] решают трое: { $list }
    [4] решают четверо: { $list }
   *[other] решает не один ({ $n }): { $list }
}
finding-left = { $person }: должности больше нет; роль ещё верна ({ $step })?
finding-limit-too-low = Сумма { $sum } выше предела полномочий: { $person }.
map-empty = На карте пока никого. a добавляет первое лицо.
map-as-of = Вы смотрите на дату { $date }. Нажмите t, Enter, чтобы вернуться к сегодня.
step-not-needed = не нужен: { $reason }
question-prepares = Кто у вас готовит такие решения?
question-agrees = Чьё согласие нужно, прежде чем вопрос пойдёт наверх?
question-speaks_for = Кто выносит вопрос туда, где его решают?
question-budgets = Кто и когда закладывает на это деньги?
question-decides = За кем последнее слово?
question-still = По-прежнему ли это так: { $person }, { $kind }?
question-meet-decider = Как нам встретиться с решающим? { $person }
question-stance = Как относится к работе с нами { $person }?
question-need = Что за этим стоит: { $need }?
question-figure = Каков у вас показатель: { $figure }?
question-choice = Что для вас важнее всего при выборе банка?
question-satisfaction = Насколько вы довольны нашей работой, от 0 до 10?

## Offer score

floor-not-met = опора не держится: { $need }
who-loses = кто теряет: { $person } ({ $interest })
leaves-unanswered = Предложение оставляет потребность без ответа: { $need }.
ledger-line = Мы уступили { $we }, получили { $they }.
ledger-worth = Известная ценность: отдано { $given }, получено { $got }.
ledger-unreturned = Без ответа { $n }: { $list }.
score-range-line = { $score }, диапазон от { $low } до { $high }
nobody-judged = пока никто не оценил

## Plans, effectiveness, budget, file

no-plan = нет плана
over-service-budget = { $client }: бюджет обслуживания превышен на { $amount }.
known-of = { $known } из { $of }
file-known-of = досье { $known } из { $of }
file-decider = кто решает
file-steps = все шаги решения
file-reporting = кому подчиняется решающий
file-stance = отношение ключевых лиц
file-hidden-need = скрытая потребность
file-confirmed-need = подтверждённая потребность
file-birthdays = дни рождения тех, у кого есть шаг
file-contacts = телефон или почта двух лиц
file-industry = отрасль
file-main-bank = основной банк
file-note-process = заметка о процессах
file-note-technology = заметка о технологии
file-note-market = заметка о рынке
file-note-plans = заметка о планах
file-audit = аудит не старше года
file-ledger = данные за последние 3 месяца
file-satisfaction = удовлетворённость не старше года
file-goal = согласованная цель
file-deputy = названный заместитель

## Screens

window-too-small = Нужно окно не меньше { $width } на { $height }.
ready = готово
saved = сохранено: { $what } · u отменяет
nothing-saved = Ничего не изменено.
visit-in-minutes = встреча через { $n } мин
no-visits-today = Сегодня встреч нет. Следующая: { $client }, { $day } { $time }.
no-visits-at-all = Сегодня встреч нет, и ни одной не назначено.
no-clients-yet = Клиентов пока нет. { $clients } открывает список, { $add } в нём добавляет первого.
nothing-found = Ничего не найдено: { $input }.
nothing-here = Здесь пока пусто. a добавляет первую строку.
passphrases-differ = Две парольные фразы не совпадают.
passphrase-empty = Пустая парольная фраза ничего не защищает.
no-cipher = Эта сборка attache не умеет шифровать.
leak-clean = проверка на утечку: чисто, { $n ->
        [one] { $n } строка
        [few] { $n } строки
       *[many] { $n } строк
    }
written = записано: { $file }
privacy-on = Режим приватности включён.
privacy-off = Режим приватности выключен.

## Brief

leak-fragment-ask = Эти слова есть и в закрытом поле «{ $field }»: «{ $run }». Показать их клиенту?
leak-unreadable = Записанный файл не удалось прочесть обратно, поэтому он не сохранён.
pdf-not-built = Эта сборка не делает PDF. Возьмите html, он тоже печатается на A4, или соберите attache командой cargo build --release --features pdf.
pdf-no-sign = В шрифте нет знака { $sign } ({ $code }). Выберите шрифт в настройках, раздел «Выгрузка».
pdf-no-font = В файле { $file } нет шрифта. Выберите другой файл в настройках, раздел «Выгрузка».
pdf-name-a-font = Укажите файл шрифта, в котором он есть: attache settings set pdf_font_paths FILE.
pdf-failed = Не удалось сверстать страницы PDF. Возьмите html, он тоже печатается на A4.
leak-template = Не выгружено: шаблон { $file } вносит в экземпляр для клиента { $n ->
        [one] { $n } закрытое сведение
        [few] { $n } закрытых сведения
       *[many] { $n } закрытых сведений
    } ({ $fields }). Уберите это из шаблона.
leak-template-line = Не выгружено: шаблон { $file }, строка { $line }, вносит в экземпляр для клиента { $n ->
        [one] { $n } закрытое сведение
        [few] { $n } закрытых сведения
       *[many] { $n } закрытых сведений
    } ({ $fields }). Уберите это из шаблона.
leak-hit = { $entity }: { $field }
leak-address = Адрес { $email } ({ $person }) называет вашего клиента { $client }. Перенесите его в личные адреса, которых в копии для клиента нет, или уберите.
attendees-unknown = участники неизвестны
none-open = открытых нет
no-audit = аудита нет
encrypted-json-ask = Книга зашифрована, а этот файл не будет. Продолжить?

## Import

page-key-similar = Ключа { $key } здесь нет. Возможно, имелось в виду: { $allowed }?
page-key-unknown = Ключа { $key } здесь нет. Есть: { $allowed }.
line-field-why = строка { $line }, { $field }: { $why }
import-conflict = { $entity } { $name }: запись изменена здесь позже, чем в файле ({ $time }): { $fields }.
import-brings-nothing = Строка, в которой нет ничего нового.
import-nothing-new = Ничего нового: { $file }.
import-done = { $file }: { $added ->
        [one] добавлена { $added } запись
        [few] добавлены { $added } записи
       *[many] добавлено { $added } записей
    }, изменено { $changed }, отклонено { $rejected }.
snapshot-not-json = Не снимок книги: строка { $line }, знак { $column }.
snapshot-cut = Снимок обрезан: он заканчивается слишком рано.
snapshot-foreign = Этот файл не снимок attache.
snapshot-newer = Снимок записан более новой версией attache ({ $version }).
snapshot-unknown-table = В снимке неизвестная таблица: { $input }.
snapshot-row = { $table } { $row }, { $field }: { $why }
snapshot-duplicate-uid = { $table }: { $uid } встречается дважды.

## Book and file

no-book-at = Нет книги: { $file }. Создайте её командой attache init.
book-exists = Файл уже есть: { $file }. Ничего не изменено.
no-directory = Нет папки { $dir }.
book-read-only = { $file }: запись невозможна. Ничего не изменено.
book-foreign = { $file }: это не книга attache.
book-damaged = { $file }: файл повреждён ({ $what }). Положите на его место копию книги.
book-value-damaged = { $entity } { $record }, { $field }: сохранённое значение повреждено.
book-busy = Книга занята другой программой. Повторите чуть позже.
book-full = Диск заполнен. Ничего не сохранено.
book-encrypted = { $file }: книга зашифрована. Укажите парольную фразу через { $flag }.
book-moved = { $file }: книги больше нет там, где её открыли.
file-not-read = Не удалось прочитать { $file }: { $why }
format-of-ending = Имя { $file } говорит { $ending }, а --format — { $format }. Ничего не записано; назовите один формат.
book-is-whole = Книга цела: каждая запись такая, какой её оставила последняя правка.
book-is-not-whole = { $n ->
        [one] { $n } запись не такая, какой её оставила последняя правка
        [few] { $n } записи не такие, какими их оставили последние правки
       *[many] { $n } записей не такие, какими их оставили последние правки
    }; первая: { $entity }, { $field }. Восстановите книгу из копии.
backup-in-a-shell = Всю книгу вместе с журналом записывает команда attache export --format json --journal -o FILE.
sync-in-a-shell = Папки контактов и календаря сверяет с книгой команда attache sync.
template-none = У этого формата нет шаблона. Выберите md или html.
template-wrong = Шаблон { $file }, строка { $line }: { $why ->
        [syntax] запись нарушает правила шаблонов
        [name] такого имени в справке нет
        [function] такого фильтра, проверки или функции нет
       *[other] шаблон не работает
    } ({ $detail }). Ничего не записано: исправьте файл или уберите его, тогда будет взята форма attache.
file-not-written = Не удалось записать { $file }: { $why }
book-made = Новая книга: { $file }

## Command line

needs-terminal = Для attache нужен терминал. Попробуйте attache today.
yes-or-no = (y/N)
ask-needs-yes = { $question } Чтобы согласиться, укажите --yes.
ask-needs-fold = { $question } У visit plan, move и log для этого есть --fold 0 (первое) и --fold 1 (второе); --yes выбирает первое.
not-found = { $entity }: не найдено по запросу { $input }.
not-found-similar = { $entity }: не найдено по запросу { $input }. Возможно, имелось в виду: { $similar }?
several-fit = { $input }: подходит несколько: { $list }. Укажите точно.
record-gone = Этой записи в книге больше нет.
not-toml = Строка { $line }: неверный TOML: { $why }
noun-needs-client = Какой клиент? Укажите --client.
bad-take = Укажите ПОЛЕ=a или ПОЛЕ=b: { $input }
io-not-there = такого файла нет
io-not-permitted = нет прав доступа
io-is-a-folder = это папка
io-no-text = это не текст в UTF-8
io-nobody-reads = этот канал никто не читает
io-disk-full = диск заполнен
bad-assignment = Пишите поле=значение: { $input }
editor-failed = Редактор завершился с ошибкой: { $editor }. Ничего не сохранено.
page-unchanged = Страница не изменена. Ничего не сохранено.
no-steps = Правок пока нет.

## Titles of changes, as in "saved: WHAT" and "Undone: WHAT"

title-added = { $entity } { $name } (новая запись)
title-clients-added = { $n ->
    [one] { $n } новый клиент
    [few] { $n } новых клиента
   *[many] { $n } новых клиентов
}
title-filter-saved = фильтр { $name }
title-changed-fields = { $entity } { $name }: { $list }
title-removed = { $entity } { $name } (удаление)
title-ended = { $entity } { $name } (окончание)
title-client-status = { $client }: { $state }
title-client-stage = { $client }: этап { $n }
title-client-stage-forced = { $client }: этап { $n } (без условий)
title-client-merge = объединение, { $a } в { $b }
title-person-merge = объединение, { $a } в { $b }
title-roles = роли: { $person }
title-role = { $person }: { $kind }
title-role-ended = { $person }: { $kind } (окончание)
title-stance = отношение: { $person }
title-step-absent = { $client }: шаг не нужен, { $step }
title-visit-planned = встреча: { $client }, { $day }
title-visit-moved = встреча перенесена: { $client }, { $day }
title-invited = приглашение: { $client }, { $day }
title-top-joins = с участием нашего руководства: { $client }, { $day }
title-visit-cancelled = встреча отменена: { $client }, { $day }
title-visit-missed = встреча сорвалась: { $client }, { $day }
title-visit-recorded = итоги встречи: { $client }, { $day }
title-visit-corrected = встреча исправлена: { $client }, { $day }
title-need-state = потребность { $title }: { $state }
title-need-evidence = подтверждение: { $title }
title-promise-done = обещание выполнено: { $text }
title-promise-state = обещание { $text }: { $state }
title-problem-state = проблема { $title }: { $state }
title-occasion-marked = отмечено за { $year }: { $kind }, { $name }
title-offer-state = предложение { $title }: { $state }
title-term-state = условие { $title }: { $state }
title-offer-version = предложение { $title }, версия { $version }
title-concession = уступка: { $title }
title-settings = настройки: { $list }
title-snapshot = снимок: { $file }
problem-again = Та же тема беспокоила клиента { $date } ({ $title }).
