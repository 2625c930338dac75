### The day, the days ahead, and a visit before it is held.

## Today

today-minutes = { $n } мин
today-nobody-named = няма посочени
today-two-decide = решават { $n }: { $names }
today-stance-unknown = отношение неизвестно
today-on-offer = по предложението
today-influence = влияние { $n }
today-quote = „{ $text }“
today-nobody = { $steps }: никой
today-steps-nobody = стъпки без човек: { $n }
today-old = { $step }: преди { $age }
today-stance-of = { $step }: отношение неизвестно
today-never-met = не сме срещали решаващия
today-left = { $step }: напуснал?
today-hidden = скрита: { $title } ({ $state })
today-at-department = (в: { $name })
today-at = в: { $name }
today-late = ПРОСР.
today-late-days = ПРОСР. { $n }д
today-today = ДНЕС
today-due = срок { $day }
today-over-limit = предложение { $sum }, лимит { $limit }
today-problem = проблем, тежест { $n }
today-severity = теж. { $n }
today-not-told = не е казано
today-birthday = РОЖДЕН ДЕН ДНЕС
today-occasion = ДНЕС: { $kind }
today-now = сега
today-mark-decides = Р
today-mark-unknown = ?
today-mark-promised = !
today-word-decides = решава
today-word-unknown = неизвестно
today-word-promised = обещано
today-word-watch = внимание
today-goal = цел
today-who = кой
today-this-week = +{ $n } тази седм.
today-next = следва { $day }
today-last = последно { $day }
today-since = от { $day }
today-after-visit = среща от { $day }
today-no-visits-then = На този ден няма срещи.
today-group-empty = { $group }: днес няма нищо.
today-late-counts = просрочено: ние { $we }, те { $they }
today-none-late = няма просрочени
today-nothing-to-mark = Интервалът отбелязва изпълнено обещание или повод.

## Visits

visits-free = свободно
visits-not-planned = Само планирана среща може да се премести или отмени.
visits-move-title = Преместване на срещата
visits-again-title = Насрочване отново
visits-move-hint = +7d, пт 10:00 или 10:30, после Enter
visits-call-off-title = Срещата няма да се състои
visits-call-off-hint = Нагоре, надолу: избор   Enter: запис
visits-why = защо
visits-cancelled-by-them = отменена от клиента
visits-cancelled-by-us = отменена от нас
visits-missed-by-them = клиентът не дойде
visits-missed-by-us = ние не отидохме
visits-day-off = почивен
visits-off = поч.
visits-none-here = Тук няма среща за преместване.
visits-moving = { $client }: { $time }. Enter запазва, Esc отменя.
visits-stays = { $client }: остава, както беше, { $time }.
visits-plan-here = a: насрочване тук
visits-clash = застъпва се

## Before a visit

before-title = Преди срещата
before-meeting = Срещата
before-people = Кой ще бъде там
before-questions = Въпроси
before-taken = взети: { $n }
before-needs = Потребности за проверка
before-promises = Открити обещания
before-occasions = Поводи
before-outcomes = Последни резултати
before-answers = Готови отговори
before-last-met = видяхме се преди { $ago }
before-travel = { $n } мин път
before-own-question = Вашият въпрос
before-already-asked = Този въпрос вече е зададен.
before-nothing-to-take = Интервалът взема въпрос за срещата.

## The meeting situation

meeting-situation = Ситуация за среща
meeting-key = i: покана
meeting-none = няма насрочена среща с нашето ръководство, събитие или прием; i: покана или ново събитие
meeting-could-join = нашето ръководство може да се присъедини
meeting-last = последно с нашето ръководство или на събитие:
meeting-never = без среща с нашето ръководство и без събития досега
meeting-with-top = участва нашето ръководство
meeting-invited = поканени
meeting-not-invited = не са поканени
meeting-top-joins = участва нашето ръководство
meeting-new-event = насрочване на ново събитие
meeting-invite-client = Покана: { $client }
meeting-invite = Покана за събитието
meeting-no-event = Клиенти се канят на събитие или прием; тази среща не е такава.
today-nothing-to-do = Списък с действия има за обещание, проблем и повод.
