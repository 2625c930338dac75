# Доска предложения: что о нём сказать, клавиши и окна.

offer-remark-floor = опора
offer-remark-leaves = не закрыта
offer-remark-taken_off = снята
offer-remark-order = порядок
offer-remark-loses = теряет
offer-remark-unheard = не учтены
offer-remark-limit = лимит
offer-remark-uncovered = не закрыта
offer-remark-ledger = уступки
offer-remark-concession = уступка
offer-remark-walk_away = предел
offer-remark-wants = хочет
offer-remark-our_floor = наш предел
offer-remark-their_value = для них
offer-remark-dropped = сняты
offer-remark-versions = раньше

concession-by-we = уступили мы
concession-by-they = уступил клиент

remark-floor-holds = { $need }: { $cover }, держится
remark-floor-broken = { $need }: { $cover }, нужно { $needed }
remark-loses = { $person } ({ $interest }) из-за: { $list }
remark-unheard = { $n ->
    [one] { $list }: интересы неизвестны
    [few] { $list }: их интересы неизвестны
    [many] { $list }: их интересы неизвестны
   *[other] { $list }: их интересы неизвестны
}
remark-unjudged = { $n ->
    [one] { $list }: интересы известны, условия по ним не оценены
    [few] { $list }: интересы известны, условия по ним не оценены
    [many] { $list }: интересы известны, условия по ним не оценены
   *[other] { $list }: интересы известны, условия по ним не оценены
}
remark-limit = { $sum } выше предела: { $list }.
remark-limit-others = { $sum } выше предела: { $list }; решать может { $others }.
remark-able = { $person } ({ $certainty })
remark-able-limit-unknown = { $person } ({ $certainty }, предел неизвестен)
remark-uncovered = { $need } ({ $voice }, { $state })
remark-taken-off = { $need }, { $date }: { $reason }
remark-concession = { $who }: { $term }, { $from } > { $to }, стоимость: { $worth }, без ответа
remark-concession-returned = { $who }: { $term }, { $from } > { $to }, стоимость: { $worth }, в ответ на «{ $return }»
remark-walk-away = { $text }

board-term = условие
board-now = сейчас
board-floor = опора
board-weight = вес { $n }
board-total = итого
board-floor-holds = опора держится
board-floor-broken = опора не держится
board-no-essential = насущных потребностей нет
board-until = действует до { $day }
board-earlier = версия { $version }, до { $date }: { $key } покажет её
board-version = версия { $version } из { $of }, заменена { $date }
board-version-no = Это версия { $version }, она сохранена для чтения. { $key } — к нынешней.
board-no-earlier-version = Прежних версий этого предложения в журнале нет.
board-no-later-version = Это нынешняя версия предложения, более поздней нет.
offer-version-earlier = { $version } (до { $date })
offer-version-shown = Версия { $version } из { $of }, заменена { $date }
board-empty = Условий пока нет. { $key } добавит первое.
board-no-interests = Личные интересы здесь неизвестны. { $key } — записать, кто чего хочет.
board-more = >ещё { $n }
board-wants = { $person }: { $interest } ({ $certainty }, важность { $importance })
board-what-if = что если: не сохраняется · { $before } > { $after } · { $key } — закончить
board-what-if-no = Это «что если», ничего не сохраняется. { $key } — закончить.
board-unscored = неизвестно
board-whose-interest = Чей интерес?
board-interest-of = Чего хочет { $person }?
board-present-visit = На какой встрече представлено?
board-no-visit = Нет встречи, на которой его представить. Сначала запланируйте её (a v).
offer-no-version = У предложения «{ $offer }» нет версии { $version }, которую можно прочесть. Есть: { $list }.
title-offer-scored = оценка условия «{ $term }»
title-offer-copied = копия предложения «{ $title }»

command-score-up = больше служит интересу
command-score-down = меньше служит интересу
command-unjudged = без оценки
command-agree-term = условие согласовано или снова открыто
command-concede = уступка
command-new-version = новая версия
command-present = обсуждается, затем представлено
command-accept-offer = принято
command-decline-offer = отклонено
command-what-if = что если
command-copy-offer = скопировать как новый черновик
command-earlier-version = прежняя версия предложения
command-later-version = следующая версия предложения
hint-score-up = балл
hint-score-down = меньше
hint-agree-term = согл.
hint-concede = уступка
hint-new-version = версия
hint-present = представить
