# Между двумя встречами: стандартные ответы, ход обещаний и проблем, адаптация, даты, удовлетворённость.

answer-box-empty = Стандартных ответов пока нет. Их заносят в каталог (g k).
answer-uses = { $n ->
    [0] не применялся
    [one] { $n } раз
    [few] { $n } раза
   *[other] { $n } раз
}
answer-reviewed = проверен { $day }
answer-check-ask = Срок ответа истёк { $date }: проверьте перед применением. Всё равно вставить?
answers-ready = { $n ->
    [one] { $n } стандартный ответ по этой теме: Ctrl-T
    [few] { $n } стандартных ответа по этой теме: Ctrl-T
   *[other] { $n } стандартных ответов по этой теме: Ctrl-T
}
answer-box-hint = Слова вопроса …  Enter вставляет, Esc закрывает
way-none = Больше с этим делать нечего.
way-days = { $n ->
    [one] { $n } рабочий день
    [few] { $n } рабочих дня
   *[other] { $n } рабочих дней
}
way-days-so-far = { $n ->
    [one] пока { $n } рабочий день
    [few] пока { $n } рабочих дня
   *[other] пока { $n } рабочих дней
}
way-again = Повторно: та же тема { $day } ({ $title })
way-commitment-done = выполнено
way-commitment-pass = передать подразделению
way-commitment-back = подразделение вернуло
way-commitment-cancel = не выполним: объяснить клиенту
way-commitment-cancel-theirs = не выполнено: указать причину
way-commitment-reopen = открыть снова
way-problem-answer = есть ответ
way-problem-pass = передать подразделению
way-problem-back = подразделение вернуло
way-problem-resolve = клиенту сообщено
way-problem-satisfied = доволен ли клиент
way-problem-reopen = открыть снова
way-problem-reject = отклонить
today-again = повторно

occasion-mark-title = Что сделано
occasion-mark-hint = Enter отмечает за этот год, Esc закрывает
occasion-no-day = День неизвестен.
occasion-call = звонок
occasion-letter = письмо
occasion-flowers = цветы
occasion-visit = визит
occasion-prepare = Enter: как отметить и за сколько дней
occasion-lead = { $n ->
    [one] за { $n } день
    [few] за { $n } дня
   *[other] за { $n } дней
}
adaptation-progress = { $done } из { $of }, до { $day }
adaptation-next = далее
adaptation-list-ask = Скопировать девять строк списка для нового клиента в каталог, чтобы изменить их там?
adaptation-list-here = Стандарты с темой «adaptation N»: срок через N дней после появления клиента.
title-adaptation-list = список для нового клиента скопирован для правки
satisfaction-index = удовлетворённость { $level }, известна у { $known } из { $of }
satisfaction-by-income = по доходу { $level }, { $known } из { $of }
adaptation-title = Адаптация

occasion-with-us = { $n ->
    [one] { $n } год с нами
    [few] { $n } года с нами
   *[many] { $n } лет с нами
}
in-person-overdue = личная встреча: просрочено на { $n ->
    [one] { $n } день
    [few] { $n } дня
   *[many] { $n } дней
}
