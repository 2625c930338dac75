### Карточки и календари других программ, туда и обратно

import-no-text = Строка { $line } — не текст: это файл другого рода.
import-not-utf8 = Строка { $line } не в UTF-8. Назовите кодировку: --encoding windows-1251 или --encoding gb18030.
intake-empty = В { $file } нет ничего, что можно принять.
title-import = импорт { $file }
line-too-long = строка { $line } слишком длинная
card-not-closed = карточка начинается здесь и нигде не кончается
card-no-property = строка { $line } — не строка карточки
card-dropped = { $n ->
        [one] Пропущено: { $n } изображение или ключ.
        [few] Пропущено: { $n } изображения или ключа.
       *[other] Пропущено: { $n } изображений или ключей.
    }
card-unplaced = { $organisation } — не клиент этой книги; { $name } остаётся без места
card-same-ask = Строка { $line }: { $name }. Это { $whom } из книги? (y/N)
card-year-ask = Строка { $line }: { $name }. Год рождения действительно { $year }? (y/N)
export-client-which = Укажите клиента: --client. Экземпляр делается для одного клиента.
export-folder-ask = { $n ->
        [one] В { $file } { $n } файл с другим содержанием.
        [few] В { $file } { $n } файла с другим содержанием.
       *[other] В { $file } { $n } файлов с другим содержанием.
    } Заменить? (y/N)
export-folder-written = Записано в { $file }: { $n ->
        [one] { $n } файл.
        [few] { $n } файла.
       *[other] { $n } файлов.
    }

calendar-no-client = в «{ $summary }» не назван клиент; укажите его: --client
calendar-no-start = не сказано, когда это начинается
calendar-no-uid = нет UID
calendar-no-rule = правило { $rule } не даёт дней
calendar-not-closed = запись начинается здесь и нигде не кончается
calendar-unknown-zone = часовой пояс { $zone } неизвестен; взят пояс книги
calendar-unknown-guest = { $name } в числе приглашённых, но в книге такого человека нет
calendar-left-out = { $n ->
        [one] Пропущено: { $n } журнал, занятое время или напоминание.
        [few] Пропущено: { $n } журнала, отрезка занятого времени или напоминания.
       *[other] Пропущено: { $n } журналов, отрезков занятого времени или напоминаний.
    }
calendar-cancelled = отменено в календаре
calendar-busy = Занято
calendar-birthday = { $name }: день рождения

sync-no-folders = Папки для этого не названы. В { $file } может стоять [sync] с contacts = "ПАПКА" и calendar = "ПАПКА".
sync-done = В книге добавлено { $added }, изменено { $changed }; { $written ->
        [one] записан { $written } файл.
        [few] записано { $written } файла.
       *[other] записано { $written } файлов.
    }
sync-would = В книге добавится { $added }, изменится { $changed }; { $written ->
        [one] запишется { $written } файл.
        [few] запишутся { $written } файла.
       *[other] запишется { $written } файлов.
    } Ничего не сохранено.
sync-file = { $file }: { $why }
sync-skipped = { $file } — не текст в UTF-8 или слишком велик; файл не тронут.
sync-without-client = { $n ->
        [one] В { $n } записи календаря клиент не назван; она остаётся только там.
        [few] В { $n } записях календаря клиент не назван; они остаются только там.
       *[other] В { $n } записях календаря клиент не назван; они остаются только там.
    }
title-sync = согласованы контакты и календарь

import-brings-new = { $entity }: { $name } (новая запись) { $beside }
import-brings-change = { $entity }: { $name }, меняется: { $beside }
import-to-decide = { $n ->
        [one] Остался { $n } вопрос: ответьте y или n.
        [few] Осталось { $n } вопроса: ответьте y или n.
       *[many] Осталось { $n } вопросов: ответьте y или n.
    }

merge-which = Кто входит в запись «{ $name }»?
merge-none-chosen = Пока никто не выбран: Enter выбирает.
merge-title = { $gone } входит в { $keep }
merge-moves = Из записи «{ $gone }» в «{ $keep }» переходят: { $list }.
merge-moves-nothing = Из записи «{ $gone }» в «{ $keep }» ничего не переходит.
merge-as = как у записи «{ $name }»
merge-sum = сумма обоих
merge-ask = { $gone } входит в { $keep }, переходит { $n ->
        [0] только она сама
        [one] { $n } запись
        [few] { $n } записи
       *[many] { $n } записей
    }. Объединить?
