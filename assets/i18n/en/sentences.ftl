# Sentences a person reads: refusals, questions, warnings, the status line, titles of changes.
# Names are never inflected: they stand in the form in which they were entered.

## Fields

text-too-long = Too long: { $len } of { $n } characters.
one-line-only = { $field }: one line only.
not-a-date = Not a date: { $input }. Try 2026-11-22, 22.11 or +3d.
not-a-pdate = Not a date or part of one: { $input }. Try 1971, 1971-05, 14.05 or 14.05.1971.
ambiguous-date = { $input } can be read in two ways. Try 2026-11-22 or 22.11.2026.
date-out-of-range = { $input } lies outside the years 1900 to 2199.
not-a-partial-date = Not a date or part of one: { $input }.
not-a-time = Not a time: { $input }. Try 10:00.
not-a-moment = Not a day and time: { $input }. Try 2026-11-23 10:00 or tue 10:00.
not-a-visit-day = Not a day: “{ $input }”. Try { $client }@2026-11-23 or { $client }@2026-11-23T10:00.
time-does-not-exist = { $time } does not exist on { $date } in { $zone } (clocks go forward).
time-happens-twice = { $time } happens twice on { $date }; first or second?
money-too-many-decimals = { $cur } has { $n } decimals; { $input } has more.
not-money = Not an amount of money: { $input }. Try 5000000 RUB.
money-needs-currency = { $input } lacks its currency. Try 5000000 RUB.
unknown-currency = Unknown currency: { $cur }.
amount-too-large = { $input } is too large to be kept exactly.
ambiguous-number = { $input } can be read in two ways. Try 5000 or 5.00.
other-currency = { $input } is in { $other }; this row counts in { $cur }.
not-a-month = Not a month: { $input }. Try 2026-11.
not-a-number = Not a number: { $input }.
not-whole = Not a whole number: { $input }.
not-on-scale = A whole number from { $low } to { $high } is needed: { $input }.
not-a-decimal = Not a decimal number: { $input }.
not-yes-or-no = Neither yes nor no: { $input }.
out-of-range = { $field }: { $input } is not between { $low } and { $high }.
below-zero = { $field } cannot be below zero.
of-individuals = { $field } is kept for individuals only.
not-after-today = { $field } cannot be after today.
day-of-other-state = { $field } belongs to: { $list }.
not-before-day = { $field }: not before { $day }.
required-field = { $field } is required.
required-with = { $field } is required when { $other } is { $value }.
invalid-word = { $input } is not one of { $allowed }.
unknown-field = { $entity } has no field { $field }.
unknown-field-similar = { $entity } has no field { $field }. Did you mean { $similar }?
field-not-set-by-hand = { $field } is kept by the program and cannot be set.
field-takes-no-key = { $field } has no parts; { $key } cannot be set.
field-not-a-list = { $field } is not a list.
unknown-key = No such part: { $field }. Known: { $allowed }.
not-a-list = Not a list: { $input }.
not-a-uid = Not a free uid: { $input }.
wrong-json = Not what is expected here: { $input }.
not-json = Not valid JSON: { $why }.
reference-to-nothing = { $field } points to { $input }, which is not in the book.
reference-of-kind = { $field } must be of the kind { $kind }.
twice-in-list = { $input } stands twice in { $field }.
too-many-in-list = { $field }: at most { $n } entries.
used-by-records = { $what } is used by { $n ->
        [one] { $n } record
       *[other] { $n } records
    }.
nothing-to-change = Nothing to change.
unknown-language = No such language: { $input }. There are en, ru, bg and zh.

## Settings

name-before-export = Enter your name in Settings before exporting.
no-such-zone = No such time zone: { $input }.
work-day-needed = At least one day of the week must be a working day.
department-in-use = { $n ->
        [one] { $n } open problem or promise is
       *[other] { $n } open problems or promises are
    } with { $dept }.
no-such-department = There is no department { $input }. Known: { $allowed }.
level-weights-rise = A lower level may not weigh more than a higher one.
unknown-setting = No such setting: { $input }.

## Client

client-has-evidence = This client has corporate VIP evidence; it cannot become an individual.
client-needs-name = A client needs a name.
client-name-taken = { $name } is already in the book. Both are kept.
number-taken = { $field } { $value } already stands at { $client }.
individual-needs-person = An individual needs the person behind the client.
group-cycle = { $a } is already above { $b } in the group.
group-too-deep = A group may have at most { $n } levels.
mass-client = Mass clients are served on the common line; keep { $name } here anyway?
already-uses-product = { $name } already uses { $product }; choose long-standing or retain.
relation-in-future = The relationship cannot start in the future.
somebody-decides = Somebody decides. Leave it unknown instead.
not-a-step = { $input } is not a step of the decision.
why-own-rhythm = Say why this client has its own rhythm.
adaptation-ends-early = The adaptation must end after it starts.
prospect-needs-stage = A prospect stands at a stage from 1 to 7.
stage-of-prospect = Only a prospect moves between stages.
stage-last = From stage 7 a client leaves with an accepted offer, or declined.
already-linked = { $name } is already linked in this way: { $kind }.
deceased-ends-ask = End { $n ->
        [one] { $n } position
       *[other] { $n } positions
    } of { $name }, and the roles with them?
namesake-at-client = There is already a { $name } at { $client }. Both are kept.
settings-stay = The settings cannot be removed.
not-one-of-ours = { $name } does not work for the bank.
handle-taken = The handle { $handle } is taken.

## VIP evidence

vip-test-not-for-individuals = The corporate VIP test does not apply to individuals.
sales-negative = Sales cannot be negative.
why-one-line = Write one line on why.
evidence-of-kind = { $criterion } is shown by this kind of evidence only: { $kind }.
evidence-unit = { $criterion } is measured in another unit.
evidence-needs-visit = Which visit showed it?

## Person

person-needs-name = Enter at least one name.
not-a-phone = Not a phone number: { $input }.
not-an-email = Not an e-mail address: { $input }.

## Position

person-works-for-bank = { $name } works for the bank.
end-before-start = The end is before the start.
already-has-place = { $person } already has a place at { $client } in that time.
one-primary-place = { $person } already has a main position, at { $client }.

## Role

person-not-at-client = { $person } is not at { $client } on { $date }. Add the position first.
offer-is-for-other = That offer is for { $other }.
confirmed-by-what = Confirmed by what? Choose a visit or write the source.
role-already-held = { $person } already { $kind } here since { $since }.
role-already-held-undated = { $person } already { $kind } here.
role-known-later = { $person } ({ $kind }): confirmed or heard on { $date } already; the older source changes nothing.
no-such-role-held = { $person } does not hold this role at { $client }: { $kind }.
visit-not-held = That visit has not been held.
visit-of-other = That visit is with { $other }.
row-of-other = That record belongs to { $other }.
reconfirmed-too-early = It cannot be confirmed again before it was learned.
end-needs-reason = Say why it ended: { $allowed }.

## Stance

stance-empty = Give a stance, an influence or a reset.

## Influence

reports-to-self = A person cannot report to themselves.
person-above = { $a } is already above { $b }.
person-above-then = { $a } is above { $b } on { $date }.
already-reports-to = { $person } already reports to { $boss }. Replace?
reports-until = From { $date } { $person } reports to { $boss }: the new line ends there.
strength-only-influences = Only an influence has a strength; reporting has none.

## Interest

what-does-person-want = What does { $person } want?
interest-help = What the company needs goes to Needs (N turns this line into a need). A favour or payment to a person is not recorded and not offered; follow the bank's rules.

## Need

need-needs-title = Name the need in a few words.
need-share-voiced = Only a need the client has voiced can go into the client copy.
drop-needs-reason = Say why the need is dropped, in a word and in a line.

## Visit

visit-overlaps = Overlaps { $other } at { $time }.
visit-on-other-clocks = { $there } in { $zone } is { $home } by your clock.
visit-on-holiday = { $date } is a holiday: { $text }.
visit-on-day-off = { $date } is no working day.
visit-purpose-needed = What was the visit for?
visit-outcome-needed = What came out of the visit? Write it, or tick that nothing did.
visit-host-needed = Who from the bank receives them?
next-reception-host = A reception needs a host from the bank. Plan it from Visits.
attendee-twice = { $person } is on the list of attendees twice.
attendee-elsewhere = { $person } has no position at { $client } on that day.
push-reason-needed = Say why this is not an offer.

## Promise

promise-needs-text = What was promised?
due-before-made = Due before it was promised.
due-on-day-off = Due { $due }, a day off: shown for { $shown }, the working day before.
repeat-needs-due = A promise that repeats needs its first day. Give a due date.
done-before-made = Done before it was promised.

## Product, product in use

code-taken = Code { $code } is taken.
product-needs-name = A product needs a name in at least one language.
push-word-too-short = Too short to recognise.
end-reason-needed = Say why it ended.

## Offer, concession

offer-needs-need = Which need does this answer?
offer-needs-term = An offer needs at least one term.
offer-needs-visit = At which visit was it presented?
interest-of-other = That interest belongs to { $other }.
score-already-there = This interest is already judged for this term.
need-of-other = That need belongs to { $other }.
goal-of-other = That goal belongs to { $other }.
goal-of-a-client = A goal is a client's own; a target of the whole portfolio has none.
holding-of-other = That product is used by { $other }.
note-of-other = That note is about { $other }.
not-a-text = Not a text: { $input }.
not-a-record = Not a record: { $input }.
nothing-conceded = Nothing changed in this concession.
term-is-dropped = “{ $term }” is dropped. Open the term first.
concession-other-side = A concession is returned by the other side.
offer-expired = expired

## Ledger

ledger-already-there = { $client } { $month } { $cur } is already there. Replace or keep?
month-in-future = { $month } is in the future.
cost-positive = Cost is entered as a positive number.
month-not-over = { $month } is not over.

## Service budget and spend

spend-above-zero = Spend must be above zero.
gift-needs-approver = Gifts need an approver's name.
budget-already-there = There is already a service budget for { $year }.

## Satisfaction

score-range = Score is 0 to 10.

## Occasion

occasion-of-one = An occasion belongs to a person or a client.
occasion-needs-month = An occasion needs at least a month.
occasion-yearly-day = It returns every year only with a month and a day.
occasion-birthday-of-person = A birthday is a person's: say whose. A company has a company day.
occasion-birthday-own = The day of a birthday is the person's own and is changed there.
occasion-birthday-put = The birthday is now in the person's own record.
occasion-marked-twice = It is marked for { $year } already.

## Answer

question-known = This question already has an answer: { $question }

## Problem, note

problem-needs-title = Name the problem in a few words.
note-needs-subject = A note belongs to a client or a person.
note-needs-text = What should be noted?

## Supporting rows

rate-above-zero = A rate is above zero.
rate-already-there = The rate of { $cur } for { $month } is already there.
rate-of-reporting = { $cur } is the reporting currency; its rate is always 1.
reporting-currency-ask = The rates of this book are to { $from }. Turn them to { $cur }, each by the month's rate of { $cur }? Turned: { $n }, without such a rate and left out: { $out }.
rates-left-out-one = Left out: the rates of { $first }, a month without a rate of { $cur }.
rates-left-out = Left out: the rates of { $n ->
        [one] { $n } month
       *[other] { $n } months
    } without a rate of { $cur }, { $first } to { $last }.
rate-too-many-decimals = A rate has at most { $n } decimals; { $input } has more.
link-to-self = A client cannot be linked to itself.
forecast-order = The forecast must run low, likely, high.
forecast-currency = The forecast is in { $forecast }, the audit in { $currency }. Give both in one currency.
goal-share-agreed = Only a goal agreed on a day can go into the client copy.
target-already-there = There is already a target for { $measure } in { $period }.
target-is-money = A target for { $measure } is an amount of money with its currency.
target-is-level = A target for { $measure } is a number from 0 to 10.
target-is-count = A target for { $measure } is a whole number.
target-of-portfolio = { $measure }: counted over the whole portfolio, not for one client.

## Draft

draft-restored = Draft from { $time } restored. Ctrl-S saves, :discard throws it away.
draft-discarded = The draft is gone.
draft-of-another = Another program has unsaved text of this same page. What is typed here is not kept as a draft; Ctrl-S saves it.
no-drafts = No drafts.

## Invariants

person-stays-in-history = { $name } is linked to { $n ->
        [one] { $n } record
       *[other] { $n } records
    } and stays. End the position instead.
client-is-archived = { $client } is archived. Reopen it first (:reopen).
    .shell = { $client } is archived. Reopen it first: attache client edit CLIENT --set status=active --reason TEXT.
client-has-left = { $client } has left. Reopen it first (:reopen).
    .shell = { $client } has left. Reopen it first: attache client edit CLIENT --set status=active --reason TEXT.
client-was-merged = { $client } was merged into another client and cannot be changed.
merged-opening = { $a } was merged into { $b }; opening { $b }.
merge-facts-differ = { $n ->
        [one] { $n } fact differs
       *[other] { $n } facts differ
    }. Choose the first or the second for each.
    .shell = { $n ->
            [one] { $n } fact differs
           *[other] { $n } facts differ
        }. Choose left or right for each.
merge-with-self = A record cannot be merged with itself.
merge-kinds-differ = A company and an individual cannot be merged.
merge-ledger-ask = Both have figures for { $month } { $cur }. The sum, the first or the second?
    .shell = Both have figures for { $month } { $cur }. Sum, left or right?
same-person-ask = There is already a { $name } at { $client }. Same person?
end-roles-ask = { $person } holds { $list } here. End them on { $date } too?
person-was-not-at = { $person } was not at { $client } on { $date }.
held-in-future = A visit on { $date } cannot have been held yet.
visit-confirms-facts = This visit confirms { $n ->
        [one] { $n } fact
       *[other] { $n } facts
    }. Lower them to heard first.
visit-was-held = This visit was held. Correct it instead of cancelling.
visit-presented-offer = An offer was presented at this visit.
need-evidence-first = What did you see or hear? Add evidence first.
evidence-holds-need = The need stands on this evidence. Move the need back first.
evidence-says-more = The evidence says more than that. Take off what was wrong first, then move the need back.
no-confirmed-need = No confirmed need behind this offer. Confirm one first, or keep it as a draft.
need-below-cover = { $need } is only { $cover } covered. The company's real need cannot be traded away.
need-not-covered = { $need } is not covered. The company's real need cannot be traded away.
offer-is-presented = This offer is presented. Press v for a new version.
    .shell = This offer is presented. Make a new version first: attache offer version OFFER.
offer-is-closed = This offer is closed. Copy it to go on (:copy offer).
    .shell = This offer is closed. Copy it to go on: attache offer copy OFFER.
offer-version-counts = The version counts by itself: a new one is made with v.
    .shell = The version counts by itself: a new one is made by attache offer version OFFER.
decided-before-presented = The offer was presented on { $date }; nobody decided before.
offer-version-not-needed = Only a presented offer gets a new version. This one can still be changed as it is.
no-rate = No rate for { $cur } in { $month }.
month-unknown-ask = { $month } has unknown { $field }. Close it as incomplete?
month-closed-ask = { $month } is closed. Reopen it? The report for { $month } will change.
not-exported-private = Not exported: { $n ->
        [one] { $n } private item
       *[other] { $n } private items
    } would be in the client copy. Press l to see which fields.
    .shell = Not exported: { $n ->
        [one] { $n } private item
       *[other] { $n } private items
    } would be in the client copy.
role-starts-later = { $person } holds this role only from { $date }; until then the map is without it.
role-ends-before-learned = { $person }: the role ends on { $date }, before it was learned of on { $learned }. If it was never so, the reason is “{ $wrong }”.
person-informs = { $person } informs us. Their role never appears in any client copy.
everything-through = Everything at { $client } goes through { $person }.
promise-not-deleted = A promise is done or cancelled, not deleted.
row-changed-elsewhere = { $record } was changed elsewhere at { $time }. Look, then save again.
book-newer = This book was written by a newer attache ({ $version }). Nothing was changed.
wrong-passphrase = Cannot open: wrong passphrase, or the file is not a book.
file-exists-ask = { $file } exists. Overwrite?
import-apply-ask = { $a } new, { $c } changed, { $x } conflicts. Apply?
stage-needs = Stage { $n } needs: { $list }.
undo-blocked = Cannot undo { $what } of { $time }: { $n ->
        [one] { $n } later edit builds
       *[other] { $n } later edits build
    } on it.
undo-other-process-ask = The last change was made elsewhere: { $what }. Undo it?
undo-many-ask = Undo this: { $what }? It takes back { $n ->
        [one] { $n } record
       *[other] { $n } records
    } at once.
nothing-to-undo = Nothing to undo.
nothing-to-redo = Nothing to redo.
need-without-theme = This need has no theme yet; { $key } opens it to give it one.
undo-of-undo = This line took an edit back; redo makes that edit again.
undone-already = This edit has been taken back already.
undo-fewer = { $n ->
        [one] Only { $n } step can be undone.
       *[other] Only { $n } steps can be undone.
    }
redo-fewer = { $n ->
        [one] Only { $n } step can be redone.
       *[other] Only { $n } steps can be redone.
    }
undone = Undone: { $what } ({ $count ->
        [one] { $count } change
       *[other] { $count } changes
    }).
redone = Done again: { $what } ({ $count ->
        [one] { $count } change
       *[other] { $count } changes
    }).
reason-needed = Give a reason.
need-why-back = Back to “{ $state }”: why? { $need }
need-is-a-guess = There is nothing before a hypothesis.
reason-tick-taken-back = Not done after all: { $text }

## Client states

move-not-possible = { $entity }: { $from } cannot become { $to }.
already-in-state = { $entity }: already { $state }.
attract-starts-as-prospect = A client to attract starts as a prospect.
prospect-needs-attract = A prospect is a client to attract.
nothing-in-use-yet = Nothing is in use yet and no offer was accepted.
close-offers-first = Close the presented offers first: { $list }.
close-serious-problems = Close or pass the serious problems first.
own-promises-open = { $n ->
        [one] { $n } of our promises to { $client } is
       *[other] { $n } of our promises to { $client } are
    } open.
new-category-ask = { $client } becomes an active client. In the category “{ $retain }”? No puts it into “{ $other }”.
end-holdings-ask = End { $n ->
        [one] { $n } product in use
       *[other] { $n } products in use
    } of { $client } on { $date }?
left-needs-reason = Say when, why and where to the client left.
gate-attract-decision = a written decision to attract
gate-attract-day = the day of that decision
gate-meeting-situation = a visit with our top management, an event or a reception
gate-first-visit = a held visit to which someone of the client came
gate-need-probed = one need probed
gate-steps-filled = every step filled or marked as not needed: { $list }
gate-decider-heard = the decider known at least from hearsay
gate-top-visit = a held visit with someone of the board or top management
gate-asked-by-them = a visit asked for by the client
gate-need-confirmed = one confirmed need
gate-decision-path = a goal that clears the path to the decision
gate-offer-or-decline = an accepted offer, or the client declined
adaptation-welcome = welcome call
adaptation-who-to-call = say who to call for what
adaptation-access = client-bank access works
adaptation-operators = operators trained
adaptation-payments = first payments watched
adaptation-limits = price and limits explained
adaptation-satisfaction = first satisfaction asked
adaptation-awkward = meeting on what is awkward
adaptation-plan = plan for the year agreed

## Need states

hints-do-not-confirm = Hints do not confirm a need. Who said it, and when?
ask-client-if-met = Ask the client first: is it met?
met-before-answered = The need was answered later than that.
answer-needed = What answers the need? Name an offer, a product in use or a note.
offer-answers-need = { $offer } answers this need. Withdraw it first.
voice-never-back = A need the client has voiced cannot become hidden again.
needs-addressed-ask = Mark as having a solution: { $list }?
promises-from-offer-ask = Write down what we promised with it: { $list }?
holdings-from-offer-ask = Record { $n ->
        [one] { $n } product
       *[other] { $n } products
    } of the offer as in use at { $client }?

## Visit states

visit-is-past = That time has passed. Record it as held instead.
next-visit-stays = The next visit is planned already and stays when it is taken off this page. Cancel that visit itself.
next-visit-past = The next visit cannot lie in the past.
visit-not-over = The visit is not over yet.
visit-planned-again = Planned again already, for { $time }. Move that visit instead.
visit-did-not-take-place = This visit did not take place ({ $state }): there is nothing to write up. Plan it again first.
visit-ended-keeps-time = It did not take place at that time, and the time stays. Move it to plan another visit.
cancel-needs-who = Who cancelled, and why?
missed-needs-who = Who missed it, and why?

## Offer states, pushing check

who-decides-unknown = You do not know who decides.
terms-still-open = { $n ->
        [one] { $n } term is
       *[other] { $n } terms are
    } still open.
term-open-again = { $term } was agreed as it stood. It is open again until its new value is agreed.
decline-needs-who = Who declined, and why?
essential-off-reason = { $need } is essential. Say why the offer stops answering it.
too-early-for = Too early for { $product }: { $client } has not met us yet.
first-meeting-pushing = This is a first meeting. Offering { $product } now is pushing. Introduce the bank and mention services at most. Keep it?
no-need-behind = No confirmed need behind { $product }. Ask about the need instead?
answers-no-need = { $product } answers no recorded need.
push-question-work = How is this work done today, and where does it take longest?
push-question-worry = What would you like to be different a year from now?
push-question-matter = Who in the company is troubled by it most, and why?

## Promise and problem states

their-promise-not-passed = Their promise cannot be passed to our department.
not-done-yet = Not done yet.
tell-client-first = Tell the client before dropping a promise. How did you?
client-not-told = The client has not been told yet.
problem-needs-answer = What was answered?
back-before-passed = It cannot come back before it was passed on.

## Figures: LTV, pyramid

figure-partial-months = partial, { $known } of { $of ->
        [one] { $of } month
       *[other] { $of } months
    }
months-known-of = { $known } of { $of ->
        [one] { $of } month
       *[other] { $of } months
    } known
figure-from-month = from { $month }
at-this-pace = at this pace { $sum } a year
why-no-closed-month = no closed month
why-no-figures = no figures
why-few-months = { $known } of { $of ->
        [one] { $of } month
       *[other] { $of } months
    }
why-unstable = unstable: variation { $cv }
why-below-zero = costs above income
why-too-large = too large to be counted exactly
why-missing-income = income missing for { $n ->
        [one] { $n } month
       *[other] { $n } months
    }
why-among-the-top = { $rank } of { $of } by LTV, top { $share } %
why-steady = steady: variation { $cv }
why-prospect = a prospect is in no tier yet
small-portfolio = small portfolio: tiers are only a ranking
could-be-higher = could be higher
could-be-lower = could be lower
next-for-the-top = next for the top
could-be-strategic = could be strategic
slipping = slipping
concentration-line = The most valuable hold { $percent } of all positive LTV.

## Moves between the tiers

tier-move = { $client } { $from } > { $to }
tier-move-why = { $client } { $from } > { $to }, { $why }
one-move-and-another = { $first }; { $then }
more-moves = and { $n } more
month-closed = { $first } closed for { $clients ->
        [one] { $clients } client
       *[other] { $clients } clients
    }
months-closed = { $n } months from { $first } to { $last } closed for { $clients ->
        [one] { $clients } client
       *[other] { $clients } clients
    }
month-opened-again = { $first } opened again for { $clients ->
        [one] { $clients } client
       *[other] { $clients } clients
    }
months-opened-again = { $n } months from { $first } to { $last } opened again for { $clients ->
        [one] { $clients } client
       *[other] { $clients } clients
    }
month-changed = figures of { $first }, closed before, changed for { $clients ->
        [one] { $clients } client
       *[other] { $clients } clients
    }
months-changed = figures of { $n } months closed before, { $first } to { $last }, changed for { $clients ->
        [one] { $clients } client
       *[other] { $clients } clients
    }
closed-with-moves = { $done }. Moves: { $moves }.
closed-without-moves = { $done }. No moves between the tiers.

## VIP test

vip-passes = Passes: { $met } of { $needed } met.
vip-fails = Does not pass: { $met } of { $needed } met.
vip-undetermined = Undetermined: { $met } of { $needed } met. { $more ->
        [one] One more settles
       *[other] { $more } more settle
    } it: { $list }.
vip-not-applicable = The corporate VIP test does not apply to individuals.
vip-settle-products = the list of products in use checked (V1)
vip-settle-figure = { $figure } for { $n ->
        [one] { $n } month
       *[other] { $n } months
    } (V2)
vip-settle-monopoly = a judgement on monopoly (V3)
vip-settle-strategic = a judgement on strategic value (V4)
vip-settle-growth = { $figure } of { $year } for growth (V5)
vip-stale = evidence of { $date } is too old
vip-no-evidence = no evidence
vip-products-held = { $n ->
        [one] { $n } product
       *[other] { $n } products
    } in { $families ->
        [one] { $families } family
       *[other] { $families } families
    }
vip-figure-above = { $value } above { $limit }
vip-figure-not-above = { $value } not above { $limit }
vip-growth-value = growth { $percent } %
vip-growth-from-nothing = no growth to measure: the earlier year comes to nothing
vip-reason = { $reason }

## Contact

booked-day = next { $day }
no-reception-in = no reception in { $year }
no-visit-booked = no visit booked
overdue-days = overdue by { $n ->
        [one] { $n } day
       *[other] { $n } days
    }
signal-cadence = contact overdue by { $n ->
        [one] { $n } day
       *[other] { $n } days
    }
signal-satisfaction = satisfaction { $level }, down { $fall }
signal-income = income of 3 months under half of the year's mean
signal-promise = our promise is late by { $n ->
        [one] { $n } day
       *[other] { $n } days
    }: { $text }
signal-cooled = decider has cooled: { $person }, { $before } > { $after }
signal-left = key person left: { $person }
signal-stale = decider to be asked again: { $person }
signal-turnover = turnover of { $month } under half of the mean
signal-offer = expired { $date }, not decided: { $title }

## Satisfaction, promises

from-aspects = from aspects
own-view = own view

## Map

map-line = Map { $percent }: { $list }.
map-line-complete = Map { $percent }.
map-step-missing = { $step } missing
map-step-assumed = { $step } only assumed
map-step-old = { $step } is old
finding-missing-step = { $step }: nobody known
finding-decider-never-met = never met: { $person }, who decides
finding-opponent = { $person }: { $stance }, influence { $influence }
finding-opponent-no-influence = { $person }: { $stance }, influence unknown
finding-unknown-stance = { $step }: stance of { $person } unknown
finding-single-point = everything rests on { $person }
finding-single-visits = all visits of 12 months were with { $person }
finding-only-one-road = only one road in: { $person }
finding-stale = { $step }: { $person }, known { $n ->
        [one] { $n } day
       *[other] { $n } days
    } ago
finding-conflict = { $n ->
    [2] { $list }: both decide
   *[other] { $list }: all { $n } decide
}
finding-left = { $person } has left; still there for { $step }?
finding-limit-too-low = { $sum } is above what { $person } can decide.
map-empty = Nobody is on the map yet. a adds the first person.
map-as-of = You are looking at { $date }. Press t, Enter for today.
step-not-needed = not needed: { $reason }
question-prepares = Who drafts such decisions at your company?
question-agrees = Whose consent is needed before it goes up?
question-speaks_for = Who puts it forward where it is decided?
question-budgets = Who plans the money for it, and when?
question-decides = Who has the final word on this?
question-still = Is this still so: { $person }, { $kind }?
question-meet-decider = How can we meet { $person }?
question-stance = What does { $person } think of working with us?
question-need = What stands behind it: { $need }?
question-figure = What is your figure for { $figure }?
question-choice = What matters most to you when you choose a bank?
question-satisfaction = How content are you with us, from 0 to 10?

## Offer score

floor-not-met = floor not met: { $need }
who-loses = who loses: { $person } ({ $interest })
leaves-unanswered = This offer leaves { $need } unanswered.
ledger-line = We gave { $we }, got { $they }.
ledger-worth = Known worth { $given } against { $got }.
ledger-unreturned = { $n } unreturned: { $list }.
score-range-line = { $score }, range { $low } to { $high }
nobody-judged = nobody has judged it yet

## Plans, effectiveness, budget, file

no-plan = no plan
over-service-budget = { $client } is { $amount } over its service budget.
known-of = { $known } of { $of }
file-known-of = file { $known } of { $of }
file-decider = who decides
file-steps = every step of the decision
file-reporting = who the decider reports to
file-stance = stance of the key people
file-hidden-need = a hidden need
file-confirmed-need = a confirmed need
file-birthdays = birthdays of those who hold a step
file-contacts = phone or e-mail of two people
file-industry = industry
file-main-bank = main bank
file-note-process = a note on processes
file-note-technology = a note on technology
file-note-market = a note on the market
file-note-plans = a note on plans
file-audit = an audit within a year
file-ledger = the last 3 months of figures
file-satisfaction = satisfaction within a year
file-goal = a goal agreed
file-deputy = a deputy named

## Screens

window-too-small = Make the window at least { $width } by { $height }.
ready = ready
saved = saved: { $what } · u undoes
nothing-saved = Nothing was changed.
visit-in-minutes = visit in { $n } min
no-visits-today = No visits today. Next: { $client }, { $day } { $time }.
no-visits-at-all = No visits today, and none planned.
no-clients-yet = There are no clients yet. { $clients } opens the list, { $add } there adds the first.
nothing-found = Nothing found for { $input }.
nothing-here = Nothing here yet. a adds the first line.
passphrases-differ = The two passphrases differ.
passphrase-empty = An empty passphrase protects nothing.
no-cipher = This attache was built without encryption.
leak-clean = leak scan: clean, { $n ->
        [one] { $n } string
       *[other] { $n } strings
    }
written = written: { $file }
privacy-on = Privacy mode is on.
privacy-off = Privacy mode is off.

## Brief

leak-fragment-ask = These words also stand in a private { $field }: “{ $run }”. Share them?
leak-unreadable = The written file could not be read back, so it was not kept.
pdf-not-built = This build makes no PDF. Take html, which prints on A4 as well, or build attache with cargo build --release --features pdf.
pdf-no-sign = The font has no sign for { $sign } ({ $code }). Choose a font in Settings, Export.
pdf-no-font = There is no font in { $file }. Choose another file in Settings, Export.
pdf-name-a-font = Name a font file that has it: attache settings set pdf_font_paths FILE.
pdf-failed = The pages of the PDF could not be laid out. Take html, which prints on A4 as well.
leak-template = Not exported: the template { $file } brings { $n ->
        [one] { $n } private item
       *[other] { $n } private items
    } into the client copy ({ $fields }). Take that out of the template.
leak-template-line = Not exported: the template { $file }, line { $line }, brings { $n ->
        [one] { $n } private item
       *[other] { $n } private items
    } into the client copy ({ $fields }). Take that out of the template.
leak-hit = { $entity }: { $field }
leak-address = The e-mail { $email } of { $person } names your client { $client }. Move it to the private e-mails, which no client copy shows, or take it out.
attendees-unknown = attendees unknown
none-open = none open
no-audit = no audit
encrypted-json-ask = The book is encrypted; this file will not be. Go on?

## Import

page-key-similar = There is no { $key } here. Did you mean: { $allowed }?
page-key-unknown = There is no { $key } here. There are: { $allowed }.
line-field-why = line { $line }, { $field }: { $why }
import-conflict = { $entity } { $name } was changed here on { $time }, later than in the file: { $fields }.
import-brings-nothing = A line that brings nothing new.
import-nothing-new = Nothing new in { $file }.
import-done = { $file }: { $added ->
        [one] { $added } record added
       *[other] { $added } records added
    }, { $changed } changed, { $rejected } rejected.
snapshot-not-json = Not a snapshot: line { $line }, column { $column }.
snapshot-cut = The snapshot is cut off: it ends too early.
snapshot-foreign = This file is not a snapshot of attache.
snapshot-newer = The snapshot was written by a newer attache ({ $version }).
snapshot-unknown-table = The snapshot has an unknown table: { $input }.
snapshot-row = { $table } { $row }, { $field }: { $why }
snapshot-duplicate-uid = { $uid } stands twice in { $table }.

## Book and file

no-book-at = No book at { $file }. Make one with attache init.
book-exists = { $file } exists already. Nothing was changed.
no-directory = There is no directory { $dir }.
book-read-only = { $file } cannot be written. Nothing was changed.
book-foreign = { $file } is not a book of attache.
book-damaged = { $file } is damaged: { $what }. Put a copy of the book in its place.
book-value-damaged = { $entity } { $record }, { $field }: the stored value is damaged.
book-busy = Another program holds the book. Try again in a moment.
book-full = The disk is full. Nothing was saved.
book-encrypted = { $file } is encrypted. Give the passphrase with { $flag }.
book-moved = { $file } is no longer where it was opened.
file-not-read = { $file } cannot be read: { $why }
format-of-ending = The name { $file } says { $ending }, --format says { $format }. Nothing was written; name one of the two.
book-is-whole = The book is whole: every record is as its last change left it.
book-is-not-whole = { $n ->
        [one] { $n } record is not as its last change left it
       *[other] { $n } records are not as their last changes left them
    }; the first: { $entity }, { $field }. Restore a copy of the book.
backup-in-a-shell = In a shell, attache export --format json --journal -o FILE writes the whole book with its journal.
sync-in-a-shell = In a shell, attache sync brings the folders of contacts and calendar into step with the book.
template-none = This format has no template. Choose md or html.
template-wrong = Template { $file }, line { $line }: { $why ->
        [syntax] not written as a template must be
        [name] a name that a brief does not have
        [function] a filter, test or function that does not exist
       *[other] it does not work
    } ({ $detail }). Nothing was written: mend it there, or take the file away to use the form of attache.
file-not-written = { $file } cannot be written: { $why }
book-made = New book: { $file }

## Command line

needs-terminal = attache needs a terminal. Try attache today.
yes-or-no = (y/N)
ask-needs-yes = { $question } Say yes with --yes.
ask-needs-fold = { $question } visit plan, move and log take --fold 0 (the first) or --fold 1 (the second); --yes takes the first.
not-found = { $entity }: nothing found for { $input }.
not-found-similar = { $entity }: nothing found for { $input }. Did you mean { $similar }?
several-fit = { $input } fits several: { $list }. Name one exactly.
record-gone = That record is no longer in the book.
not-toml = Line { $line }: not valid TOML: { $why }
noun-needs-client = Which client? Say it with --client.
bad-take = Write FIELD=a or FIELD=b: { $input }
io-not-there = there is no such file
io-not-permitted = there is no permission
io-is-a-folder = it is a folder
io-no-text = it is no text in UTF-8
io-nobody-reads = nobody reads this pipe
io-disk-full = the disk is full
bad-assignment = Write field=value: { $input }
editor-failed = The editor { $editor } did not end well. Nothing was saved.
page-unchanged = The page was not changed. Nothing was saved.
no-steps = No changes yet.

## Titles of changes, as in "saved: WHAT" and "Undone: WHAT"

title-added = { $entity } { $name } (new)
title-clients-added = { $n ->
    [one] { $n } new client
   *[other] { $n } new clients
}
title-filter-saved = filter { $name }
title-changed-fields = { $entity } { $name }: { $list }
title-removed = { $entity } { $name } (removed)
title-ended = { $entity } { $name } (ended)
title-client-status = { $client }: { $state }
title-client-stage = { $client }: stage { $n }
title-client-stage-forced = { $client }: stage { $n } (forced)
title-client-merge = { $a } merged into { $b }
title-person-merge = { $a } merged into { $b }
title-roles = roles of { $person }
title-role = { $person }: { $kind }
title-role-ended = { $person }: { $kind } (ended)
title-stance = stance of { $person }
title-step-absent = { $client }: { $step } not needed
title-visit-planned = visit { $client }, { $day }
title-visit-moved = visit { $client } moved to { $day }
title-invited = { $client } invited, { $day }
title-top-joins = our top management joins the visit at { $client }, { $day }
title-visit-cancelled = visit { $client }, { $day } (cancelled)
title-visit-missed = visit { $client }, { $day } (missed)
title-visit-recorded = after the visit { $client }, { $day }
title-visit-corrected = visit { $client }, { $day } (corrected)
title-need-state = need { $title }: { $state }
title-need-evidence = evidence for { $title }
title-promise-done = promise done: { $text }
title-promise-state = promise { $text }: { $state }
title-problem-state = problem { $title }: { $state }
title-occasion-marked = { $kind } marked for { $year }: { $name }
title-offer-state = offer { $title }: { $state }
title-term-state = term { $title }: { $state }
title-offer-version = offer { $title }, version { $version }
title-concession = concession on { $title }
title-settings = settings: { $list }
title-snapshot = snapshot { $file }
problem-again = The same topic troubled this client on { $date } ({ $title }).
