# What clients are worth: the pyramid, charts, budget, plans, rates, the VIP test.

money-pyramid = Pyramid
money-ranked = { $ranked } ranked, { $beside } beside
money-moves = Moves between tiers
moves-since = since { $month }
no-earlier-tiers = No tiers kept before the last closed month.
no-moves = No moves.
share-of-value = { $percent } of value
money-portfolio = portfolio
money-portfolio-months = Portfolio by month
money-charts = Two years in charts
chart-known = { $known } of { $of } mo
budget-share = share
budget-by-hand = added
budget-spent = spent
budget-added = added by hand { $sum }
budget-pool = Pool { $pool }: { $given } given out, { $spent } spent.
budget-without-pool = No pool: { $given } by the rates, { $spent } spent.
no-spend-yet = nothing spent this year
rates-to = to
rate-missing = no rate for { $month }
rates-known = { $n ->
    [one] { $n } month
   *[other] { $n } months
    }
vip-at-risk = { $criterion }: the evidence is fresh until { $date }
vip-disagrees = figures disagree
group-ltv = with { $n ->
        [one] { $n } company
       *[other] { $n } companies
    } of its group: { $sum }
ltv-by-currency = by currency: { $list }
budget-of-year = { $year }: pool { $pool }
services-not-linked = No contact on both sides for: { $list }.
product-since = since { $date }
product-serves = { $n ->
    [one] serves { $n } need
   *[other] serves { $n } needs
    }
product-users = In use at
product-needs = Needs it serves
