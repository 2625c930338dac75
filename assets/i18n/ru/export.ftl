# Справка на экране, окно выгрузки, файлы наружу.
export-title = Выгрузка: { $client }
export-format = формат
export-file = файл
export-sections = разделы
export-personal = с личными данными
export-lines = { $from }–{ $to } из { $of }
export-name = Ваше имя стоит в каждой справке. Как вас указать?
export-hidden = Включён режим приватности: внутренняя справка не показывается. g p выключает его.
export-written = записано: { $file } · y копирует путь, o открывает файл
export-printing = Страницы верстаются  { $gauge }  Esc останавливает
nothing-written = Ничего не записано.
export-find = найти:
export-not-in-text = В этом тексте нет: { $input }.
export-first-client = Это первый клиент.
export-last-client = Это последний клиент.
export-leak-hits = проверка на утечку: { $n ->
        [one] { $n } закрытое сведение
        [few] { $n } закрытых сведения
       *[other] { $n } закрытых сведений
    } · Tab дальше · l открыть запись
export-leak-fields = Не выгружено: в экземпляр для клиента { $n ->
        [one] попало бы { $n } закрытое сведение
        [few] попали бы { $n } закрытых сведения
       *[other] попало бы { $n } закрытых сведений
    } ({ $fields }). Измените текст, который видит клиент.
