### Картата на вземане на решения като таблица.

map-stance = за/против
map-more = >още { $n }
map-not-needed = не е нужна: { $reason }
map-reporting = подчинение
map-influence = влияние
map-findings = Какво да се провери ({ $n })
map-finding-missing-step = никой не е известен
map-finding-unknown-stance = отношението е неизвестно, { $person }
map-finding-stale = { $person }, научено преди { $n ->
    [one] { $n } ден
   *[other] { $n } дни
}
map-finding-left = { $person }: вече няма длъжност; още ли е вярна ролята?
map-since = ново от { $day }
map-nothing-new = от { $day } нищо ново
map-balance = баланс { $percent } ({ $n } от { $of })
map-balance-unknown = балансът не е известен
map-complete = карта { $percent }
map-up-to = { $kind } до { $sum }
map-interests = интереси { $n }
map-interests-of = Какво иска { $person }?
map-source = С какво е потвърдено: { $person }. Среща или свой текст
map-source-written = източник: { $input }
map-source-type = напишете с какво е потвърдено
map-source-is = източник: { $source }, { $key } друг
map-source-none = потвърдено от какво? { $key } посочва източник
map-not-saved = Не е записано: засега нищо не го потвърждава. { $back } го оставя, както беше, { $key } го прави по-несигурно.
map-no-visit = Няма планирана среща. a v планира.
map-asked-already = Вече е сред въпросите на следващата среща: { $question }
map-title-question = въпрос за срещата на { $day }
map-title-step-back = { $client }: стъпката „{ $step }“ отново е нужна
map-to-person = Към кого
map-line-to = Към кого
map-line-kind = Каква връзка
map-no-step = Само петте стъпки могат да липсват.
map-absent-why = Защо не е нужна стъпката „{ $step }“
map-new-person = Ново лице
map-new-person-how = фамилия, име, длъжност, ниво
map-as-of-which = Към коя дата (празно: днес)
