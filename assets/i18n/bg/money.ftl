# What clients are worth: the pyramid, charts, budget, plans, rates, the VIP test.

money-pyramid = Пирамида
money-ranked = в пирамидата { $ranked }, извън нея { $beside }
money-moves = Премествания между нивата
moves-since = от { $month }
no-earlier-tiers = Няма запазени нива преди последния приключен месец.
no-moves = Няма премествания.
share-of-value = { $percent } от стойността
money-portfolio = портфейл
money-portfolio-months = Портфейлът по месеци
money-charts = Две години в графики
chart-known = { $known } от { $of } мес.
budget-share = дял
budget-by-hand = добавено
budget-spent = изразходвано
budget-added = добавено ръчно { $sum }
budget-pool = Фонд { $pool }: разпределени { $given }, изразходвани { $spent }.
budget-without-pool = Без фонд: по ставките { $given }, изразходвани { $spent }.
no-spend-yet = тази година няма разходи
rates-to = към
rate-missing = няма курс за { $month }
rates-known = { $n ->
    [one] { $n } месец
   *[other] { $n } месеца
    }
vip-at-risk = { $criterion }: данните са актуални до { $date }
vip-disagrees = данните се разминават
group-ltv = заедно с { $n ->
        [one] { $n } дружество
       *[other] { $n } дружества
    } от групата: { $sum }
ltv-by-currency = по валути: { $list }
budget-of-year = { $year }: фонд { $pool }
services-not-linked = Няма лица за контакт от двете страни: { $list }.
product-since = от { $date }
product-serves = { $n ->
    [one] отговаря на { $n } потребност
   *[other] отговаря на { $n } потребности
    }
product-users = Използва се от
product-needs = На кои потребности отговаря
