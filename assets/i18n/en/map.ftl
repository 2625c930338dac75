### The decision map as a grid.

map-stance = for/against
map-more = >{ $n } more
map-not-needed = not needed: { $reason }
map-reporting = reporting
map-influence = influence
map-findings = To check ({ $n })
map-finding-missing-step = nobody known
map-finding-unknown-stance = stance of { $person } unknown
map-finding-stale = { $person }, known { $n ->
    [one] { $n } day
   *[other] { $n } days
} ago
map-finding-left = { $person } has left; still there?
map-since = new since { $day }
map-nothing-new = nothing new since { $day }
map-balance = balance { $percent } ({ $n } of { $of })
map-balance-unknown = balance unknown
map-complete = map { $percent }
map-up-to = { $kind } up to { $sum }
map-interests = interests { $n }
map-interests-of = What does { $person } want?
map-source = Confirmed for { $person } by: a visit, or type the source
map-source-written = source: { $input }
map-source-type = type by what it is confirmed
map-source-is = confirmed by { $source }, { $key } another
map-source-none = confirmed by what? { $key } says it
map-not-saved = Not saved: nothing confirms it yet. { $back } leaves it as it was, { $key } makes it less sure.
map-no-visit = No visit is planned here. a v plans one.
map-asked-already = Already among the questions of the next visit: { $question }
map-title-question = question for the visit of { $day }
map-title-step-back = { $client }: { $step } needed again
map-to-person = Go to whom
map-line-to = To whom
map-line-kind = What line
map-no-step = Only the five steps can be absent.
map-absent-why = { $step } is not needed, because
map-new-person = Somebody new
map-new-person-how = family name, given name, position, level
map-as-of-which = As of which day (empty: today)
