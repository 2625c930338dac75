### Таблицы показателей из других программ

title-figures = показатели: { $file }
import-line = строка { $line }: { $why }
import-in-field = { $field }: { $why }
import-not-a-month = { $input } не месяц
import-not-a-number = { $input } не число
import-no-client = клиент не назван
import-other-client = { $input }: это другой клиент
import-twice = тот же клиент, месяц и валюта уже есть в строке { $first }
import-cells = ячеек { $n }, а в заголовке { $width }
import-unclosed-quote = здесь открыта кавычка, которая нигде не закрыта; { $n ->
        [one] { $n } строка за ней не прочитана
        [few] { $n } строки за ней не прочитаны
       *[many] { $n } строк за ней не прочитано
    }
import-figures-differ = { $client } { $month } { $cur }: в книге уже есть другие показатели: { $fields }
import-closed-changed-one = Изменён закрытый месяц, изменится и его отчёт: { $first }.
import-closed-changed = { $n ->
        [one] Изменён { $n } закрытый месяц, изменятся и отчёты: { $first } – { $last }.
        [few] Изменены { $n } закрытых месяца, изменятся и их отчёты: { $first } – { $last }.
       *[many] Изменено { $n } закрытых месяцев, изменятся и их отчёты: { $first } – { $last }.
    }
import-closed-ask-one = { $first }: месяц закрыт. Открыть его снова? Отчёт за этот месяц изменится.
import-closed-ask = Будут снова открыты { $n ->
        [one] { $n } закрытый месяц
        [few] { $n } закрытых месяца
       *[many] { $n } закрытых месяцев
    } с { $first } по { $last }, и отчёты за них изменятся. Открыть?
import-no-sheets = В этом файле нет листов, поэтому нет и листа { $input }.
import-fields = Что стоит в столбце «{ $heading }»?
import-heading = Столбец «{ $heading }» ({ $samples }): { $field }. Enter: выбрать поле
import-column-left-out = пропущен
import-closed-incomplete = { $n ->
        [one] { $n } строка закрыта с неизвестным доходом или затратами: её месяц считается неполным.
        [few] { $n } строки закрыты с неизвестным доходом или затратами: их месяцы считаются неполными.
       *[many] { $n } строк закрыто с неизвестным доходом или затратами: их месяцы считаются неполными.
    }
import-no-heading = Ни одна строка не похожа на заголовок месячных показателей. Не хватает: { $missing }.
import-two-columns = Поле { $name } есть в двух столбцах; один из них { $heading }.
import-no-such-field = Столбцу { $heading } назначено { $input }, а такого поля нет. Поля: { $allowed }.
import-map-broken = Не удалось прочитать соответствие столбцов: { $why }
import-decimal-ask = { $field }: { $input } читается двояко. Какой знак отделяет дробную часть?
import-decimals-differ = { $field }: в одних ячейках дробная часть отделена запятой, в других точкой. Какой знак верный?
import-zero-ask = { $n ->
        [one] { $n } ячейка равна 0. Ноль или неизвестно?
        [few] { $n } ячейки равны 0. Ноль или неизвестно?
       *[many] { $n } ячеек равны 0. Ноль или неизвестно?
    }
import-encoding-ask = Кодировку не определить: в windows-1251 читается { $cyrillic }, в GB18030 { $chinese }.
import-sheet-ask = Подходят несколько листов: { $list }. Какой из них?
import-no-such-sheet = Нет листа { $input }. Листы: { $list }.
import-not-in-encoding = Это не текст в кодировке { $encoding }.
import-no-spreadsheet = Это не таблица, которую можно прочитать.
import-spreadsheet-large = Эта таблица слишком велика: больше 10 млн ячеек или больше 256 МБ в распакованном виде.
import-line-long = Строка { $line } длиннее 1 МБ; это не таблица.
import-empty = Файл пуст.
import-no-rows = { $file }: есть заголовок, но нет показателей.
import-totals = { $n ->
        [one] Пропущена { $n } итоговая строка.
        [few] Пропущены { $n } итоговые строки.
       *[many] Пропущено { $n } итоговых строк.
    }
import-left-out = Столбцы пропущены: { $list }.
import-none-saved = { $file }: ни одной строки сохранить не удалось.
import-strict = { $n ->
        [one] Отклонена { $n } строка, поэтому ничего не сохранено.
        [few] Отклонены { $n } строки, поэтому ничего не сохранено.
       *[many] Отклонено { $n } строк, поэтому ничего не сохранено.
    }
import-say-decimal = Укажите его: --decimal . или --decimal ,
import-say-zero = Укажите: --zero keep (ноль) или --zero unknown (неизвестно).
import-say-encoding = Укажите её ключом --encoding.
import-say-sheet = Укажите его ключом --sheet.
import-say-map = Другие заголовки назначают ключом --map.
import-say-replace = С ключом --replace верны показатели файла.
import-new-month = { $client } { $cur }: { $first }, новый месяц
import-new-months = { $client } { $cur }: { $first } – { $last }, { $n ->
        [one] { $n } новый месяц
        [few] { $n } новых месяца
       *[many] { $n } новых месяцев
    }
import-change = { $client } { $month } { $cur }: { $changes }
import-value = { $field } { $before } > { $after }

### Таблица показателей

ledger-source-closed = из { $source }, закрыт
ledger-source-open = из { $source }, открыт
ledger-unsaved = ещё не сохранено
ledger-no-row = { $month }: показателей ещё нет.
ledger-nothing-open = { $month }: открытых показателей нет.
title-month-closed = { $month }, месяц закрыт: { $n ->
        [one] { $n } строка
        [few] { $n } строки
       *[many] { $n } строк
    }
command-close-month = закрыть или вновь открыть месяц
hint-close-month = закрыть месяц
place-ledger = Показатели по месяцам

### Import review

import-title = Импорт  { $file }   принять { $take }  отклонено { $rejected }   ничего не сохранено
import-title-done = Импорт  { $file }   сохранено
import-which-file = Какой файл?
import-needs-file = Укажите файл: :import ФАЙЛ
import-rest-ask = { $n ->
        [one] Отклонена { $n } строка. Сохранить остальное?
        [few] Отклонены { $n } строки. Сохранить остальное?
       *[many] Отклонено { $n } строк. Сохранить остальное?
    }
import-press-replace = R: взять показатели файла.
import-comma = запятая: 1,5 это полтора
import-point = точка: 1.5 это полтора
import-zero = ноль
command-import-file = таблица, карточки или встречи из файла
hint-import-file = импорт
command-take-line = взять или оставить строку
hint-take-line = взять, оставить
command-replace-figures = показатели файла или книги
hint-replace-figures = показатели файла

### Tables of records

title-records = записи из { $file }
import-what-rows = Что записано в строках таблицы?
import-rows-are = В каждой строке: { $entity }. Enter: выбрать другое
import-cell = { $heading }: { $value }
import-cell-alone = { $value }
import-unchanged = { $n ->
        [one] { $n } строка повторяет то, что уже есть в книге.
        [few] { $n } строки повторяют то, что уже есть в книге.
       *[many] { $n } строк повторяют то, что уже есть в книге.
    }
import-no-columns = Ни одна строка не похожа на заголовок такой таблицы. Не хватает: { $missing }.
import-record-twice = та же запись уже есть в строке { $first }
import-unknown-table = По заголовкам не понять, что записано в строках этой таблицы.
import-say-kind-and-map = Укажите это через --as, а другие заголовки назовите через --map.
import-kind-ask = В строках может быть записано: { $list }.
import-say-kind = Укажите это через --as.
import-record-new = новая запись, { $entity }: { $name }
import-record-changed = { $entity } { $name }: { $changes }
export-which-table = Укажите через --as, какие записи нужны: { $list }.
export-table-internal = В таблице есть внутренние сведения. Для клиента выгрузите справку, карточки или календарь.
