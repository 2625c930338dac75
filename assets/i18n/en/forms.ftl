### Forms, settings, the person's card, the catalogue.

## Forms

form-title = { $entity }: { $name }
form-title-new = { $entity }: new
form-more = { $n ->
    [one] { $n } more field
   *[other] { $n } more fields
    }
form-less = fewer fields
form-shared = { $mark } may stand in a copy for the client
form-required = to be filled in
form-by-itself = set when saved
form-another = Enter adds one
form-reason = reason of the change

## Parts of fields

field-person-value = number or address
field-person-label = what kind
field-settings-label = name

## Settings: groups

entity-settings = Settings
settings-group-me = Me
settings-group-bank = Bank
settings-group-time = Time
settings-group-money = Money
settings-group-vip = VIP test
settings-group-pyramid = Pyramid
settings-group-cadence = Cadence
settings-group-ageing = Ageing
settings-group-scores = Scores
settings-group-service = Service budget
settings-group-export = Export
settings-group-security = Security
settings-group-display = Display
settings-group-keys = Keys

## Settings: what each one does

settings-help-manager_name = Printed on briefs; needed before the first export.
settings-help-manager_title = Printed on briefs under your name.
settings-help-manager_phone = The number a client finds on the client copy.
settings-help-manager_email = The address a client finds on the client copy.
settings-help-ui_language = Language of all screens; changes at once.
settings-help-name_display = In which order the parts of a name are shown.
settings-help-bank_name = Full name of the bank, on briefs.
settings-help-bank_short = Short name of the bank, in narrow places.
settings-help-departments = Departments to which promises and problems are passed, in your own words.
settings-help-zone = Today begins and visits stand in this zone.
settings-help-week_start = First day of the week in Visits.
settings-help-work_days = Days on which due dates may fall.
settings-help-holidays = Due dates move past these days.
settings-help-evening_hour = After this hour Today also shows tomorrow.
settings-help-occasion_lead_days = How many days before an occasion Today reminds of it.
settings-help-reporting_currency = Sums are shown in it; stored money is never rewritten.
settings-help-cost_includes_service = Yes: spending on extras is not subtracted again in LTV.
settings-help-vip_k = How many of the five criteria make a VIP client.
settings-help-vip_volume_rule = Whether all known volumes must pass, or any one.
settings-help-vip_sales_year = The client's sales a year must be above this.
settings-help-vip_turnover_month = Monthly turnover through us must be above this.
settings-help-vip_export_year = The client's export a year must be above this.
settings-help-vip_balance_month = Average daily balance of a month must be above this.
settings-help-vip_min_products = Products in use that pass the first criterion.
settings-help-vip_min_families = Families these products must come from.
settings-help-vip_growth_pct = Growth a year that counts as growth.
settings-help-evidence_max_age_figure = An older figure reads unknown.
settings-help-evidence_max_age_judgement = An older judgement reads unknown.
settings-help-individual_thresholds = Classes of individuals by balance.
settings-help-top_share = Share of clients in the top tier.
settings-help-unstable_cv = Net that varies more than this makes a client working.
settings-help-min_months_stability = Fewer known months say nothing of stability.
settings-help-cadence_days = Longest time between contacts, by tier.
settings-help-visit_days = Longest time between meetings in person, by tier.
settings-help-followup_work_days = Working days in which a contact is answered.
settings-help-slow_stage_days = Longer at one stage is called slow.
settings-help-adaptation_days = How long a new client is in adaptation.
settings-help-fact_half_life_days = In so many days a fact of the map loses half its weight.
settings-help-satisfaction_half_life_days = In so many days an answer loses half its weight.
settings-help-satisfaction_window_days = Older answers do not count.
settings-help-level_weights = How much a person's interest weighs in an offer, by level.
settings-help-service_rates = Per mille of the client's yearly net for extras, by tier.
settings-help-brief_language = Language of briefs unless another is chosen.
settings-help-leak_min_chars = Private texts from this length on are looked for in a client copy.
settings-help-pdf_font_paths = Font files for signs that the fonts of the PDF lack, such as Chinese; one on a line.
settings-help-lock_minutes = Quiet minutes after which the screen locks; 0 is never.
settings-help-privacy_on_start = Begin with confidential and personal fields blanked.
settings-help-ascii_marks = Plain signs instead of line drawing, for fonts that draw it wide.
settings-help-saved_filters = Filters of the Clients screen that have a name.
settings-help-key_layout = What letter keys mean while a Cyrillic layout is on.

## The card, the people of a client, the catalogue

settings-default = default: { $value }
settings-default-back = default: { $value }. Delete puts it back.
settings-files = This machine's keys.toml and theme.toml are in { $folder }
card-places = Where they are
card-no-place = no place at any client
card-since = since { $from }
card-meetings = Meetings
card-last = last
card-next = next
card-none-planned = nothing is planned
card-contacts = How to reach them
card-wants = What they want
card-personal = Personal
card-notes = Notes
people-here = Here now
people-left = Left
people-whom = Who: a name from the book, or a new one
catalogue-products = Products
catalogue-answers = Standard answers
catalogue-colleagues = Colleagues
catalogue-unplaced = People without a place
catalogue-withdrawn = withdrawn
