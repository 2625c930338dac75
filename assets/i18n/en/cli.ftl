# What the command line alone says.

cli-nothing-saved = Nothing was saved.
cli-see-help = See attache help.
cli-see-list = The list command of each noun shows what there is.
cli-restore-copy = Nothing was changed. Put a copy of the book in its place.
cli-name-the-book = Nothing was changed. Name the book with --book.
cli-give-passphrase = Give the right passphrase with --passphrase-file or --passphrase-fd.
cli-no-data-directory = There is no data directory here. Say where the book is with --book.
cli-passphrase = Passphrase:
cli-new-passphrase = New passphrase:
cli-repeat-passphrase = Once more:
cli-encrypt-with-what = There is no terminal to type a passphrase at. Give it with --passphrase-file or --passphrase-fd.
cli-saved = saved: { $what }
cli-none = nothing
cli-no-held-visit = No visit has been held there yet. Give a day with --since.
cli-demo-rest = attache demo on a terminal opens all of it; attache demo --into FILE keeps it as a book.
cli-clients-handle = handle
cli-clients-name = name
cli-clients-category = category
cli-clients-tier = tier
cli-clients-stage = stage
cli-clients-status = status
cli-clients-last = last contact
cli-clients-overdue = overdue
cli-clients-map = map
cli-clients-mood = satisf.
cli-clients-ltv = LTV
cli-department-operations = operations
cli-department-products = products
cli-department-service = service
cli-department-branch = branch
cli-department-head-office = head office
cli-department-legal = legal
cli-department-risk = risk
cli-department-it = IT
cli-today-counts = { $visits ->
    [one] { $visits } visit
   *[other] { $visits } visits
    }   late: we { $we }, they { $they }
cli-today-write-up = To write up
cli-today-promises = Promises
cli-today-overdue = Overdue
cli-today-signals = Signals
cli-today-problems = Problems
cli-today-occasions = Occasions
cli-today-follow-up = Follow-up
cli-terminal-failed = The terminal failed: { $why }
cli-start-how = Start one: (e) empty, (d) the demo to look around in, (i) from a file; anything else stops.
cli-start-file = Which file?
cli-minutes = { $n } min
cli-page-kept = What you wrote is kept in the book as a draft; the same command with --edit opens it again.
cli-page-in-file = What you wrote is in { $file }.
cli-page-offered = What was written on { $time } and not saved is in the editor again; leave nothing in it to throw it away.
cli-log-needs-page = What was it about, and what came of it? Give the page with --file PAGE.toml, or write it with --edit.
cli-import-new = new
cli-import-changed = changed
cli-import-conflicts = conflicts
cli-nothing-saved-field = Nothing was saved; look at { $field }.
cli-merge-take = Choose with --take FIELD=a or FIELD=b: { $fields }.
cli-merge-take-figures = Choose with --take { $fields }=sum, =a or =b; --take ledger=sum does it for all months.
cli-level = satisfaction { $level }
