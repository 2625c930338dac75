### Визитки и календари на други програми, навън и навътре

import-no-text = Ред { $line } не е текст: файлът е от друг вид.
import-not-utf8 = Ред { $line } не е в UTF-8. Посочете кодировката: --encoding windows-1251 или --encoding gb18030.
intake-empty = В { $file } няма нищо за приемане.
title-import = внасяне на { $file }
line-too-long = ред { $line } е твърде дълъг
card-not-closed = визитката започва тук и никъде не свършва
card-no-property = ред { $line } не е ред от визитка
card-dropped = { $n ->
        [one] Пропуснато: { $n } изображение или ключ.
       *[other] Пропуснати: { $n } изображения или ключа.
    }
card-unplaced = { $organisation } не е клиент в тази книга; { $name } остава без място
card-same-ask = Ред { $line }: { $name }. Това { $whom } от книгата ли е? (y/N)
card-year-ask = Ред { $line }: { $name }. Наистина ли годината на раждане е { $year }? (y/N)
export-client-which = Посочете клиента с --client: екземплярът се прави за един клиент.
export-folder-ask = { $n ->
        [one] { $n } файл в { $file } е друг.
       *[other] { $n } файла в { $file } са други.
    } Да се заменят ли? (y/N)
export-folder-written = Записано в { $file }: { $n ->
        [one] { $n } файл.
       *[other] { $n } файла.
    }

calendar-no-client = в „{ $summary }“ не е посочен клиент; посочете го с --client
calendar-no-start = не е казано кога започва
calendar-no-uid = няма UID
calendar-no-rule = правилото { $rule } не дава дни
calendar-not-closed = записът започва тук и никъде не свършва
calendar-unknown-zone = часовата зона { $zone } не е известна; взета е зоната на книгата
calendar-unknown-guest = { $name } е сред поканените, но не е в тази книга
calendar-left-out = { $n ->
        [one] Пропуснато: { $n } дневник, заето време или напомняне.
       *[other] Пропуснати: { $n } дневника, заети времена или напомняния.
    }
calendar-cancelled = отменено в календара
calendar-busy = Заето
calendar-birthday = { $name }: рожден ден

sync-no-folders = За това не са посочени папки. В { $file } може да стои [sync] с contacts = "ПАПКА" и calendar = "ПАПКА".
sync-done = В книгата: добавени { $added }, променени { $changed }; { $written ->
        [one] записан е { $written } файл.
       *[other] записани са { $written } файла.
    }
sync-would = В книгата: ще се добавят { $added }, ще се променят { $changed }; { $written ->
        [one] ще се запише { $written } файл.
       *[other] ще се запишат { $written } файла.
    } Нищо не е запазено.
sync-file = { $file }: { $why }
sync-skipped = { $file } не е текст в UTF-8 или е твърде голям; не е пипан.
sync-without-client = { $n ->
        [one] { $n } запис в календара не посочва клиент и остава само там.
       *[other] { $n } записа в календара не посочват клиент и остават само там.
    }
title-sync = контактите и календарът са съгласувани

import-brings-new = { $entity }: { $name } (нов запис) { $beside }
import-brings-change = { $entity }: { $name }, променя се: { $beside }
import-to-decide = { $n ->
        [one] Остава { $n } въпрос: отговорете с y или n.
       *[other] Остават { $n } въпроса: отговорете с y или n.
    }

merge-which = Кой влиза в записа „{ $name }“?
merge-none-chosen = Още никой не е избран: Enter избира.
merge-title = { $gone } влиза в { $keep }
merge-moves = От „{ $gone }“ към „{ $keep }“ преминават: { $list }.
merge-moves-nothing = От „{ $gone }“ към „{ $keep }“ не преминава нищо.
merge-as = както при „{ $name }“
merge-sum = сборът на двете
merge-ask = { $gone } влиза в { $keep }, преминават { $n ->
        [0] никакви други записи
        [one] { $n } запис
       *[other] { $n } записа
    }. Сливане?
