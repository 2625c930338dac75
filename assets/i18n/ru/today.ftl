### The day, the days ahead, and a visit before it is held.

## Today

today-minutes = { $n } мин
today-nobody-named = никто не назван
today-two-decide = решают { $n }: { $names }
today-stance-unknown = отношение неизвестно
today-on-offer = по предложению
today-influence = влияние { $n }
today-quote = «{ $text }»
today-nobody = { $steps }: никто
today-steps-nobody = шагов без людей: { $n }
today-old = { $step }: { $age } назад
today-stance-of = { $step }: отношение неизвестно
today-never-met = с решающим не встречались
today-left = { $step }: ушёл?
today-hidden = скрытая: { $title } ({ $state })
today-at-department = (в: { $name })
today-at = в: { $name }
today-late = ПРОСР.
today-late-days = ПРОСР. { $n }д
today-today = СЕГОДНЯ
today-due = срок { $day }
today-over-limit = предложение { $sum }, лимит { $limit }
today-problem = проблема, тяжесть { $n }
today-severity = тяж. { $n }
today-not-told = клиенту не сказано
today-birthday = СЕГОДНЯ ДЕНЬ РОЖДЕНИЯ
today-occasion = СЕГОДНЯ: { $kind }
today-now = сейчас
today-mark-decides = Р
today-mark-unknown = ?
today-mark-promised = !
today-word-decides = решает
today-word-unknown = неизвестно
today-word-promised = обещано
today-word-watch = внимание
today-goal = цель
today-who = кто
today-this-week = ещё { $n } на неделе
today-next = далее { $day }
today-last = был { $day }
today-since = с { $day }
today-after-visit = встреча { $day }
today-no-visits-then = В этот день встреч нет.
today-group-empty = { $group }: сегодня ничего.
today-late-counts = просрочено: мы { $we }, они { $they }
today-none-late = ничего не просрочено
today-nothing-to-mark = Пробел отмечает выполненное обещание или памятную дату.

## Visits

visits-free = свободно
visits-not-planned = Перенести или отменить можно только запланированную встречу.
visits-move-title = Перенести встречу
visits-again-title = Назначить заново
visits-move-hint = +7d, пт 10:00 или 10:30, затем Enter
visits-call-off-title = Встреча не состоится
visits-call-off-hint = Вверх, вниз: выбор   Enter: сохранить
visits-why = почему
visits-cancelled-by-them = отменил клиент
visits-cancelled-by-us = отменили мы
visits-missed-by-them = клиент не пришёл
visits-missed-by-us = мы не пришли
visits-day-off = выходной
visits-off = вых.
visits-none-here = Здесь нет встречи, которую можно перенести.
visits-moving = { $client }: { $time }. Enter сохраняет, Esc отменяет.
visits-stays = { $client }: остаётся как было, { $time }.
visits-plan-here = a: назначить здесь
visits-clash = пересекается

## Before a visit

before-title = Перед встречей
before-meeting = Встреча
before-people = Кто будет
before-questions = Вопросы
before-taken = взято: { $n }
before-needs = Потребности на проверку
before-promises = Открытые обещания
before-occasions = Памятные даты
before-outcomes = Последние итоги
before-answers = Готовые ответы
before-last-met = виделись { $ago } назад
before-travel = { $n } мин в пути
before-own-question = Ваш вопрос
before-already-asked = Этот вопрос уже задан.
before-nothing-to-take = Пробел берёт вопрос с собой.

## The meeting situation

meeting-situation = Ситуация встречи
meeting-key = i: пригласить
meeting-none = встреч с нашим руководством, мероприятий и приёмов не запланировано; i: пригласить или назначить
meeting-could-join = может присоединиться наше руководство
meeting-last = последний раз с нашим руководством или на мероприятии:
meeting-never = с нашим руководством не встречались, на мероприятиях не были
meeting-with-top = участвует наше руководство
meeting-invited = приглашены
meeting-not-invited = не приглашены
meeting-top-joins = участвует наше руководство
meeting-new-event = назначить новое мероприятие
meeting-invite-client = Пригласить: { $client }
meeting-invite = Пригласить на мероприятие
meeting-no-event = Клиентов приглашают на мероприятие или приём; эта встреча ни то ни другое.
today-nothing-to-do = Список действий есть у обещания, проблемы и повода.
