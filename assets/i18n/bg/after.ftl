### Страницата, която се попълва след среща.

after-outcome = Резултат
after-people = Хора
after-questions = Въпроси
after-needs = Потребности
after-promises = Обещания
after-next = Следва
after-rest = Настроение, проблем, бележка
after-came = дойде
after-who = кой
after-weight = влияние
after-roles = роли
after-person-gone = Този човек вече не е в книгата и за него не може да се запише нищо. Изтрийте реда или го пренесете другаде.
after-who-else = Кой още
after-done-today = > изпълнено
after-minutes = { $n } мин
after-answered = отговорени { $n } от { $of }
after-count = { $n }
after-changes = { $n ->
    [one] { $n } промяна
   *[other] { $n } промени
}
after-how = още веднъж = по-сигурно: чуто, потв   Backspace назад   c дойде   +/- отношение
after-saves = ще запише: { $list }
after-n-roles = { $n ->
    [one] { $n } роля
   *[other] { $n } роли
}
after-n-stances = { $n ->
    [one] { $n } отношение
   *[other] { $n } отношения
}
after-n-answers = { $n ->
    [one] { $n } въпрос
   *[other] { $n } въпроса
}
after-n-needs = { $n ->
    [one] { $n } потребност
   *[other] { $n } потребности
}
after-n-promises = { $n ->
    [one] { $n } обещание
   *[other] { $n } обещания
}
after-n-visits = { $n ->
    [one] { $n } среща
   *[other] { $n } срещи
}
after-n-moods = { $n ->
    [one] { $n } оценка
   *[other] { $n } оценки
}
after-n-problems = { $n ->
    [one] { $n } проблем
   *[other] { $n } проблема
}
after-n-notes = { $n ->
    [one] { $n } бележка
   *[other] { $n } бележки
}

# Labels of lines that are typed.
after-problem = проблем
after-note = бележка
after-wants = интерес

# Under a line that somebody else has changed too.
after-in-book = сега в книгата: { $text }
