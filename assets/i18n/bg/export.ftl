# Справката на екрана, прозорецът за изнасяне, файловете навън.
export-title = Изнасяне: { $client }
export-format = формат
export-file = файл
export-sections = раздели
export-personal = с лични данни
export-lines = { $from }–{ $to } от { $of }
export-name = Вашето име стои във всяка справка. Как да Ви запишем?
export-hidden = Режимът за поверителност е включен: вътрешната справка не се показва. g p го изключва.
export-written = записано: { $file } · y копира пътя, o отваря файла
export-printing = Страниците се подреждат  { $gauge }  Esc спира
nothing-written = Нищо не е записано.
export-find = намери:
export-not-in-text = В този текст няма: { $input }.
export-first-client = Това е първият клиент.
export-last-client = Това е последният клиент.
export-leak-hits = проверка за изтичане: { $n ->
        [one] { $n } поверително сведение
       *[other] { $n } поверителни сведения
    } · Tab следващо · l отваря записа
export-leak-fields = Не е изнесено: в екземпляра за клиента { $n ->
        [one] би попаднало { $n } поверително сведение
       *[other] биха попаднали { $n } поверителни сведения
    } ({ $fields }). Променете текста, който клиентът вижда.
