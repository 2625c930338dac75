# The brief on the screen, the export box, files that go out.
export-title = Export: { $client }
export-format = format
export-file = file
export-sections = sections
export-personal = with personal data
export-lines = { $from } to { $to } of { $of }
export-name = Your name stands on every brief. What is it?
export-hidden = Privacy mode is on: an internal brief is not shown. g p ends it.
export-written = written: { $file } · y copies the path, o opens the file
export-printing = The pages are laid out  { $gauge }  Esc stops
nothing-written = Nothing was written.
export-find = find:
export-not-in-text = { $input } does not stand in this text.
export-first-client = This is the first client.
export-last-client = This is the last client.
export-leak-hits = leak scan: { $n ->
        [one] { $n } private item
       *[other] { $n } private items
    } · Tab next · l opens the record
export-leak-fields = Not exported: { $n ->
        [one] { $n } private item
       *[other] { $n } private items
    } would be in the client copy ({ $fields }). Change the shared text.
