# Дъската на предложението: какво да се каже за него, клавиши и прозорци.

offer-remark-floor = опора
offer-remark-leaves = остава
offer-remark-taken_off = махната
offer-remark-order = ред
offer-remark-loses = губи
offer-remark-unheard = нечути
offer-remark-limit = лимит
offer-remark-uncovered = непокрита
offer-remark-ledger = отстъпки
offer-remark-concession = отстъпка
offer-remark-walk_away = граница
offer-remark-wants = иска
offer-remark-our_floor = наша граница
offer-remark-their_value = за тях
offer-remark-dropped = отпаднали
offer-remark-versions = преди

concession-by-we = отстъпихме ние
concession-by-they = отстъпи клиентът

remark-floor-holds = { $need }: { $cover }, държи
remark-floor-broken = { $need }: { $cover }, трябва { $needed }
remark-loses = { $person } ({ $interest }) заради: { $list }
remark-unheard = { $n ->
    [one] { $list }: интересите не са известни
   *[other] { $list }: интересите им не са известни
}
remark-unjudged = { $n ->
    [one] { $list }: интересите са известни, условията по тях не са оценени
   *[other] { $list }: интересите им са известни, условията по тях не са оценени
}
remark-limit = { $sum } е над правомощията на { $list }.
remark-limit-others = { $sum } е над правомощията на { $list }; може да реши { $others }.
remark-able = { $person } ({ $certainty })
remark-able-limit-unknown = { $person } ({ $certainty }, правомощия неизвестни)
remark-uncovered = { $need } ({ $voice }, { $state })
remark-taken-off = { $need }, { $date }: { $reason }
remark-concession = { $who }: { $term }, { $from } > { $to }, стойност: { $worth }, без насрещна
remark-concession-returned = { $who }: { $term }, { $from } > { $to }, стойност: { $worth }, срещу „{ $return }“
remark-walk-away = { $text }

board-term = условие
board-now = сега
board-floor = опора
board-weight = теж. { $n }
board-total = общо
board-floor-holds = опората държи
board-floor-broken = опората не държи
board-no-essential = няма съществена потребност
board-until = валидно до { $day }
board-earlier = версия { $version }, до { $date }: { $key } я показва
board-version = версия { $version } от { $of }, заменена на { $date }
board-version-no = Това е версия { $version }, запазена за четене. { $key } връща към сегашната.
board-no-earlier-version = В журнала няма по-ранни версии на това предложение.
board-no-later-version = Това е сегашната версия на предложението, по-късна няма.
offer-version-earlier = { $version } (до { $date })
offer-version-shown = Версия { $version } от { $of }, заменена на { $date }
board-empty = Още няма условия. { $key } добавя първото.
board-no-interests = Тук не са известни лични интереси. { $key } записва кой какво иска.
board-more = >още { $n }
board-wants = { $person }: { $interest } ({ $certainty }, важност { $importance })
board-what-if = какво ако: нищо не се записва · { $before } > { $after } · { $key } край
board-what-if-no = Това е „какво ако“, нищо не се записва. { $key } го прекратява.
board-unscored = неизвестно
board-whose-interest = Чий интерес?
board-interest-of = Какво иска { $person }?
board-present-visit = На коя среща беше представено?
board-no-visit = Няма среща, на която да се представи. Първо планирайте такава (a v).
offer-no-version = Предложението „{ $offer }“ няма версия { $version }, която може да се прочете. Има: { $list }.
title-offer-scored = оценка на „{ $term }“
title-offer-copied = копие на „{ $title }“

command-score-up = служи повече на интереса
command-score-down = служи по-малко
command-unjudged = без оценка
command-agree-term = договорено или отново отворено
command-concede = отстъпка
command-new-version = нова версия
command-present = обсъждано, после представено
command-accept-offer = прието
command-decline-offer = отказано
command-what-if = какво ако
command-copy-offer = копирай като нова чернова
command-earlier-version = по-ранна версия на предложението
command-later-version = по-късна версия на предложението
hint-score-up = оценка
hint-score-down = по-малко
hint-agree-term = дог.
hint-concede = отстъпка
hint-new-version = версия
hint-present = представи
