# The board of an offer: what is to be said of it, its keys and boxes.

offer-remark-floor = floor
offer-remark-leaves = leaves open
offer-remark-taken_off = taken off
offer-remark-order = order
offer-remark-loses = loses
offer-remark-unheard = not heard
offer-remark-limit = limit
offer-remark-uncovered = uncovered
offer-remark-ledger = given
offer-remark-concession = step
offer-remark-walk_away = walk away
offer-remark-wants = wants
offer-remark-our_floor = our floor
offer-remark-their_value = for them
offer-remark-dropped = dropped
offer-remark-versions = earlier

concession-by-we = given by us
concession-by-they = given by them

remark-floor-holds = { $need }: { $cover }, holds
remark-floor-broken = { $need }: { $cover }, needs to be { $needed }
remark-loses = { $person } ({ $interest }), by { $list }
remark-unheard = { $n ->
    [one] { $list }: what this person wants is unknown
   *[other] { $list }: what they want is unknown
}
remark-unjudged = { $n ->
    [one] { $list }: no term is judged yet for what this person wants
   *[other] { $list }: no term is judged yet for what they want
}
remark-limit = { $sum } is above what { $list } can decide.
remark-limit-others = { $sum } is above what { $list } can decide; { $others } can.
remark-able = { $person } ({ $certainty })
remark-able-limit-unknown = { $person } ({ $certainty }, limit unknown)
remark-uncovered = { $need } ({ $voice }, { $state })
remark-taken-off = { $need }, on { $date }: { $reason }
remark-concession = { $who }: { $term }, { $from } > { $to }, worth { $worth }, nothing in return
remark-concession-returned = { $who }: { $term }, { $from } > { $to }, worth { $worth }, in return for { $return }
remark-walk-away = { $text }

board-term = term
board-now = now
board-floor = floor
board-weight = wt { $n }
board-total = total
board-floor-holds = floor holds
board-floor-broken = floor not met
board-no-essential = no essential need
board-until = valid until { $day }
board-earlier = version { $version }, until { $date }: { $key } shows it
board-version = version { $version } of { $of }, replaced on { $date }
board-version-no = This is version { $version }, kept to be read. { $key } goes back to the offer as it stands.
board-no-earlier-version = No earlier version of this offer is in the journal.
board-no-later-version = This is the offer as it stands: there is no later version.
offer-version-earlier = { $version } (until { $date })
offer-version-shown = Version { $version } of { $of }, replaced on { $date }
board-empty = No terms yet. { $key } adds the first one.
board-no-interests = No interests are known here. { $key } writes what somebody wants.
board-more = >{ $n } more
board-wants = { $person }: { $interest } ({ $certainty }, importance { $importance })
board-what-if = what if: nothing is saved · { $before } > { $after } · { $key } ends it
board-what-if-no = This is a what-if, nothing is saved. { $key } ends it.
board-unscored = unknown
board-whose-interest = Whose interest?
board-interest-of = What does { $person } want?
board-present-visit = At which visit was it presented?
board-no-visit = No visit to present it at. Plan one first (a v).
offer-no-version = { $offer } has no version { $version } to be read. There are: { $list }.
title-offer-scored = score of { $term }
title-offer-copied = copy of { $title }

command-score-up = serves the interest more
command-score-down = serves it less
command-unjudged = not judged
command-agree-term = term agreed, or open again
command-concede = concession
command-new-version = new version
command-present = discussed, then presented
command-accept-offer = accepted
command-decline-offer = declined
command-what-if = what if
command-copy-offer = copy as a new draft
command-earlier-version = an earlier version of the offer
command-later-version = a later version of the offer
hint-score-up = score
hint-score-down = less
hint-agree-term = agreed
hint-concede = concession
hint-new-version = version
hint-present = present
