### Страница, которая заполняется после встречи.

after-outcome = Итог
after-people = Люди
after-questions = Вопросы
after-needs = Потребности
after-promises = Обещания
after-next = Дальше
after-rest = Настроение, проблема, заметка
after-came = был
after-who = кто
after-weight = вес
after-roles = роли
after-person-gone = Этого человека больше нет в книге, записать о нём нельзя. Сотрите строку или перенесите её в другое место.
after-who-else = Кто ещё
after-done-today = > выполнено
after-minutes = { $n } мин
after-answered = отвечено { $n } из { $of }
after-count = { $n }
after-changes = { $n ->
    [one] { $n } изменение
    [few] { $n } изменения
   *[other] { $n } изменений
}
after-how = ещё раз = увереннее: слова, подтв   Backspace назад   c был   +/- отношение
after-saves = сохранит: { $list }
after-n-roles = { $n ->
    [one] { $n } роль
    [few] { $n } роли
   *[other] { $n } ролей
}
after-n-stances = { $n ->
    [one] { $n } отношение
    [few] { $n } отношения
   *[other] { $n } отношений
}
after-n-answers = { $n ->
    [one] { $n } вопрос
    [few] { $n } вопроса
   *[other] { $n } вопросов
}
after-n-needs = { $n ->
    [one] { $n } потребность
    [few] { $n } потребности
   *[other] { $n } потребностей
}
after-n-promises = { $n ->
    [one] { $n } обещание
    [few] { $n } обещания
   *[other] { $n } обещаний
}
after-n-visits = { $n ->
    [one] { $n } встреча
    [few] { $n } встречи
   *[other] { $n } встреч
}
after-n-moods = { $n ->
    [one] { $n } оценка
    [few] { $n } оценки
   *[other] { $n } оценок
}
after-n-problems = { $n ->
    [one] { $n } проблема
    [few] { $n } проблемы
   *[other] { $n } проблем
}
after-n-notes = { $n ->
    [one] { $n } заметка
    [few] { $n } заметки
   *[other] { $n } заметок
}

# Labels of lines that are typed.
after-problem = проблема
after-note = заметка
after-wants = интерес

# Under a line that somebody else has changed too.
after-in-book = сейчас в книге: { $text }
