### Карта принятия решений как таблица.

map-stance = за/против
map-more = >ещё { $n }
map-not-needed = не нужен: { $reason }
map-reporting = подчинение
map-influence = влияние
map-findings = Что проверить ({ $n })
map-finding-missing-step = никто не известен
map-finding-unknown-stance = отношение неизвестно, { $person }
map-finding-stale = { $person }, узнали { $n ->
    [one] { $n } день
    [few] { $n } дня
   *[other] { $n } дней
} назад
map-finding-left = { $person }: должности больше нет; роль ещё верна?
map-since = новое с { $day }
map-nothing-new = с { $day } ничего нового
map-balance = баланс { $percent } ({ $n } из { $of })
map-balance-unknown = баланс неизвестен
map-complete = карта { $percent }
map-up-to = { $kind } до { $sum }
map-interests = интересы { $n }
map-interests-of = Чего хочет { $person }?
map-source = Чем подтверждено: { $person }. Встреча или свой текст
map-source-written = источник: { $input }
map-source-type = напишите, чем это подтверждено
map-source-is = источник: { $source }, { $key } другой
map-source-none = чем подтверждено? { $key } укажет источник
map-not-saved = Не сохранено: пока это ничем не подтверждено. { $back } оставит как было, { $key } — менее уверенно.
map-no-visit = Встреча не запланирована. a v запланирует.
map-asked-already = Уже есть среди вопросов следующей встречи: { $question }
map-title-question = вопрос к встрече { $day }
map-title-step-back = { $client }: шаг «{ $step }» снова нужен
map-to-person = К кому перейти
map-line-to = К кому
map-line-kind = Какая связь
map-no-step = Отсутствовать может только один из пяти шагов.
map-absent-why = Почему не нужен шаг «{ $step }»
map-new-person = Новое лицо
map-new-person-how = фамилия, имя, должность, уровень
map-as-of-which = На какую дату (пусто: сегодня)
