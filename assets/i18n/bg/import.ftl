### Таблици с показатели от други програми

title-figures = показатели: { $file }
import-line = ред { $line }: { $why }
import-in-field = { $field }: { $why }
import-not-a-month = { $input } не е месец
import-not-a-number = { $input } не е число
import-no-client = не е посочен клиент
import-other-client = { $input }: това е друг клиент
import-twice = същият клиент, месец и валута вече са на ред { $first }
import-cells = клетки: { $n }, а в заглавния ред са { $width }
import-unclosed-quote = тук се отваря кавичка, която никъде не се затваря; { $n ->
        [one] { $n } ред след нея не е прочетен
       *[other] { $n } реда след нея не са прочетени
    }
import-figures-differ = { $client } { $month } { $cur }: в книгата вече има други показатели: { $fields }
import-closed-changed-one = Променен е приключен месец, променя се и отчетът за него: { $first }.
import-closed-changed = { $n ->
        [one] Променен е { $n } приключен месец, променят се и отчетите: { $first } – { $last }.
       *[other] Променени са { $n } приключени месеца, променят се и отчетите за тях: { $first } – { $last }.
    }
import-closed-ask-one = { $first } е приключен. Да се отвори ли отново? Отчетът за месеца ще се промени.
import-closed-ask = Ще се отворят отново { $n ->
        [one] { $n } приключен месец
       *[other] { $n } приключени месеца
    } от { $first } до { $last } и отчетите за тях ще се променят. Да се отворят ли?
import-no-sheets = Този файл няма листове, затова няма и лист { $input }.
import-fields = Какво има в колоната „{ $heading }“?
import-heading = Колона „{ $heading }“ ({ $samples }): { $field }. Enter: избор на поле
import-column-left-out = пропусната
import-closed-incomplete = { $n ->
        [one] { $n } ред е приключен с неизвестен приход или разход: месецът се брои за непълен.
       *[other] { $n } реда са приключени с неизвестен приход или разход: месеците се броят за непълни.
    }
import-no-heading = Няма заглавен ред на месечни показатели. Липсва: { $missing }.
import-two-columns = Полето { $name } е в две колони; едната е { $heading }.
import-no-such-field = На колоната { $heading } е зададено { $input }, а такова поле няма. Полета: { $allowed }.
import-map-broken = Съответствието на колоните не може да се прочете: { $why }
import-decimal-ask = { $field }: { $input } се чете по два начина. Кой знак отделя дробната част?
import-decimals-differ = { $field }: в някои клетки дробната част е след запетая, в други след точка. Кой знак е верният?
import-zero-ask = { $n ->
        [one] { $n } клетка е 0. Нула или неизвестно?
       *[other] { $n } клетки са 0. Нула или неизвестно?
    }
import-encoding-ask = Кодирането не може да се определи: с windows-1251 се чете { $cyrillic }, с GB18030 { $chinese }.
import-sheet-ask = Подхождат няколко листа: { $list }. Кой от тях?
import-no-such-sheet = Няма лист { $input }. Листове: { $list }.
import-not-in-encoding = Това не е текст с кодиране { $encoding }.
import-no-spreadsheet = Това не е таблица, която може да се прочете.
import-spreadsheet-large = Тази таблица е твърде голяма: над 10 млн. клетки или над 256 MB разопакована.
import-line-long = Ред { $line } е по-дълъг от 1 MB; това не е таблица.
import-empty = Файлът е празен.
import-no-rows = { $file }: има заглавен ред, но няма показатели.
import-totals = { $n ->
        [one] Пропуснат е { $n } ред с общи суми.
       *[other] Пропуснати са { $n } реда с общи суми.
    }
import-left-out = Пропуснати колони: { $list }.
import-none-saved = { $file }: нито един ред не можа да се запази.
import-strict = { $n ->
        [one] { $n } ред е отхвърлен, затова нищо не е запазено.
       *[other] { $n } реда са отхвърлени, затова нищо не е запазено.
    }
import-say-decimal = Посочете го: --decimal . или --decimal ,
import-say-zero = Посочете: --zero keep (нула) или --zero unknown (неизвестно).
import-say-encoding = Посочете го с --encoding.
import-say-sheet = Посочете го с --sheet.
import-say-map = Други заглавия се задават с --map.
import-say-replace = С --replace важат показателите от файла.
import-new-month = { $client } { $cur }: { $first }, нов месец
import-new-months = { $client } { $cur }: { $first } – { $last }, { $n ->
        [one] { $n } нов месец
       *[other] { $n } нови месеца
    }
import-change = { $client } { $month } { $cur }: { $changes }
import-value = { $field } { $before } > { $after }

### Таблица с показатели

ledger-source-closed = от { $source }, приключен
ledger-source-open = от { $source }, отворен
ledger-unsaved = още не е запазено
ledger-no-row = { $month }: още няма показатели.
ledger-nothing-open = { $month }: няма неприключени показатели.
title-month-closed = { $month }, месецът е приключен: { $n ->
        [one] { $n } ред
       *[other] { $n } реда
    }
command-close-month = приключи или отвори отново месеца
hint-close-month = приключи месеца
place-ledger = Показатели по месеци

### Import review

import-title = Внасяне  { $file }   приемат се { $take }  отхвърлени { $rejected }   нищо не е записано
import-title-done = Внасяне  { $file }   записано
import-which-file = Кой файл?
import-needs-file = Посочете файл: :import ФАЙЛ
import-rest-ask = { $n ->
        [one] { $n } ред е отхвърлен. Да се запази ли останалото?
       *[other] { $n } реда са отхвърлени. Да се запази ли останалото?
    }
import-press-replace = R: вземи показателите от файла.
import-comma = запетая: 1,5 е едно и половина
import-point = точка: 1.5 е едно и половина
import-zero = нула
command-import-file = таблица, визитки или срещи от файл
hint-import-file = внасяне
command-take-line = вземане или оставяне на реда
hint-take-line = вземи, остави
command-replace-figures = показателите от файла или от книгата
hint-replace-figures = показатели от файла

### Tables of records

title-records = записи от { $file }
import-what-rows = Какво има в редовете на таблицата?
import-rows-are = Във всеки ред: { $entity }. Enter: избор на друго
import-cell = { $heading }: { $value }
import-cell-alone = { $value }
import-unchanged = { $n ->
        [one] { $n } ред повтаря вече записаното в книгата.
       *[other] { $n } реда повтарят вече записаното в книгата.
    }
import-no-columns = Никой ред не прилича на заглавие на такава таблица. Липсва: { $missing }.
import-record-twice = същият запис вече стои на ред { $first }
import-unknown-table = От заглавията не личи какво съдържат редовете на тази таблица.
import-say-kind-and-map = Посочете го с --as, а други заглавия задайте с --map.
import-kind-ask = Редовете може да са: { $list }.
import-say-kind = Посочете го с --as.
import-record-new = нов запис, { $entity }: { $name }
import-record-changed = { $entity } { $name }: { $changes }
export-which-table = Посочете с --as кои записи: { $list }.
export-table-internal = Таблицата съдържа вътрешни сведения. За клиента изнесете справка, визитки или календар.
