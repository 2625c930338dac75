### The day, the days ahead, and a visit before it is held.

## Today

today-minutes = { $n }m
today-nobody-named = nobody named
today-two-decide = { $n } decide: { $names }
today-stance-unknown = stance unknown
today-on-offer = on offer
today-influence = infl { $n }
today-quote = “{ $text }”
today-nobody = { $steps }: nobody
today-steps-nobody = { $n } steps nobody
today-old = { $step } { $age } old
today-stance-of = { $step }: stance unknown
today-never-met = decider never met
today-left = { $step }: left?
today-hidden = hidden: { $title } ({ $state })
today-at-department = (at { $name })
today-at = at { $name }
today-late = LATE
today-late-days = LATE { $n }d
today-today = TODAY
today-due = due { $day }
today-over-limit = offer { $sum }, limit { $limit }
today-problem = problem sev { $n }
today-severity = sev { $n }
today-not-told = not told
today-birthday = BIRTHDAY TODAY
today-occasion = TODAY: { $kind }
today-now = now
today-mark-decides = D
today-mark-unknown = ?
today-mark-promised = !
today-word-decides = decides
today-word-unknown = unknown
today-word-promised = promised
today-word-watch = watch
today-goal = goal
today-who = who
today-this-week = +{ $n } this week
today-next = next { $day }
today-last = last { $day }
today-since = since { $day }
today-after-visit = visit of { $day }
today-no-visits-then = No visits on this day.
today-group-empty = { $group }: nothing today.
today-late-counts = late: we { $we }, they { $they }
today-none-late = nothing late
today-nothing-to-mark = Space marks a promise as done or an occasion as marked.

## Visits

visits-free = free
visits-not-planned = Only a planned visit can be moved or called off.
visits-move-title = Move the visit
visits-again-title = Plan it again
visits-move-hint = +7d, fri 10:00 or 10:30, then Enter
visits-call-off-title = The visit does not take place
visits-call-off-hint = Up, Down which   Enter save
visits-why = why
visits-cancelled-by-them = cancelled by the client
visits-cancelled-by-us = cancelled by us
visits-missed-by-them = the client did not come
visits-missed-by-us = we did not come
visits-day-off = day off
visits-off = off
visits-none-here = There is no visit here to move.
visits-moving = { $client }: { $time }. Enter saves, Esc takes it back.
visits-stays = { $client } stays where it was: { $time }.
visits-plan-here = a plans here
visits-clash = overlaps

## Before a visit

before-title = Before the visit
before-meeting = The meeting
before-people = Who will be there
before-questions = Questions
before-taken = { $n } taken
before-needs = Needs to probe
before-promises = Open promises
before-occasions = Occasions
before-outcomes = Last outcomes
before-answers = Answers at hand
before-last-met = met { $ago } ago
before-travel = { $n } min on the way
before-own-question = Your question
before-already-asked = This question has been asked already.
before-nothing-to-take = Space takes a question along.

## The meeting situation

meeting-situation = Meeting situation
meeting-key = i invites
meeting-none = no meeting with our top management, event or reception is planned; i invites or plans one
meeting-could-join = our top management could join
meeting-last = last with our top management or at an event:
meeting-never = never met our top management, never at an event
meeting-with-top = our top management takes part
meeting-invited = invited
meeting-not-invited = not invited
meeting-top-joins = our top management joins
meeting-new-event = plan a new event
meeting-invite-client = Invite { $client }
meeting-invite = Invite to this event
meeting-no-event = Clients are invited to an event or a reception; this is neither.
today-nothing-to-do = What can be done is listed for a promise, a problem or an occasion.
