# What clients are worth: the pyramid, charts, budget, plans, rates, the VIP test.

money-pyramid = Пирамида
money-ranked = в пирамиде { $ranked }, рядом { $beside }
money-moves = Переходы между уровнями
moves-since = с: { $month }
no-earlier-tiers = До последнего закрытого месяца уровни не сохранялись.
no-moves = Переходов нет.
share-of-value = { $percent } ценности
money-portfolio = портфель
money-portfolio-months = Портфель по месяцам
money-charts = Два года на графиках
chart-known = { $known } из { $of } мес.
budget-share = доля
budget-by-hand = добавлено
budget-spent = потрачено
budget-added = добавлено вручную { $sum }
budget-pool = Фонд { $pool }: распределено { $given }, потрачено { $spent }.
budget-without-pool = Фонд не задан: по ставкам { $given }, потрачено { $spent }.
no-spend-yet = в этом году расходов не было
rates-to = к валюте
rate-missing = нет курса за { $month }
rates-known = { $n ->
    [one] { $n } месяц
    [few] { $n } месяца
   *[many] { $n } месяцев
    }
vip-at-risk = { $criterion }: данные свежие до { $date }
vip-disagrees = данные расходятся
group-ltv = вместе с { $n ->
        [one] { $n } компанией
        [few] { $n } компаниями
       *[many] { $n } компаниями
    } группы: { $sum }
ltv-by-currency = по валютам: { $list }
budget-of-year = { $year }: фонд { $pool }
services-not-linked = Нет контактных лиц с обеих сторон: { $list }.
product-since = с { $date }
product-serves = { $n ->
    [one] отвечает на { $n } потребность
    [few] отвечает на { $n } потребности
   *[many] отвечает на { $n } потребностей
    }
product-users = Используют
product-needs = На какие потребности отвечает
