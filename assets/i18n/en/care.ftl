# Between two visits: standard answers, the moves of promises and problems, adaptation, occasions, satisfaction.

answer-box-empty = No standard answers yet. The catalogue (g k) takes them.
answer-uses = { $n ->
    [0] not used
    [one] used once
   *[other] used { $n } times
}
answer-reviewed = checked { $day }
answer-check-ask = Valid until { $date }: check before use. Insert it all the same?
answers-ready = { $n ->
    [one] 1 standard answer about this: Ctrl-T
   *[other] { $n } standard answers about this: Ctrl-T
}
answer-box-hint = Words of the question …  Enter inserts, Esc leaves
way-none = There is nothing more to do with it.
way-days = { $n ->
    [one] { $n } working day
   *[other] { $n } working days
}
way-days-so-far = { $n ->
    [one] { $n } working day so far
   *[other] { $n } working days so far
}
way-again = Again: the same topic on { $day } ({ $title })
way-commitment-done = done
way-commitment-pass = pass to a department
way-commitment-back = back from the department
way-commitment-cancel = not kept: tell the client why
way-commitment-cancel-theirs = not kept: say why
way-commitment-reopen = open again
way-problem-answer = there is an answer
way-problem-pass = pass to a department
way-problem-back = back from the department
way-problem-resolve = the client was told
way-problem-satisfied = is the client satisfied
way-problem-reopen = open again
way-problem-reject = reject
today-again = again

occasion-mark-title = What was done
occasion-mark-hint = Enter marks it for this year, Esc leaves
occasion-no-day = Its day is not known.
occasion-call = call
occasion-letter = letter
occasion-flowers = flowers
occasion-visit = visit
occasion-prepare = Enter: how to mark it, how long before
occasion-lead = { $n ->
    [one] { $n } day before
   *[other] { $n } days before
}
adaptation-progress = { $done } of { $of }, until { $day }
adaptation-next = next
adaptation-list-ask = Copy the nine lines of the new client's list into the catalogue, to change them there?
adaptation-list-here = Standards with the topic "adaptation N": due N days after the client is won.
title-adaptation-list = the new client's list copied to change it
satisfaction-index = satisfaction { $level }, known for { $known } of { $of }
satisfaction-by-income = by income { $level }, { $known } of { $of }
adaptation-title = Adaptation

occasion-with-us = { $n ->
    [one] { $n } year with us
   *[other] { $n } years with us
}
in-person-overdue = not met in person: overdue by { $n ->
    [one] { $n } day
   *[other] { $n } days
}
