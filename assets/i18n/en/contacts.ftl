### Cards and calendars of other programs, in and out

import-no-text = Line { $line } is no text; this is another kind of file.
import-not-utf8 = Line { $line } is not UTF-8. Say the encoding: --encoding windows-1251 or --encoding gb18030.
intake-empty = There is nothing in { $file } that could be taken.
title-import = import of { $file }
line-too-long = line { $line } is too long
card-not-closed = the card begins here and nothing ends it
card-no-property = line { $line } is no line of a card
card-dropped = { $n ->
        [one] { $n } picture or key left out.
       *[other] { $n } pictures or keys left out.
    }
card-unplaced = { $organisation } is no client of this book; { $name } stands without a place
card-same-ask = Line { $line }: { $name }. Is this { $whom } of the book? (y/N)
card-year-ask = Line { $line }: { $name }. Is { $year } really the year of birth? (y/N)
export-client-which = Say whose people with --client: a copy is made for one client.
export-folder-ask = { $n ->
        [one] { $n } file in { $file } is another one.
       *[other] { $n } files in { $file } are others.
    } Replace? (y/N)
export-folder-written = Written to { $file }: { $n ->
        [one] { $n } file.
       *[other] { $n } files.
    }

calendar-no-client = no client is named in { $summary }; say whose it is with --client
calendar-no-start = it has no day on which it begins
calendar-no-uid = it has no UID
calendar-no-rule = the rule { $rule } gives no days
calendar-not-closed = the record begins here and nothing ends it
calendar-unknown-zone = the time zone { $zone } is not known; the book's own is taken
calendar-unknown-guest = { $name } is invited and not in this book
calendar-left-out = { $n ->
        [one] { $n } journal, busy time or alarm left out.
       *[other] { $n } journals, busy times or alarms left out.
    }
calendar-cancelled = cancelled in the calendar
calendar-busy = Busy
calendar-birthday = { $name }: birthday

sync-no-folders = No folders are named for this. { $file } may hold [sync] with contacts = "DIR" and calendar = "DIR".
sync-done = { $added } added, { $changed } changed in the book; { $written ->
        [one] { $written } file written.
       *[other] { $written } files written.
    }
sync-would = { $added } would be added, { $changed } changed in the book; { $written ->
        [one] { $written } file written.
       *[other] { $written } files written.
    } Nothing was saved.
sync-file = { $file }: { $why }
sync-skipped = { $file } is no text in UTF-8 or too large; it is left alone.
sync-without-client = { $n ->
        [one] { $n } record of the calendar names no client and stays there alone.
       *[other] { $n } records of the calendar name no client and stay there alone.
    }
title-sync = contacts and calendar brought into step

import-brings-new = { $entity }: { $name } (new) { $beside }
import-brings-change = { $entity }: { $name }, changed: { $beside }
import-to-decide = { $n ->
        [one] { $n } question is open: answer it with y or n.
       *[other] { $n } questions are open: answer them with y or n.
    }

merge-which = Who goes into { $name }?
merge-none-chosen = Nobody is chosen yet: Enter chooses.
merge-title = { $gone } goes into { $keep }
merge-moves = From { $gone } to { $keep } go: { $list }.
merge-moves-nothing = { $gone } has nothing that goes to { $keep }.
merge-as = as with { $name }
merge-sum = the sum of both
merge-ask = { $gone } goes into { $keep }, with { $n ->
        [0] nothing else
        [one] { $n } record
       *[other] { $n } records
    }. Merge?
