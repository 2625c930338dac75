### What to do at each stage of attraction, one piece of advice a line, and the box that shows it.

playbook-stage-1 =
    Judge the client, not the deal: how large and steady are their flows, which banks do they use, whom do they listen to?
    Keep facts and guesses apart, and what is unknown unknown.
    Decide in writing whether they are worth years of attention, and why. A clear no saves more than a slow maybe.
playbook-stage-2 =
    Find where their days and those of our top management cross: a reception, an industry evening, an anniversary, somebody who knows both.
    Choose an occasion that is natural for them; nobody likes to be hunted.
    Agree beforehand who introduces whom. Leave the products at the office.
playbook-stage-3 =
    Introduce yourself and the bank in two minutes, then listen. Mention services at most, offer none.
    Ask about their business, their year, what takes their time. Write down their own words.
    Part with one small promise that you can keep within days, and keep it.
playbook-stage-4 =
    Earn the right to ask: be useful, be on time, come back with what was promised.
    Look for the need nobody has named: what is done by hand, what are they afraid of, why did they leave the last bank? One good question a meeting.
    Draw the map: who prepares, agrees, speaks for, budgets and decides. Ask two people about the same step.
    When you catch yourself offering, ask about the need instead.
playbook-stage-5 =
    Go up with the help of those you know, never past them: they should gain by it and know what it is for.
    Bring the head something of their own height: a view of the market, a risk, a person worth meeting.
    The wish to meet has to be theirs. While it is missing, go back to the needs.
playbook-stage-6 =
    Go through all the needs together, the hidden ones too, and let them say which come first.
    Ask what they need to be able to decide: figures, a reference, the consent of the board, a date.
    Where there is no interest, find out whose work would become easier. An objection is a need not yet understood.
playbook-stage-7 =
    Bring our specialists together with theirs, one product family after another, and go on answering for all of them.
    Build the offer on confirmed needs. The essential one is never traded, and heads come before staff.
    Know before the meeting what you can give and what you ask for in return.
    Do not press: thank for a no, and agree when to speak again.

playbook = Playbook
playbook-own = your own text
playbook-question = Stage { $n }: { $name }
stage-to-leave = To leave stage { $n }
stage-since = since { $day }
stage-slow-since = slow, since { $day }
stage-moved = Moved with a reason
stage-forced = forced to { $n }
stage-went-back = back to { $n }
stage-why-back = Back to stage { $n }: why?
stage-why-forced = To stage { $n } past its gate: why?
