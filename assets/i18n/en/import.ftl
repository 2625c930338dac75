### Tables of figures from other programs

title-figures = figures of { $file }
import-line = line { $line }: { $why }
import-in-field = { $field }: { $why }
import-not-a-month = month { $input } is not a month
import-not-a-number = { $input } is not a number
import-no-client = no client is named
import-other-client = { $input } is another client
import-twice = the same client, month and currency stand in line { $first } already
import-cells = { $n } { $n ->
        [one] cell
       *[other] cells
    } where the heading has { $width }
import-unclosed-quote = a quotation mark opens here and nothing closes it; { $n ->
        [one] { $n } line behind it was not read
       *[other] { $n } lines behind it were not read
    }
import-figures-differ = { $client } { $month } { $cur } is already in the book with other figures: { $fields }
import-closed-changed-one = A closed month is changed, and so is its report: { $first }.
import-closed-changed = { $n ->
        [one] { $n } closed month is changed, and so are their reports: { $first } to { $last }.
       *[other] { $n } closed months are changed, and so are their reports: { $first } to { $last }.
    }
import-closed-ask-one = { $first } is closed. Reopen it? The report for { $first } will change.
import-closed-ask = { $n ->
        [one] { $n } closed month
       *[other] { $n } closed months
    } from { $first } to { $last } would be reopened, and their reports would change. Reopen them?
import-no-sheets = This file has no sheets, so there is no sheet { $input }.
import-fields = What is in the column “{ $heading }”?
import-heading = Column “{ $heading }” ({ $samples }): { $field }. Enter picks a field
import-column-left-out = left out
import-closed-incomplete = { $n ->
        [one] { $n } row is closed with an unknown income or cost; its month counts as incomplete.
       *[other] { $n } rows are closed with an unknown income or cost; their months count as incomplete.
    }
import-no-heading = No row is a heading of monthly figures. Missing: { $missing }.
import-two-columns = Two columns hold { $name }; one is { $heading }.
import-no-such-field = { $heading } is mapped to { $input }, which is no field. Fields: { $allowed }.
import-map-broken = The mapping cannot be read: { $why }
import-decimal-ask = { $field }: { $input } reads in two ways. Which is the decimal mark?
import-decimals-differ = { $field }: some cells have a decimal comma and some a decimal point. Which is the decimal mark?
import-zero-ask = { $n ->
        [one] { $n } cell is 0. Zero or unknown?
       *[other] { $n } cells are 0. Zero or unknown?
    }
import-encoding-ask = The encoding cannot be told: windows-1251 reads { $cyrillic }, GB18030 reads { $chinese }.
import-sheet-ask = Several sheets can be read: { $list }. Which one?
import-no-such-sheet = There is no sheet { $input }. Sheets: { $list }.
import-not-in-encoding = This is no text in { $encoding }.
import-no-spreadsheet = This is no spreadsheet that can be read.
import-spreadsheet-large = This spreadsheet is too large to be read: more than 10 million cells, or more than 256 MB unpacked.
import-line-long = Line { $line } is longer than 1 MB; this is no table.
import-empty = There is nothing in this file.
import-no-rows = { $file } has a heading and no figures.
import-totals = { $n ->
        [one] { $n } row of totals left out.
       *[other] { $n } rows of totals left out.
    }
import-left-out = Columns left out: { $list }.
import-none-saved = No line of { $file } could be saved.
import-strict = { $n ->
        [one] { $n } line is rejected, so nothing is saved.
       *[other] { $n } lines are rejected, so nothing is saved.
    }
import-say-decimal = Say it with --decimal . or --decimal ,
import-say-zero = Say it with --zero keep or --zero unknown.
import-say-encoding = Say it with --encoding.
import-say-sheet = Say it with --sheet.
import-say-map = Name other headings with --map.
import-say-replace = With --replace the figures of the file stand.
import-new-month = { $client } { $cur }: { $first }, a new month
import-new-months = { $client } { $cur }: { $first } to { $last }, { $n ->
        [one] { $n } new month
       *[other] { $n } new months
    }
import-change = { $client } { $month } { $cur }: { $changes }
import-value = { $field } { $before } > { $after }

### The grid of figures

ledger-source-closed = from { $source }, closed
ledger-source-open = from { $source }, open
ledger-unsaved = not saved yet
ledger-no-row = There are no figures of { $month } yet.
ledger-nothing-open = No figures of { $month } are open.
title-month-closed = { $month } closed: { $n ->
        [one] { $n } row
       *[other] { $n } rows
    }
command-close-month = close or reopen the month
hint-close-month = close month
place-ledger = Figures by month

### Import review

import-title = Import  { $file }   take { $take }  rejected { $rejected }   nothing saved
import-title-done = Import  { $file }   saved
import-which-file = Which file?
import-needs-file = Say which file: :import FILE
import-rest-ask = { $n ->
        [one] { $n } line is rejected. Save the rest?
       *[other] { $n } lines are rejected. Save the rest?
    }
import-press-replace = R takes the figures of the file.
import-comma = comma: 1,5 is one and a half
import-point = point: 1.5 is one and a half
import-zero = zero
command-import-file = tables, cards or appointments from a file
hint-import-file = import
command-take-line = take or leave the line
hint-take-line = take, leave
command-replace-figures = the file's figures or the book's
hint-replace-figures = the file's figures

### Tables of records

title-records = records of { $file }
import-what-rows = What is each row of this table?
import-rows-are = Each row: { $entity }. Enter picks something else
import-cell = { $heading }: { $value }
import-cell-alone = { $value }
import-unchanged = { $n ->
        [one] { $n } line says what the book has already.
       *[other] { $n } lines say what the book has already.
    }
import-no-columns = No row is a heading of such a table. Missing: { $missing }.
import-record-twice = the same record stands in line { $first } already
import-unknown-table = The headings do not tell what the rows of this table are.
import-say-kind-and-map = Say it with --as, and name other headings with --map.
import-kind-ask = The rows may be any of these: { $list }.
import-say-kind = Say it with --as.
import-record-new = new { $entity }: { $name }
import-record-changed = { $entity } { $name }: { $changes }
export-which-table = Say which records with --as: { $list }.
export-table-internal = A table holds internal facts. For a client export a brief, cards or a calendar.
