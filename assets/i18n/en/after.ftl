### The page that is filled in after a visit.

after-outcome = Outcome
after-people = People
after-questions = Questions
after-needs = Needs
after-promises = Promises
after-next = Next
after-rest = Mood, problem, note
after-came = came
after-who = who
after-weight = infl
after-roles = roles
after-person-gone = This person is not in the book any more: nothing can be kept about them. Empty the line, or copy it elsewhere.
after-who-else = Who else
after-done-today = > done
after-minutes = { $n }m
after-answered = { $n } of { $of } answered
after-count = { $n }
after-changes = { $n ->
    [one] { $n } change
   *[other] { $n } changes
}
after-how = each press surer: heard, confirmed   Backspace back   c came   +/- stance
after-saves = saves { $list }
after-n-roles = { $n ->
    [one] { $n } role
   *[other] { $n } roles
}
after-n-stances = { $n ->
    [one] { $n } stance
   *[other] { $n } stances
}
after-n-answers = { $n ->
    [one] { $n } question
   *[other] { $n } questions
}
after-n-needs = { $n ->
    [one] { $n } need
   *[other] { $n } needs
}
after-n-promises = { $n ->
    [one] { $n } promise
   *[other] { $n } promises
}
after-n-visits = { $n ->
    [one] { $n } visit
   *[other] { $n } visits
}
after-n-moods = { $n ->
    [one] { $n } mood
   *[other] { $n } moods
}
after-n-problems = { $n ->
    [one] { $n } problem
   *[other] { $n } problems
}
after-n-notes = { $n ->
    [one] { $n } note
   *[other] { $n } notes
}

# Labels of lines that are typed.
after-problem = problem
after-note = note
after-wants = wants

# Under a line that somebody else has changed too.
after-in-book = in the book now: { $text }
