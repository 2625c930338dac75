# The report of a period: its head, sections, tables, columns, figures and what is said beside them.

report-title = Report: { $period }
report-quarter = Q{ $q } { $year }
report-year = { $year }
report-days = { $from } to { $to }
report-to-date-month = month to date, { $to }
report-to-date-quarter = quarter to date, { $to }
report-to-date-year = year to date, { $to }
report-to-date-days = so far: { $from } to { $to }
report-compared = before: { $period }
report-known-short = { $n } of { $of }
report-none = none in the period
report-future = A report begins today at the latest: { $from } is still to come.
report-backwards = The period ends before it begins: { $from } to { $to }.
no-text-needs-file = This format is no text for a terminal. Name a file with -o.
sheet-not-written = The spreadsheet was not written: { $why }.
report-no-later = There is nothing to report of later days yet.
report-opens = What is counted here
report-nothing-behind = This line counts no records.
report-part = Section
report-table = Table
report-unit = Unit
report-value = Value
report-column = Column
report-line = Line
report-known-n = Known
report-known-of = Of
report-why = Remark

report-section-service = Service
report-section-sales = Sales
report-section-marketing = Marketing
report-section-effect = Effectiveness
report-section-tiers = Moves between tiers
report-section-plan = Plan and actual
report-section-week = For the weekly meeting

report-table-content = Satisfaction of the portfolio
report-table-moods = More content, less content
report-table-conclusions = What is to change after a score
report-table-problems = Problems
report-table-departments = Problems at departments, median working days
report-table-promises = Promises whose day has come
report-table-stages = Prospects by stage
report-table-visits = Visits
report-table-needs = Needs
report-table-special = Special needs met, by client
report-table-offers = Offers
report-table-results = What became of the offers
report-table-pushing = Offers before need
report-table-marketing = Occasions, events, receptions
report-table-events = Events and receptions held
report-table-first = Whom to tell first
report-table-channels = What each source channel brought
report-table-income = E1 Steady growth of income
report-table-services = E2 Growth of services
report-table-clients = E3 Clients who came and left
report-table-tiers = E3 Share of each tier
report-table-segments = E3 Share of each segment
report-table-from-to = E3 Moves counted
report-table-research = E4 Where to research
report-table-payments = E5 Payments growing faster
report-table-moves = Clients who moved
report-table-plan = The portfolio’s plan
report-table-late = Late already
report-table-ahead = The next seven days

report-col-figure = figure
report-col-now = in the period
report-col-at-end = at the end
report-col-before = before
report-col-client = client
report-col-level = level
report-col-change = change
report-col-scores = scores
report-col-day = day
report-col-score = score
report-col-conclusion = conclusion
report-col-department = department
report-col-passed = passed on
report-col-back = back
report-col-days = days
report-col-in-time = in time
report-col-there = still there
report-col-longest = longest
report-col-due = due
report-col-kept = kept in time
report-col-share = share
report-col-late = late
report-col-open = not yet
report-col-share-before = before
report-col-share-then = share before
report-col-stage = stage
report-col-name = name
report-col-clients = clients
report-col-slow = slow
report-col-special = special needs
report-col-met = met
report-col-met-now = in the period
report-col-offer = offer
report-col-state = state
report-col-reason = reason
report-col-kind = kind
report-col-purpose = purpose
report-col-came = came
report-col-theme = theme
report-col-first = first
report-col-channel = channel
report-col-active = active
report-col-won = new
report-col-income = income
report-col-quarter = quarter
report-col-step = growth
report-col-year-ago = a year ago
report-col-tier = tier
report-col-segment = segment
report-col-from = from
report-col-to = to
report-col-source = what
report-col-about = about
report-col-quarter-before = quarter ago
report-col-ltv = LTV
report-col-measure = measure
report-col-of = for
report-col-target = target
report-col-actual = actual
report-col-pace = pace
report-col-of-period = of target
report-col-what = what
report-col-known = known for

report-figure-index = satisfaction index
report-figure-index-by-income = index weighted by income
report-figure-index-trend = change over 90 days
report-figure-scores = scores given
report-figure-raised = raised
report-figure-closed = closed, client told
report-figure-days-to-close = working days to close, median
report-figure-closed-in-time = closed in time
report-figure-still-open = open at the end
report-figure-repeated = repeated within 90 days
report-figure-ours = ours
report-figure-theirs = theirs
report-figure-held = held
report-figure-they-asked = at their wish
report-figure-clients-met = clients met or called
report-figure-missed = missed
report-figure-cancelled = cancelled
report-figure-needs-found = found
report-figure-needs-hidden = of these hidden
report-figure-needs-voiced = hidden ones voiced by the client
report-figure-needs-addressed = answered
report-figure-needs-met = met
report-figure-needs-met-special = special ones met
report-figure-offers-presented = presented
report-figure-offers-accepted = accepted
report-figure-offers-declined = declined by the client
report-figure-offers-withdrawn = withdrawn by us
report-figure-offers-expired = expired undecided
report-figure-offers-before-need = warnings kept
report-figure-occasions-marked = occasions marked
report-figure-events = events
report-figure-receptions = receptions
report-figure-no-reception = active clients without a reception
report-figure-turnover-year = turnover, known in both years
report-figure-turnover-growth = growth against the 12 before
report-figure-holdings = products in use
report-figure-holders = clients who use any
report-figure-families = product families per client
report-figure-clients-new = new
report-figure-clients-left = left
report-figure-clients-active = active today
report-source-needs = open needs
report-source-dropped = dropped, no product
report-source-feedback = said of products
report-source-questions = questions without an answer

report-promise-ours = our promise
report-promise-theirs = their promise
report-none-closed = last month closed: { $month }; none in the period
report-known-parts = sums of what is known; a month known for less than half of the clients is unknown
report-as-of = as of { $date }
report-in-year = in { $year }
report-first-names = { $more ->
    [0] { $names }
    [one] { $names } and { $more } more
   *[other] { $names } and { $more } more
}
report-with-rates = in { $cur }, includes rate changes
report-income-until = income of the 12 months to { $month }
report-year-until = the 12 months to { $month }
report-verdict-unknown = unknown
report-only-one-year = growth only: the year before is not known
report-faster = growing faster than a year ago
report-not-faster = not growing faster than a year ago
report-few-quarters = unknown: { $known } of { $of } quarters known
report-steady = steady: { $growth } % in a year, { $rose } of 4 steps up
report-not-steady = not steady: { $growth } % in a year, { $rose } of 4 steps up
report-services-more = more: { $now } products in use, { $before } a year ago
report-services-same = the same: { $now } products in use, { $before } a year ago
report-services-fewer = fewer: { $now } products in use, { $before } a year ago
report-no-tiers-before = tiers before the period were not written down
report-tiers-between = from the end of { $from } to the end of { $to }
report-both-known = both tiers known for { $known } of { $of } clients
report-longest-so-far = { $n ->
    [one] longest so far: { $n } working day
   *[other] longest so far: { $n } working days
}
report-at-clients = { $n ->
    [one] at { $n } client
   *[other] at { $n } clients
}
report-not-marked = { $n ->
    [one] { $n } passed unmarked
   *[other] { $n } passed unmarked
}
report-without-theme = { $n ->
    [one] { $n } open need has no theme
   *[other] { $n } open needs have no theme
}
report-months-blank = { $n ->
    [one] { $n } month known for too few clients
   *[other] { $n } months known for too few clients
}
