# Sentences a person reads: refusals, questions, warnings, the status line, titles of changes.
# Names are never inflected: they stand in the form in which they were entered.

## Fields

text-too-long = Твърде дълго: { $len } от { $n } знака.
one-line-only = { $field }: само един ред.
not-a-date = Не е дата: { $input }. Например: 2026-11-22, 22.11 или +3d.
not-a-pdate = Не е дата или част от дата: { $input }. Например: 1971, 1971-05, 14.05 или 14.05.1971.
ambiguous-date = { $input } може да се прочете по два начина. Например: 2026-11-22 или 22.11.2026.
date-out-of-range = { $input }: годината трябва да е от 1900 до 2199.
not-a-partial-date = Не е дата, нито част от дата: { $input }.
not-a-time = Не е час: { $input }. Например: 10:00.
not-a-moment = Не е ден с час: { $input }. Например: 2026-11-23 10:00 или вт 10:00.
not-a-visit-day = Не е ден: „{ $input }“. Например: { $client }@2026-11-23 или { $client }@2026-11-23T10:00.
time-does-not-exist = Няма такъв час, { $time }: { $date }, { $zone }, часовникът се мести напред.
time-happens-twice = Часът { $time } настъпва два пъти ({ $date }): първият или вторият?
money-too-many-decimals = { $cur }: знаци след запетаята { $n }, а в { $input } са повече.
not-money = Не е парична сума: { $input }. Например: 5000000 RUB.
money-needs-currency = { $input }: липсва валута. Например: 5000000 RUB.
unknown-currency = Непозната валута: { $cur }.
amount-too-large = { $input }: твърде голяма сума, не може да се запази точно.
ambiguous-number = { $input } може да се прочете по два начина. Опитайте с 5000 или 5.00.
other-currency = { $input }: сумата е в { $other }, а редът е в { $cur }.
not-a-month = Не е месец: { $input }. Например: 2026-11.
not-a-number = Не е число: { $input }.
not-whole = Не е цяло число: { $input }.
not-on-scale = Нужно е цяло число от { $low } до { $high }: { $input }.
not-a-decimal = Не е десетично число: { $input }.
not-yes-or-no = Не е нито „да“, нито „не“: { $input }.
out-of-range = { $field }: { $input } не е между { $low } и { $high }.
below-zero = { $field }: стойността не може да е под нулата.
of-individuals = { $field }: само за физически лица.
not-after-today = { $field }: не по-късно от днес.
day-of-other-state = { $field }: само за състояние { $list }.
not-before-day = { $field }: не по-рано от { $day }.
required-field = { $field }: задължително поле.
required-with = { $field }: задължително поле, когато { $other }: { $value }.
invalid-word = { $input }: не е допустимо. Може: { $allowed }.
unknown-field = { $entity }: няма поле { $field }.
unknown-field-similar = { $entity }: няма поле { $field }. Може би { $similar }?
field-not-set-by-hand = { $field }: това поле се води от самата програма.
field-takes-no-key = { $field }: поле без части, { $key } не може да се зададе.
field-not-a-list = { $field }: не е списък.
unknown-key = Няма такава част: { $field }. Има: { $allowed }.
not-a-list = Не е списък: { $input }.
not-a-uid = Това не е свободен uid: { $input }.
wrong-json = Тук се очаква друго, а не { $input }.
not-json = Невалиден JSON: { $why }.
reference-to-nothing = { $field }: посочено е { $input }, а го няма в книгата.
reference-of-kind = { $field }: нужен е друг вид запис: { $kind }.
twice-in-list = { $field }: { $input } е посочено два пъти.
too-many-in-list = { $field }: най-много { $n }.
used-by-records = Използва се в { $n ->
        [one] { $n } запис
       *[other] { $n } записа
    }: { $what }.
nothing-to-change = Няма какво да се промени.
unknown-language = Няма такъв език: { $input }. Има en, ru, bg и zh.

## Settings

name-before-export = Преди изнасяне въведете името си в настройките.
no-such-zone = Няма такава часова зона: { $input }.
work-day-needed = Поне един ден от седмицата трябва да е работен.
department-in-use = Отдел: { $dept }. При него има { $n ->
        [one] { $n } отворен проблем или обещание
       *[other] { $n } отворени проблема или обещания
    }.
no-such-department = Няма такъв отдел: { $input }. Има: { $allowed }.
level-weights-rise = По-ниско ниво не може да тежи повече от по-високо.
unknown-setting = Няма такава настройка: { $input }.

## Client

client-has-evidence = Този клиент има доказателства за ВИП като дружество; не може да стане физическо лице.
client-needs-name = Клиентът трябва да има име.
client-name-taken = Вече е в книгата: { $name }. Остават и двата.
number-taken = { $field } { $value } вече е посочен. Клиент: { $client }.
individual-needs-person = За физическо лице посочете кой е човекът.
group-cycle = В групата вече е по-горе: { $a } над { $b }.
group-too-deep = Една група има най-много { $n } нива.
mass-client = Масовите клиенти се обслужват на общата линия. Да остане ли все пак тук? Клиент: { $name }.
already-uses-product = { $name }: вече ползва { $product }. Изберете дългогодишен клиент или задържане.
relation-in-future = Отношенията не могат да започнат в бъдещето.
somebody-decides = Все някой решава. Оставете „неизвестно“.
not-a-step = { $input }: няма такава стъпка на решението.
why-own-rhythm = Обяснете защо този клиент има собствена честота на контакт.
adaptation-ends-early = Адаптацията трябва да свърши след началото си.
prospect-needs-stage = Потенциалният клиент е на етап от 1 до 7.
stage-of-prospect = През етапите минава само потенциален клиент.
stage-last = От етап 7 клиентът излиза с прието предложение или с отказ.
already-linked = Такава връзка вече има: { $name }, { $kind }.
deceased-ends-ask = { $name }: да приключат ли { $n ->
        [one] { $n } длъжност
       *[other] { $n } длъжности
    } и ролите с тях?
namesake-at-client = Вече има { $name }, клиент: { $client }. Остават и двамата.
settings-stay = Настройките не могат да се премахнат.
not-one-of-ours = Не работи в банката: { $name }.
handle-taken = Краткото име е заето: { $handle }.

## VIP evidence

vip-test-not-for-individuals = Изискванията за ВИП за дружества не важат за физически лица.
sales-negative = Продажбите не могат да са отрицателни.
why-one-line = Напишете един ред защо.
evidence-of-kind = { $criterion }: доказва се само така: { $kind }.
evidence-unit = { $criterion }: измерва се в други единици.
evidence-needs-visit = На коя среща се видя това?

## Person

person-needs-name = Въведете поне едно име.
not-a-phone = Не е телефонен номер: { $input }.
not-an-email = Не е адрес на ел. поща: { $input }.

## Position

person-works-for-bank = Работи в банката: { $name }.
end-before-start = Краят е преди началото.
already-has-place = { $person }: вече има длъжност по това време. Клиент: { $client }.
one-primary-place = { $person }: вече има основна длъжност. Клиент: { $client }.

## Role

person-not-at-client = { $person }: няма длъжност към { $date }. Клиент: { $client }. Първо добавете длъжността.
offer-is-for-other = Това предложение е за друг клиент: { $other }.
confirmed-by-what = С какво е потвърдено? Изберете среща или напишете източника.
role-already-held = { $person }: ролята вече е записана от { $since } ({ $kind }).
role-already-held-undated = { $person }: ролята вече е записана ({ $kind }).
role-known-later = { $person } ({ $kind }): известно е вече от { $date }, по-ранният източник не променя нищо.
no-such-role-held = { $person }: няма такава роля ({ $kind }). Клиент: { $client }.
visit-not-held = Тази среща не е проведена.
visit-of-other = Това е среща с друг клиент: { $other }.
row-of-other = Този запис е за друг клиент: { $other }.
reconfirmed-too-early = Не може да се потвърди отново, преди да е научено.
end-needs-reason = Посочете причината за края: { $allowed }.

## Stance

stance-empty = Посочете отношение, влияние или връщане към неизвестно.

## Influence

reports-to-self = Никой не може да е подчинен на себе си.
person-above = Вече е по-горе: { $a } над { $b }.
person-above-then = На { $date } вече е по-горе: { $a } над { $b }.
already-reports-to = { $person }: вече има ръководител ({ $boss }). Да се замени ли?
reports-until = { $person }: от { $date } ръководителят е друг ({ $boss }), новата връзка свършва дотогава.
strength-only-influences = Сила има само влиянието, подчинението няма.

## Interest

what-does-person-want = Какво иска { $person }?
interest-help = Каквото е нужно на дружеството, се записва в потребностите (N превръща реда в потребност). Услуга или плащане на човек не се записва и не се предлага; спазвайте правилата на банката.

## Need

need-needs-title = Назовете потребността с няколко думи.
need-share-voiced = В екземпляра за клиента влиза само потребност, която клиентът сам е изразил.
drop-needs-reason = Посочете защо потребността отпада: вид причина и един ред.

## Visit

visit-overlaps = Застъпва се в { $time }: { $other }.
visit-on-other-clocks = { $there } по времето на { $zone } е { $home } при вас.
visit-on-holiday = { $date }: неработен ден, { $text }.
visit-on-day-off = { $date }: почивен ден.
visit-purpose-needed = Каква беше целта на срещата?
visit-outcome-needed = Какъв е резултатът от срещата? Запишете го или отбележете, че няма.
visit-host-needed = Кой от банката ги приема?
next-reception-host = За прием е нужен домакин от банката. Планирайте го от екрана със срещите.
attendee-twice = Два пъти в списъка на участниците: { $person }.
attendee-elsewhere = { $person }: няма длъжност към онзи ден. Клиент: { $client }.
push-reason-needed = Обяснете защо това не е предложение.

## Promise

promise-needs-text = Какво е обещано?
due-before-made = Срокът е преди обещанието.
due-on-day-off = Срокът { $due } е неработен ден: показва се за { $shown }, работния ден преди него.
repeat-needs-due = Обещание, което се повтаря, има нужда от първи срок. Посочете го.
done-before-made = Изпълнено е преди обещанието.

## Product, product in use

code-taken = Кодът е зает: { $code }.
product-needs-name = Продуктът трябва да има име поне на един език.
push-word-too-short = Твърде кратко, за да се разпознае.
end-reason-needed = Посочете причината за прекратяването.

## Offer, concession

offer-needs-need = На коя потребност отговаря това?
offer-needs-term = Предложението трябва да има поне едно условие.
offer-needs-visit = На коя среща беше представено?
interest-of-other = Този интерес е на друг клиент: { $other }.
score-already-there = Този интерес вече е оценен по това условие.
need-of-other = Тази потребност е на друг клиент: { $other }.
goal-of-other = Тази цел е на друг клиент: { $other }.
goal-of-a-client = Цел има отделният клиент; показателят за целия портфейл няма.
holding-of-other = Този продукт се ползва от друг клиент: { $other }.
note-of-other = Тази бележка е за друг клиент: { $other }.
not-a-text = Това не е текст: { $input }.
not-a-record = Това не е запис: { $input }.
nothing-conceded = В тази отстъпка нищо не се е променило.
term-is-dropped = Условието „{ $term }“ е отпаднало. Първо го върнете.
concession-other-side = На отстъпка отговаря другата страна.
offer-expired = срокът изтече

## Ledger

ledger-already-there = { $client }, { $month }, { $cur }: вече го има. Да се замени или да остане?
month-in-future = { $month }: месецът още не е настъпил.
cost-positive = Разходите се въвеждат като положително число.
month-not-over = { $month }: месецът още не е свършил.

## Service budget and spend

spend-above-zero = Разходът трябва да е над нулата.
gift-needs-approver = За подарък посочете кой го е одобрил.
budget-already-there = Вече има бюджет за обслужване за { $year } г.

## Satisfaction

score-range = Оценката е от 0 до 10.

## Occasion

occasion-of-one = Поводът е или на лице, или на клиент.
occasion-needs-month = За повод е нужен поне месец.
occasion-yearly-day = Повтаря се всяка година само ако има месец и ден.
occasion-birthday-of-person = Рожден ден има човек: посочете кой. Компанията има ден на компанията.
occasion-birthday-own = Рожденият ден идва от картона на лицето; сменете го там.
occasion-birthday-put = Рожденият ден е записан в картона на лицето.
occasion-marked-twice = За { $year } г. вече е отбелязан.

## Answer

question-known = На този въпрос вече има отговор: { $question }

## Problem, note

problem-needs-title = Назовете проблема с няколко думи.
note-needs-subject = Бележката е за клиент или за лице.
note-needs-text = Какво да се отбележи?

## Supporting rows

rate-above-zero = Курсът трябва да е над нулата.
rate-already-there = Курсът вече го има: { $cur }, { $month }.
rate-of-reporting = { $cur }: валутата на отчетите, курсът ѝ винаги е 1.
reporting-currency-ask = Курсовете в книгата са към { $from }. Да се преизчислят ли към { $cur } по курса на { $cur } за всеки месец? Преизчислени: { $n }, отпадат поради липса на такъв курс: { $out }.
rates-left-out-one = Отпадат курсовете за { $first }: за този месец няма курс на { $cur }.
rates-left-out = Отпадат курсовете за { $n ->
        [one] { $n } месец
       *[other] { $n } месеца
    } без курс на { $cur }: от { $first } до { $last }.
rate-too-many-decimals = Курсът има най-много { $n } знака след запетаята; { $input } има повече.
link-to-self = Клиент не може да се свърже със себе си.
forecast-order = Прогнозата трябва да расте: ниска, вероятна, висока.
forecast-currency = Прогнозата е в { $forecast }, а одитът в { $currency }. Посочете една валута.
goal-share-agreed = В екземпляра за клиента влиза само цел с дата на договаряне.
target-already-there = Вече има планов показател: { $measure }, { $period }.
target-is-money = Планът за „{ $measure }“ е парична сума с валута.
target-is-level = Планът за „{ $measure }“ е число от 0 до 10.
target-is-count = Планът за „{ $measure }“ е цяло число.
target-of-portfolio = „{ $measure }“: брои се за целия портфейл, не за отделен клиент.

## Draft

draft-restored = Възстановена е чернова, { $time }. Ctrl-S запазва, :discard я изтрива.
draft-discarded = Черновата е изтрита.
draft-of-another = В друга програма е отворена същата страница с незапазен текст. Написаното тук не е в чернова; Ctrl-S го запазва.
no-drafts = Няма чернови.

## Invariants

person-stays-in-history = { $name }: { $n ->
        [one] свързан е { $n } запис
       *[other] свързани са { $n } записа
    }, лицето остава. Приключете длъжността.
client-is-archived = Клиентът е в архива: { $client }. Първо го отворете отново (:reopen).
    .shell = Клиентът е в архива: { $client }. Първо го отворете отново: attache client edit CLIENT --set status=active --reason TEXT.
client-has-left = Клиентът е напуснал: { $client }. Първо го отворете отново (:reopen).
    .shell = Клиентът е напуснал: { $client }. Първо го отворете отново: attache client edit CLIENT --set status=active --reason TEXT.
client-was-merged = Клиентът е слят с друг и не се променя: { $client }.
merged-opening = Записите са слети: { $a } в { $b }. Отворен е { $b }.
merge-facts-differ = { $n ->
        [one] Различава се { $n } факт
       *[other] Различават се { $n } факта
    }. За всеки изберете първото или второто.
    .shell = { $n ->
            [one] Различава се { $n } факт
           *[other] Различават се { $n } факта
        }. За всеки изберете ляво или дясно.
merge-with-self = Запис не може да се слее със себе си.
merge-kinds-differ = Дружество и физическо лице не могат да се слеят.
merge-ledger-ask = И двата имат данни: { $month }, { $cur }. Сбор, първото или второто?
    .shell = И двата имат данни: { $month }, { $cur }. Сбор, ляво или дясно?
same-person-ask = Вече има { $name }, клиент: { $client }. Същото лице ли е?
end-roles-ask = { $person }: роли тук ({ $list }). Да приключат ли и те, { $date }?
person-was-not-at = { $person }: няма длъжност към { $date }. Клиент: { $client }.
held-in-future = Срещата още не може да е проведена: { $date }.
visit-confirms-facts = Тази среща потвърждава { $n ->
        [one] { $n } факт
       *[other] { $n } факта
    }. Първо ги понижете до „чуто“.
visit-was-held = Срещата е проведена. Поправете я, вместо да я отменяте.
visit-presented-offer = На тази среща е представено предложение.
need-evidence-first = Какво видяхте или чухте? Първо добавете доказателство.
evidence-holds-need = Потребността се крепи на това доказателство. Първо върнете състоянието ѝ назад.
evidence-says-more = Записаните доказателства говорят за повече. Първо махнете погрешното, после върнете състоянието.
no-confirmed-need = Зад предложението няма потвърдена потребност. Първо потвърдете някоя или оставете черновата.
need-below-cover = Потребността е покрита само така: { $cover } ({ $need }). С истинската потребност на дружеството не се търгува.
need-not-covered = Потребността не е покрита: { $need }. С истинската потребност на дружеството не се търгува.
offer-is-presented = Предложението е представено. Натиснете v за нова версия.
    .shell = Предложението е представено. Първо направете нова версия: attache offer version OFFER.
offer-is-closed = Предложението е приключено. За да продължите, копирайте го (:copy offer).
    .shell = Предложението е приключено. За да продължите, копирайте го: attache offer copy OFFER.
offer-version-counts = Версиите се броят сами: нова се прави с v.
    .shell = Версиите се броят сами: нова се прави с attache offer version OFFER.
decided-before-presented = Офертата е представена на { $date }; решение преди това не може да има.
offer-version-not-needed = Нова версия има само представено предложение. Това може да се променя и така.
no-rate = Няма курс: { $cur }, { $month }.
month-unknown-ask = { $month }: неизвестно ({ $field }). Да се приключи ли като непълен?
month-closed-ask = { $month }: месецът е приключен. Да се отвори ли отново? Отчетът за него ще се промени.
not-exported-private = Не е изнесено: в екземпляра за клиента { $n ->
        [one] щеше да влезе { $n } поверителна стойност
       *[other] щяха да влязат { $n } поверителни стойности
    }. Натиснете l, за да видите полетата.
    .shell = Не е изнесено: в екземпляра за клиента { $n ->
        [one] щеше да влезе { $n } поверителна стойност
       *[other] щяха да влязат { $n } поверителни стойности
    }.
role-starts-later = { $person }: ролята е в сила едва от { $date }; дотогава я няма на картата.
role-ends-before-learned = { $person }: краят на ролята ({ $date }) е преди деня, в който се узна за нея ({ $learned }). Ако изобщо не я е имало, причината е „{ $wrong }“.
person-informs = { $person }: информатор. Тази роля никога не влиза в екземпляр за клиента.
everything-through = { $client }: всичко минава през един човек ({ $person }).
promise-not-deleted = Обещание се изпълнява или отменя, не се изтрива.
row-changed-elsewhere = Променено другаде, { $time }: { $record }. Вижте го и запазете отново.
book-newer = Книгата е записана от по-нова версия на attache ({ $version }). Нищо не е променено.
wrong-passphrase = Не се отваря: грешна фраза за достъп или файлът не е книга.
file-exists-ask = Файлът вече съществува: { $file }. Да се презапише ли?
import-apply-ask = Нови { $a }, променени { $c }, противоречия { $x }. Да се приложи ли?
stage-needs = За преминаване към етап { $n } е нужно: { $list }.
undo-blocked = Не може да се върне ({ $time }): { $what }. На това { $n ->
        [one] се крепи { $n } по-късна промяна
       *[other] се крепят { $n } по-късни промени
    }.
undo-other-process-ask = Последната промяна е направена другаде: { $what }. Да се върне ли?
undo-many-ask = Да се върне ли: { $what }? Наведнъж се връщат { $n ->
        [one] { $n } запис
       *[other] { $n } записа
    }.
nothing-to-undo = Няма какво да се върне.
nothing-to-redo = Няма какво да се повтори.
need-without-theme = Тази потребност още няма тема; { $key } я отваря, за да я посочите.
undo-of-undo = Този ред сам връща промяна; повторението я прави отново.
undone-already = Тази промяна вече е върната.
undo-fewer = { $n ->
        [one] Може да се върне само { $n } стъпка.
       *[other] Могат да се върнат само { $n } стъпки.
    }
redo-fewer = { $n ->
        [one] Може да се повтори само { $n } стъпка.
       *[other] Могат да се повторят само { $n } стъпки.
    }
undone = Върнато: { $what } ({ $count ->
        [one] { $count } промяна
       *[other] { $count } промени
    }).
redone = Повторено: { $what } ({ $count ->
        [one] { $count } промяна
       *[other] { $count } промени
    }).
reason-needed = Посочете причина.
need-why-back = Отново „{ $state }“: защо? { $need }
need-is-a-guess = Преди хипотезата няма нищо.
reason-tick-taken-back = Все пак не е изпълнено: { $text }

## Client states

move-not-possible = { $entity }: преходът е невъзможен, { $from } > { $to }.
already-in-state = { $entity }: вече е в състояние „{ $state }“.
attract-starts-as-prospect = Клиент за привличане започва като потенциален.
prospect-needs-attract = Потенциалният клиент е само за привличане.
nothing-in-use-yet = Още нищо не се ползва и нито едно предложение не е прието.
close-offers-first = Първо приключете представените предложения: { $list }.
close-serious-problems = Първо приключете или прехвърлете тежките проблеми.
own-promises-open = { $n ->
        [one] Отворено е { $n } наше обещание
       *[other] Отворени са { $n } наши обещания
    }. Клиент: { $client }.
new-category-ask = Клиентът става действащ: { $client }. Категория „{ $retain }“? „Не“ означава „{ $other }“.
end-holdings-ask = Да приключат ли { $n ->
        [one] { $n } ползван продукт
       *[other] { $n } ползвани продукта
    }, { $date }? Клиент: { $client }.
left-needs-reason = Посочете кога, защо и къде е отишъл клиентът.
gate-attract-decision = записано решение за привличане
gate-attract-day = датата на това решение
gate-meeting-situation = среща с нашето ръководство, събитие или прием
gate-first-visit = проведена среща, на която е дошъл някой от клиента
gate-need-probed = една проучвана потребност
gate-steps-filled = всяка стъпка попълнена или отбелязана като ненужна: { $list }
gate-decider-heard = решаващият да е известен поне по чуто
gate-top-visit = проведена среща с управителния съвет или висшето ръководство
gate-asked-by-them = среща по искане на клиента
gate-need-confirmed = една потвърдена потребност
gate-decision-path = цел от вида „път към решението“
gate-offer-or-decline = прието предложение или отказ
adaptation-welcome = приветствено обаждане
adaptation-who-to-call = обяснено на кого за какво да се обаждат
adaptation-access = електронното банкиране работи
adaptation-operators = операторите са обучени
adaptation-payments = първите плащания са проследени
adaptation-limits = цените и лимитите са обяснени
adaptation-satisfaction = първи въпрос за удовлетвореността
adaptation-awkward = среща за това, което е неудобно
adaptation-plan = планът за годината е договорен

## Need states

hints-do-not-confirm = Намеците не потвърждават потребност. Кой го каза и кога?
ask-client-if-met = Първо попитайте клиента дали е удовлетворена.
met-before-answered = Отговорът на потребността е след този ден.
answer-needed = Как се решава потребността? Посочете предложение, ползван продукт или бележка.
offer-answers-need = На тази потребност отговаря предложение: { $offer }. Първо го оттеглете.
voice-never-back = Изразена от клиента потребност не може пак да стане скрита.
needs-addressed-ask = Да се отбележи ли намерено решение: { $list }?
promises-from-offer-ask = Да се запише ли какво обещахме с нея: { $list }?
holdings-from-offer-ask = Да се запишат ли като ползвани { $n ->
        [one] { $n } продукт
       *[other] { $n } продукта
    } от предложението? Клиент: { $client }.

## Visit states

visit-is-past = Това време е минало. Запишете срещата като проведена.
next-visit-stays = Следващата среща вече е планирана и остава, дори да я махнете от тази страница. Отменете самата среща.
next-visit-past = Следващата среща не може да е в миналото.
visit-not-over = Срещата още не е свършила.
visit-planned-again = Вече е планирана отново: { $time }. Преместете онази среща.
visit-did-not-take-place = Тази среща не се е състояла ({ $state }): няма какво да се запише. Първо я планирайте отново.
visit-ended-keeps-time = Срещата тогава не се е състояла и часът ѝ остава. Преместете я, за да планирате нова.
cancel-needs-who = Кой отмени и защо?
missed-needs-who = Кой не дойде и защо?

## Offer states, pushing check

who-decides-unknown = Не знаете кой решава.
terms-still-open = { $n ->
        [one] Още е открито { $n } условие
       *[other] Още са открити { $n } условия
    }.
term-open-again = { $term }: договорена беше предишната стойност. Условието отново е открито, докато не се договори новата.
decline-needs-who = Кой отклони и защо?
essential-off-reason = Потребността е задължителна: { $need }. Обяснете защо предложението вече не ѝ отговаря.
too-early-for = Рано е за това: { $product }. Клиентът още не ни познава: { $client }.
first-meeting-pushing = Това е първа среща. Да предложите сега { $product } е налагане. Представете банката, услугите само споменете. Да остане ли?
no-need-behind = Зад това няма потвърдена потребност: { $product }. Да попитаме ли за потребността?
answers-no-need = { $product }: не отговаря на никоя записана потребност.
push-question-work = Как се върши тази работа днес и къде отнема най-много време?
push-question-worry = Какво бихте искали да е различно след година?
push-question-matter = Кого в дружеството безпокои това най-много и защо?

## Promise and problem states

their-promise-not-passed = Тяхно обещание не може да се прехвърли на наш отдел.
not-done-yet = Още не е изпълнено.
tell-client-first = Кажете на клиента, преди да отмените обещание. Как го направихте?
client-not-told = На клиента още не е казано.
problem-needs-answer = Какъв е отговорът?
back-before-passed = Не може да се върне, преди да е прехвърлено.

## Figures: LTV, pyramid

figure-partial-months = частично, { $known } от { $of ->
        [one] { $of } месец
       *[other] { $of } месеца
    }
months-known-of = известни { $known } от { $of ->
        [one] { $of } месец
       *[other] { $of } месеца
    }
figure-from-month = от { $month }
at-this-pace = с това темпо { $sum } годишно
why-no-closed-month = няма приключен месец
why-no-figures = няма данни
why-few-months = { $known } от { $of ->
        [one] { $of } месец
       *[other] { $of } месеца
    }
why-unstable = нестабилно: вариация { $cv }
why-below-zero = разходите са над прихода
why-too-large = твърде голямо, за да се пресметне точно
why-missing-income = липсва приход за { $n ->
        [one] { $n } месец
       *[other] { $n } месеца
    }
why-among-the-top = { $rank }-о от { $of } по LTV, горните { $share } %
why-steady = устойчиво: вариация { $cv }
why-prospect = потенциален клиент, още няма ниво
small-portfolio = малък портфейл: нивата са само подреждане
could-be-higher = може да е по-високо
could-be-lower = може да е по-ниско
next-for-the-top = следващ за върха
could-be-strategic = може да стане стратегически
slipping = намалява
concentration-line = Най-ценните държат { $percent } от цялата положителна LTV.

## Moves between the tiers

tier-move = { $client } { $from } > { $to }
tier-move-why = { $client } { $from } > { $to }, { $why }
one-move-and-another = { $first }; { $then }
more-moves = и още { $n }
month-closed = { $first }: месецът е приключен за { $clients ->
        [one] { $clients } клиент
       *[other] { $clients } клиента
    }
months-closed = Приключени месеци: { $n }, от { $first } до { $last }, за { $clients ->
        [one] { $clients } клиент
       *[other] { $clients } клиента
    }
month-opened-again = { $first }: месецът е отворен отново за { $clients ->
        [one] { $clients } клиент
       *[other] { $clients } клиента
    }
months-opened-again = Отново отворени месеци: { $n }, от { $first } до { $last }, за { $clients ->
        [one] { $clients } клиент
       *[other] { $clients } клиента
    }
month-changed = { $first }: променени данни на приключен месец за { $clients ->
        [one] { $clients } клиент
       *[other] { $clients } клиента
    }
months-changed = Променени данни на приключени месеци: { $n }, от { $first } до { $last }, за { $clients ->
        [one] { $clients } клиент
       *[other] { $clients } клиента
    }
closed-with-moves = { $done }. Премествания: { $moves }.
closed-without-moves = { $done }. Няма премествания между нивата.

## VIP test

vip-passes = Отговаря: изпълнени { $met } от { $needed }.
vip-fails = Не отговаря: изпълнени { $met } от { $needed }.
vip-undetermined = Неопределено: изпълнени { $met } от { $needed }. { $more ->
        [one] Решава още { $more }
       *[other] Решават още { $more }
    }: { $list }.
vip-not-applicable = Изискванията за ВИП за дружества не важат за физически лица.
vip-settle-products = проверен списък на ползваните продукти (V1)
vip-settle-figure = { $figure } за { $n ->
        [one] { $n } месец
       *[other] { $n } месеца
    } (V2)
vip-settle-monopoly = преценка за монопол (V3)
vip-settle-strategic = преценка за стратегическа стойност (V4)
vip-settle-growth = { $figure } за { $year } г. за растежа (V5)
vip-stale = доказателството е остаряло ({ $date })
vip-no-evidence = няма доказателства
vip-products-held = { $n ->
        [one] { $n } продукт
       *[other] { $n } продукта
    }, { $families ->
        [one] { $families } вид
       *[other] { $families } вида
    }
vip-figure-above = { $value } над { $limit }
vip-figure-not-above = { $value } не е над { $limit }
vip-growth-value = растеж { $percent } %
vip-growth-from-nothing = растежът не може да се измери: предходната година е без положителен резултат
vip-reason = { $reason }

## Contact

booked-day = среща { $day }
no-reception-in = няма прием през { $year } г.
no-visit-booked = няма насрочена среща
overdue-days = просрочено с { $n ->
        [one] { $n } ден
       *[other] { $n } дни
    }
signal-cadence = контактът е просрочен с { $n ->
        [one] { $n } ден
       *[other] { $n } дни
    }
signal-satisfaction = удовлетвореност { $level }, по-ниска с { $fall }
signal-income = приходът за 3 месеца е под половината от средното за годината
signal-promise = наше обещание е просрочено с { $n ->
        [one] { $n } ден
       *[other] { $n } дни
    }: { $text }
signal-cooled = отношението на решаващия се влоши: { $person }, { $before } > { $after }
signal-left = ключово лице напусна: { $person }
signal-stale = да се попита пак за решаващия: { $person }
signal-turnover = { $month }: оборотът е под половината от средното
signal-offer = изтекла { $date }, без решение: { $title }

## Satisfaction, promises

from-aspects = по отделни страни
own-view = собствена оценка

## Map

map-line = Карта { $percent }: { $list }.
map-line-complete = Карта { $percent }.
map-step-missing = { $step }: никой
map-step-assumed = { $step }: само догадка
map-step-old = { $step }: остаряло
finding-missing-step = { $step }: никой не е известен
finding-decider-never-met = не сме срещали решаващия: { $person }
finding-opponent = { $person }: { $stance }, влияние { $influence }
finding-opponent-no-influence = { $person }: { $stance }, влиянието е неизвестно
finding-unknown-stance = { $step }: отношението е неизвестно, { $person }
finding-single-point = всичко зависи от един човек: { $person }
finding-single-visits = всички срещи за 12 месеца са с един човек: { $person }
finding-only-one-road = само един вход: { $person }
finding-stale = { $step }: { $person }, научено преди { $n ->
        [one] { $n } ден
       *[other] { $n } дни
    }
finding-conflict = { $n ->
    [2] решават двама: { $list }
    [3] решават трима: { $list }
    [4] решават четирима: { $list }
   *[other] решават { $n } души: { $list }
}
finding-left = { $person }: вече няма длъжност; още ли е вярна ролята ({ $step })?
finding-limit-too-low = Сумата { $sum } е над правомощията: { $person }.
map-empty = На картата още няма никого. a добавя първото лице.
map-as-of = Гледате към { $date }. Натиснете t, Enter за днес.
step-not-needed = не е нужна: { $reason }
question-prepares = Кой при вас подготвя такива решения?
question-agrees = Чие съгласие е нужно, преди да отиде нагоре?
question-speaks_for = Кой го внася там, където се решава?
question-budgets = Кой планира парите за това и кога?
question-decides = Чия е последната дума?
question-still = Още ли е така: { $person }, { $kind }?
question-meet-decider = Как да се срещнем с решаващия? { $person }
question-stance = Какво мисли за работата с нас { $person }?
question-need = Какво стои зад това: { $need }?
question-figure = Какъв е показателят при вас: { $figure }?
question-choice = Кое е най-важно за вас, когато избирате банка?
question-satisfaction = Доколко сте доволни от нас, от 0 до 10?

## Offer score

floor-not-met = опората не се държи: { $need }
who-loses = кой губи: { $person } ({ $interest })
leaves-unanswered = Предложението оставя без отговор потребност: { $need }.
ledger-line = Отстъпихме { $we }, получихме { $they }.
ledger-worth = Известна стойност: дадено { $given }, получено { $got }.
ledger-unreturned = Без отговор { $n }: { $list }.
score-range-line = { $score }, диапазон от { $low } до { $high }
nobody-judged = още никой не е оценил

## Plans, effectiveness, budget, file

no-plan = няма план
over-service-budget = { $client }: бюджетът за обслужване е надхвърлен с { $amount }.
known-of = { $known } от { $of }
file-known-of = досие { $known } от { $of }
file-decider = кой решава
file-steps = всички стъпки на решението
file-reporting = на кого е подчинен решаващият
file-stance = отношение на ключовите лица
file-hidden-need = скрита потребност
file-confirmed-need = потвърдена потребност
file-birthdays = рождени дни на лицата със стъпка
file-contacts = телефон или поща на две лица
file-industry = отрасъл
file-main-bank = основна банка
file-note-process = бележка за процесите
file-note-technology = бележка за технологията
file-note-market = бележка за пазара
file-note-plans = бележка за плановете
file-audit = одит от последната година
file-ledger = данни за последните 3 месеца
file-satisfaction = удовлетвореност от последната година
file-goal = договорена цел
file-deputy = посочен заместник

## Screens

window-too-small = Прозорецът трябва да е поне { $width } на { $height }.
ready = готово
saved = запазено: { $what } · u връща
nothing-saved = Нищо не е променено.
visit-in-minutes = среща след { $n } мин
no-visits-today = Днес няма срещи. Следваща: { $client }, { $day } { $time }.
no-visits-at-all = Днес няма срещи и няма насрочени.
no-clients-yet = Още няма клиенти. { $clients } отваря списъка, { $add } в него добавя първия.
nothing-found = Нищо не е намерено: { $input }.
nothing-here = Тук още е празно. a добавя първия ред.
passphrases-differ = Двете фрази за достъп се различават.
passphrase-empty = Празна фраза за достъп не пази нищо.
no-cipher = Тази версия на attache е без шифроване.
leak-clean = проверка за изтичане: чисто, { $n ->
        [one] { $n } низ
       *[other] { $n } низа
    }
written = записано: { $file }
privacy-on = Режимът за поверителност е включен.
privacy-off = Режимът за поверителност е изключен.

## Brief

leak-fragment-ask = Тези думи стоят и в поверително поле „{ $field }“: „{ $run }“. Да се покажат ли на клиента?
leak-unreadable = Записаният файл не можа да се прочете обратно и не е запазен.
pdf-not-built = Тази програма е сглобена без PDF. Вземете html, той също се печата на A4, или сглобете attache с cargo build --release --features pdf.
pdf-no-sign = Шрифтът няма знак за { $sign } ({ $code }). Изберете шрифт в Настройки, Експорт.
pdf-no-font = Във файла { $file } няма шрифт. Изберете друг файл в Настройки, Експорт.
pdf-name-a-font = Посочете файл с шрифт, в който го има: attache settings set pdf_font_paths FILE.
pdf-failed = Страниците на PDF не можаха да се подредят. Вземете html, той също се печата на A4.
leak-template = Не е изнесено: шаблонът { $file } внася в екземпляра за клиента { $n ->
        [one] { $n } поверително сведение
       *[other] { $n } поверителни сведения
    } ({ $fields }). Махнете го от шаблона.
leak-template-line = Не е изнесено: шаблонът { $file }, ред { $line }, внася в екземпляра за клиента { $n ->
        [one] { $n } поверително сведение
       *[other] { $n } поверителни сведения
    } ({ $fields }). Махнете го от шаблона.
leak-hit = { $entity }: { $field }
leak-address = Имейлът { $email } ({ $person }) назовава вашия клиент { $client }. Преместете го при личните имейли, които не влизат в копие за клиент, или го махнете.
attendees-unknown = участниците са неизвестни
none-open = няма открити
no-audit = няма одит
encrypted-json-ask = Книгата е шифрована, този файл няма да е. Да продължи ли?

## Import

page-key-similar = Ключ { $key } тук няма. Може би: { $allowed }?
page-key-unknown = Ключ { $key } тук няма. Има: { $allowed }.
line-field-why = ред { $line }, { $field }: { $why }
import-conflict = { $entity } { $name }: записът е променен тук по-късно, отколкото във файла ({ $time }): { $fields }.
import-brings-nothing = Ред, в който няма нищо ново.
import-nothing-new = Нищо ново: { $file }.
import-done = { $file }: { $added ->
        [one] добавен { $added } запис
       *[other] добавени { $added } записа
    }, променени { $changed }, отхвърлени { $rejected }.
snapshot-not-json = Не е снимка на книга: ред { $line }, знак { $column }.
snapshot-cut = Снимката е прекъсната: свършва твърде рано.
snapshot-foreign = Този файл не е снимка на attache.
snapshot-newer = Снимката е записана от по-нова версия на attache ({ $version }).
snapshot-unknown-table = В снимката има непозната таблица: { $input }.
snapshot-row = { $table } { $row }, { $field }: { $why }
snapshot-duplicate-uid = { $table }: { $uid } се среща два пъти.

## Book and file

no-book-at = Няма книга: { $file }. Създайте я с attache init.
book-exists = Файлът вече съществува: { $file }. Нищо не е променено.
no-directory = Няма папка { $dir }.
book-read-only = { $file }: не може да се записва. Нищо не е променено.
book-foreign = { $file }: не е книга на attache.
book-damaged = { $file }: файлът е повреден ({ $what }). Поставете на нейно място копие на книгата.
book-value-damaged = { $entity } { $record }, { $field }: запазената стойност е повредена.
book-busy = Друга програма държи книгата. Опитайте пак след малко.
book-full = Дискът е пълен. Нищо не е запазено.
book-encrypted = { $file }: книгата е шифрована. Посочете фразата за достъп чрез { $flag }.
book-moved = { $file }: книгата вече не е там, където беше отворена.
file-not-read = Не може да се прочете { $file }: { $why }
format-of-ending = Името { $file } казва { $ending }, а --format – { $format }. Нищо не е записано; посочете един формат.
book-is-whole = Книгата е цяла: всеки запис е такъв, какъвто го е оставила последната промяна.
book-is-not-whole = { $n ->
        [one] { $n } запис не е такъв, какъвто го е оставила последната промяна
       *[other] { $n } записа не са такива, каквито са ги оставили последните промени
    }; първият: { $entity }, { $field }. Възстановете книгата от копие.
backup-in-a-shell = Цялата книга с журнала записва командата attache export --format json --journal -o FILE.
sync-in-a-shell = Папките с контакти и календар се изравняват с книгата с командата attache sync.
template-none = Този формат няма шаблон. Изберете md или html.
template-wrong = Шаблон { $file }, ред { $line }: { $why ->
        [syntax] записът нарушава правилата за шаблони
        [name] такова име в справката няма
        [function] такъв филтър, проверка или функция няма
       *[other] шаблонът не работи
    } ({ $detail }). Нищо не е записано: поправете файла или го махнете, тогава се взема формата на attache.
file-not-written = Не може да се запише { $file }: { $why }
book-made = Нова книга: { $file }

## Command line

needs-terminal = За attache е нужен терминал. Опитайте attache today.
yes-or-no = (y/N)
ask-needs-yes = { $question } За съгласие посочете --yes.
ask-needs-fold = { $question } visit plan, move и log приемат --fold 0 (първият) или --fold 1 (вторият); --yes избира първия.
not-found = { $entity }: нищо не е намерено за { $input }.
not-found-similar = { $entity }: нищо не е намерено за { $input }. Може би търсите: { $similar }?
several-fit = { $input }: отговарят няколко: { $list }. Посочете точно.
record-gone = Този запис вече го няма в книгата.
not-toml = Ред { $line }: невалиден TOML: { $why }
noun-needs-client = Кой клиент? Посочете --client.
bad-take = Напишете ПОЛЕ=a или ПОЛЕ=b: { $input }
io-not-there = няма такъв файл
io-not-permitted = няма права за достъп
io-is-a-folder = това е папка
io-no-text = това не е текст в UTF-8
io-nobody-reads = никой не чете този канал
io-disk-full = дискът е пълен
bad-assignment = Пишете поле=стойност: { $input }
editor-failed = Редакторът завърши с грешка: { $editor }. Нищо не е запазено.
page-unchanged = Страницата не е променена. Нищо не е запазено.
no-steps = Още няма промени.

## Titles of changes, as in "saved: WHAT" and "Undone: WHAT"

title-added = { $entity } { $name } (нов запис)
title-clients-added = { $n ->
    [one] { $n } нов клиент
   *[other] { $n } нови клиенти
}
title-filter-saved = филтър { $name }
title-changed-fields = { $entity } { $name }: { $list }
title-removed = { $entity } { $name } (премахване)
title-ended = { $entity } { $name } (край)
title-client-status = { $client }: { $state }
title-client-stage = { $client }: етап { $n }
title-client-stage-forced = { $client }: етап { $n } (без условията)
title-client-merge = сливане, { $a } в { $b }
title-person-merge = сливане, { $a } в { $b }
title-roles = роли: { $person }
title-role = { $person }: { $kind }
title-role-ended = { $person }: { $kind } (край)
title-stance = отношение: { $person }
title-step-absent = { $client }: стъпката не е нужна, { $step }
title-visit-planned = среща: { $client }, { $day }
title-visit-moved = срещата е преместена: { $client }, { $day }
title-invited = покана: { $client }, { $day }
title-top-joins = с участието на нашето ръководство: { $client }, { $day }
title-visit-cancelled = срещата е отменена: { $client }, { $day }
title-visit-missed = срещата е пропусната: { $client }, { $day }
title-visit-recorded = след срещата: { $client }, { $day }
title-visit-corrected = срещата е поправена: { $client }, { $day }
title-need-state = потребност { $title }: { $state }
title-need-evidence = доказателство: { $title }
title-promise-done = обещанието е изпълнено: { $text }
title-promise-state = обещание { $text }: { $state }
title-problem-state = проблем { $title }: { $state }
title-occasion-marked = отбелязано за { $year }: { $kind }, { $name }
title-offer-state = предложение { $title }: { $state }
title-term-state = условие { $title }: { $state }
title-offer-version = предложение { $title }, версия { $version }
title-concession = отстъпка: { $title }
title-settings = настройки: { $list }
title-snapshot = снимка: { $file }
problem-again = Същата тема затрудни клиента на { $date } ({ $title }).
