# Между две срещи: стандартни отговори, ход на обещанията и проблемите, адаптация, поводи, удовлетвореност.

answer-box-empty = Още няма стандартни отговори. Въвеждат се в каталога (g k).
answer-uses = { $n ->
    [0] неползван
    [one] { $n } път
   *[other] { $n } пъти
}
answer-reviewed = проверен { $day }
answer-check-ask = Отговорът важеше до { $date }: да се провери преди ползване. Да се вмъкне ли въпреки това?
answers-ready = { $n ->
    [one] { $n } стандартен отговор по темата: Ctrl-T
   *[other] { $n } стандартни отговора по темата: Ctrl-T
}
answer-box-hint = Думи от въпроса …  Enter вмъква, Esc затваря
way-none = Няма какво повече да се направи.
way-days = { $n ->
    [one] { $n } работен ден
   *[other] { $n } работни дни
}
way-days-so-far = { $n ->
    [one] досега { $n } работен ден
   *[other] досега { $n } работни дни
}
way-again = Отново: същата тема на { $day } ({ $title })
way-commitment-done = изпълнено
way-commitment-pass = предаване на отдел
way-commitment-back = върнато от отдела
way-commitment-cancel = няма да се изпълни: обяснение на клиента
way-commitment-cancel-theirs = неизпълнено: каква е причината
way-commitment-reopen = отваряне отново
way-problem-answer = има отговор
way-problem-pass = предаване на отдел
way-problem-back = върнато от отдела
way-problem-resolve = клиентът е уведомен
way-problem-satisfied = доволен ли е клиентът
way-problem-reopen = отваряне отново
way-problem-reject = отхвърляне
today-again = отново

occasion-mark-title = Какво е направено
occasion-mark-hint = Enter отбелязва за тази година, Esc затваря
occasion-no-day = Денят не е известен.
occasion-call = обаждане
occasion-letter = писмо
occasion-flowers = цветя
occasion-visit = посещение
occasion-prepare = Enter: как да се отбележи и колко дни преди това
occasion-lead = { $n ->
    [one] { $n } ден преди това
   *[other] { $n } дни преди това
}
adaptation-progress = { $done } от { $of }, до { $day }
adaptation-next = следва
adaptation-list-ask = Да се копират ли деветте реда от списъка за нов клиент в каталога, за да се променят там?
adaptation-list-here = Стандарти с тема „adaptation N“: срок N дни след спечелването на клиента.
title-adaptation-list = списъкът за нов клиент е копиран за промяна
satisfaction-index = удовлетвореност { $level }, известна за { $known } от { $of }
satisfaction-by-income = по доход { $level }, { $known } от { $of }
adaptation-title = Адаптация

occasion-with-us = { $n ->
    [one] { $n } година с нас
   *[other] { $n } години с нас
}
in-person-overdue = лична среща: просрочено с { $n ->
    [one] { $n } ден
   *[other] { $n } дни
}
