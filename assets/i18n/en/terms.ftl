# Words of the trade: records, stored values, field labels, verbs. `.short` is for narrow places, `.mark` for cells of a grid.

## entity

entity-client = Client
entity-person = Person
entity-affiliation = Position
entity-role = Role
entity-stance = Stance
entity-influence = Influence
entity-interest = Interest
entity-need = Need
entity-visit = Visit
entity-commitment = Promise
entity-product = Product
entity-holding = Product in use
    .short = In use
entity-proposal = Offer
entity-proposal_term = Term
entity-term_score = Score of a term
    .short = Score
entity-concession = Concession
entity-ledger_month = Ledger month
    .short = Ledger
entity-service_budget = Service budget
    .short = Budget
entity-service_spend = Service spend
    .short = Spend
entity-satisfaction = Satisfaction
    .short = Satisf.
entity-occasion = Occasion
entity-answer = Standard answer
    .short = Answer
entity-problem = Problem
entity-note = Note
entity-fx_rate = Exchange rate
    .short = Rate
entity-tier_snapshot = Tier at month end
    .short = Tier
entity-client_link = Link between clients
    .short = Link
entity-business_audit = Business audit
    .short = Audit
entity-client_goal = Goal
entity-plan_target = Plan target
    .short = Target
entity-vip_evidence = VIP evidence
    .short = Evidence
entity-internal_brief = Internal brief
    .short = Internal
entity-decision_map = Decision map
    .short = Map

## term

term-vip_test = VIP test
term-ltv = LTV
term-tier = tier
term-adaptation = adaptation
term-balance_of_forces = balance of forces
    .short = balance
term-road = road
term-general_map = general map
    .short = general

## client

client-kind-company = company
client-kind-individual = individual
    .short = indiv.
client-status-prospect = prospect
client-status-active = active
client-status-dormant = dormant
client-status-left = left
client-status-declined = declined
client-status-merged = merged
client-status-archived = archived
client-vip_category-long_standing = long-standing
    .short = long-st.
client-vip_category-retain = retain
client-vip_category-attract = attract
client-segment-bank_related = bank-related
    .short = related
client-segment-large = large
client-segment-medium = medium
client-segment-mass = mass
client-tier-most_valuable = most valuable
    .short = most val.
    .mark = MV
client-tier-strategic = strategic
    .mark = ST
client-tier-working = working
    .mark = WK
client-tier-ballast = ballast
    .mark = BA
client-tier-unknown = unknown
    .mark = ?
client-stage-1 = Assess
client-stage-2 = Plan the meeting situation
    .short = Plan meeting
client-stage-3 = First acquaintance
    .short = First meet
client-stage-4 = Keep contact: needs and map
    .short = Contact
client-stage-5 = Reach top management
    .short = Top managers
client-stage-6 = Discuss all needs, clear the path
    .short = All needs
client-stage-7 = Tie in the services, make the compromise offer
    .short = Services
client-source_channel-direct_referral = client's recommendation
client-source_channel-direct_event = conference or event
client-source_channel-direct_relative = relatives of staff
client-source_channel-direct_success_news = news of the company's success
client-source_channel-direct_personal = personal contact
client-source_channel-direct_association = association
client-source_channel-direct_letter = letter to the company
client-source_channel-indirect_advertising = advertising
client-source_channel-indirect_image = image of the bank
client-source_channel-indirect_internet = internet
client-source_channel-indirect_open_day = open day
client-source_channel-inherited = taken over from a colleague
client-source_channel-other = other
client-language-en = English
client-language-ru = Russian
client-language-bg = Bulgarian
client-language-zh = Chinese
client-language-other = other
client-risk_profile-low = low
client-risk_profile-medium = medium
client-risk_profile-high = high

## vip

vip-criterion-V1 = wide range of products
    .short = range
vip-criterion-V2 = volumes
vip-criterion-V2a = sales in 12 months
    .short = sales
vip-criterion-V2b = turnover a month
    .short = turnover
vip-criterion-V2c = export in 12 months
    .short = export
vip-criterion-V2d = average daily balance
    .short = balance
vip-criterion-V3 = monopoly in industry or region
    .short = monopoly
vip-criterion-V4 = strategically attractive to the bank
    .short = strategic
vip-criterion-V5 = high growth of figures
    .short = growth
vip-verdict-met = met
vip-verdict-not_met = not met
vip-verdict-unknown = unknown
vip-result-passes = passes
vip-result-fails = does not pass
    .short = fails
vip-result-undetermined = undetermined
    .short = open
vip-result-not_applicable = not applicable
    .short = n/a

## vip_evidence

vip_evidence-kind-figure = figure
vip_evidence-kind-judgement = judgement
vip_evidence-source-ledger = ledger
vip_evidence-source-client_report = client's report
vip_evidence-source-public = public sources
vip_evidence-source-registry = registry
vip_evidence-source-visit = visit
vip_evidence-source-colleague = colleague
vip_evidence-source-other = other

## person

person-side-client = client's side
    .short = client
person-side-bank = bank
person-side-other = third party
    .short = other
person-sex-f = female
person-sex-m = male

## affiliation

affiliation-level-board = board
affiliation-level-top = top management
    .short = top
affiliation-level-middle = middle management
    .short = middle
affiliation-level-specialist = specialist
    .short = spec.
affiliation-level-support = support staff
    .short = support
affiliation-level-unknown = unknown

## role

role-kind-prepares = prepares
role-kind-agrees = agrees
role-kind-speaks_for = speaks for
role-kind-budgets = budgets
role-kind-decides = decides
role-kind-influences = influences
role-kind-operates = operates
role-kind-informs = informs
role-certainty-assumed = assumed
    .short = guess
role-certainty-heard = heard
role-certainty-confirmed = confirmed
    .short = conf
role-freshness-fresh = fresh
role-freshness-ask = ask again
    .mark = ?
role-freshness-old = very old
    .mark = ??
role-end_reason-left = left the post
role-end_reason-changed = duties changed
role-end_reason-wrong = recorded by mistake

## stance

stance-value-minus2 = against
    .mark = --
stance-value-minus1 = cool
    .mark = -
stance-value-0 = neutral
    .mark = 0
stance-value-1 = warm
    .mark = +
stance-value-2 = champion
    .mark = ++
stance-value-unknown = unknown

## influence

influence-kind-reports_to = reports to
influence-kind-influences = influences

## interest

interest-kind-career = career
interest-kind-workload = workload
interest-kind-standing = standing
interest-kind-own_targets = own targets
interest-kind-risk = avoiding risk
    .short = risk
interest-kind-team = team
interest-kind-relationship = relationship
interest-kind-craft = pride in the work
    .short = craft
interest-kind-other = other

## need

need-voice-stated = stated
need-voice-hidden = hidden
need-breadth-basic = basic
need-breadth-special = special
need-theme-settlement = settlement
need-theme-financing = financing
need-theme-cash = cash flow
need-theme-guarantee = guarantees
need-theme-rating = rating
need-theme-advice = advice
need-theme-trade = foreign trade
need-theme-fx = foreign exchange
need-theme-treasury = treasury
need-theme-payroll = payroll
need-theme-investment = investment
need-theme-protection = protection
need-theme-succession = succession
need-theme-digital = digital service
need-theme-private = private affairs
need-theme-other = other
need-origin-client = from the client
need-origin-manager = seen by the manager
need-origin-colleague = from a colleague
need-origin-formed_by_us = formed by us
need-state-hypothesis = hypothesis
    .short = hypoth.
need-state-probed = probed
need-state-confirmed = confirmed
need-state-addressed = addressed
need-state-met = met
need-state-dropped = dropped
need-weight-hint = hint
need-weight-said = said
need-weight-document = document
need-drop_kind-no_product = no product for it
need-drop_kind-no_interest = no interest
need-drop_kind-solved_elsewhere = solved elsewhere
need-drop_kind-other = other
need-answered_by-offer = offer
need-answered_by-holding = product in use
need-answered_by-note = note

## visit

visit-kind-meeting = meeting
visit-kind-call = call
visit-kind-event = event
visit-kind-reception = reception
visit-phase-before = before the sale
    .short = before
visit-phase-during = during the sale
    .short = during
visit-phase-after = after the sale
    .short = after
visit-place_kind-theirs = at the client's
    .short = theirs
visit-place_kind-ours = at the bank
    .short = ours
visit-place_kind-other = another place
    .short = other
visit-place_kind-phone = by phone
    .short = phone
visit-place_kind-video = by video
    .short = video
visit-status-planned = planned
visit-status-held = held
    .mark = +
visit-status-cancelled = cancelled
visit-status-missed = missed
    .mark = x
visit-status-to_write_up = to write up
    .short = write up
    .mark = ?
visit-requested_by-us = us
visit-requested_by-them = them
visit-about-need = need
visit-about-role = role
visit-about-stance = stance
visit-about-figure = figure
visit-about-occasion = occasion
visit-push_check-none = no warning
visit-push_check-kept = kept after the warning
visit-push_check-unticked = not an offer, reason given

## commitment

commitment-who-we = we
commitment-who-they = they
commitment-state-open = open
commitment-state-passed = passed on
    .short = passed
commitment-state-done = done
commitment-state-cancelled = cancelled
commitment-repeat-none = once
commitment-repeat-weekly = weekly
commitment-repeat-monthly = monthly
commitment-repeat-quarterly = quarterly
commitment-repeat-yearly = yearly
commitment-origin-visit = at a visit
commitment-origin-adaptation = adaptation
commitment-origin-problem = from a problem
commitment-origin-manual = by hand

## product

product-family-settlement = accounts and settlement
    .short = settlement
product-family-lending = lending
product-family-deposits = deposits
product-family-cash = cash management
    .short = cash
product-family-trade = trade finance
    .short = trade fin.
product-family-guarantees = guarantees
product-family-fx = foreign exchange
    .short = fx
product-family-cards = cards
product-family-payroll = payroll
product-family-investment = investment
product-family-trust = trust management
    .short = trust
product-family-advice = advice
product-family-digital = online banking
    .short = digital
product-family-insurance = insurance
product-family-other = other

## proposal

proposal-kind-standard = standard
proposal-kind-tailored = tailored
proposal-kind-package = package
proposal-state-draft = draft
proposal-state-discussed = discussed
proposal-state-presented = presented
proposal-state-accepted = accepted
proposal-state-declined = declined

## proposal_term

proposal_term-kind-price = price
proposal_term-kind-amount = amount
proposal_term-kind-term = length of time
proposal_term-kind-service = service
proposal_term-kind-security = security
proposal_term-kind-timing = timing
proposal_term-kind-advice = advice
proposal_term-kind-other = other
proposal_term-state-open = open
proposal_term-state-agreed = agreed
proposal_term-state-dropped = dropped
proposal_term-cover-0 = not covered
proposal_term-cover-1 = partly
proposal_term-cover-2 = fully

## service_spend

service_spend-category-schooling = education
service_spend-category-legal_tax = legal and tax advice
    .short = legal, tax
service_spend-category-travel = travel
service_spend-category-medical = medical care
service_spend-category-culture = culture
service_spend-category-sport = sport
service_spend-category-gift = gift
service_spend-category-event = event
service_spend-category-transport = transport
service_spend-category-other = other

## satisfaction

satisfaction-source-said = said by the client
satisfaction-source-survey = survey
satisfaction-source-manager_view = own view
satisfaction-about-overall = overall
satisfaction-about-solvency = solvency
satisfaction-about-reliability = reliability
satisfaction-about-speed = speed
satisfaction-about-staff = staff
satisfaction-about-service = service
satisfaction-about-price = price
satisfaction-about-reach = reach
satisfaction-trend-up = up
satisfaction-trend-level = level
satisfaction-trend-down = down

## occasion

occasion-kind-birthday = birthday
occasion-kind-anniversary = anniversary
occasion-kind-name_day = name day
occasion-kind-company_day = company day
occasion-kind-holiday = holiday
occasion-kind-other = other
occasion-recurring-yearly = every year
occasion-recurring-once = once

## answer

answer-kind-answer = answer
answer-kind-standard = standard
answer-kind-recommendation = recommendation
answer-kind-rights = client's rights
answer-kind-conflict = conflict-free work
answer-kind-negotiation = negotiation
answer-kind-playbook = stage playbook

## problem

problem-kind-complaint = complaint
problem-kind-question = question
problem-kind-request = request
problem-kind-suggestion = suggestion
problem-topic-channels = channels
problem-topic-settlement = settlement
problem-topic-staff = staff
problem-topic-price = price
problem-topic-speed = speed
problem-topic-product_feedback = feedback on a product
problem-topic-documents = documents
problem-topic-other = other
problem-severity-1 = low
problem-severity-2 = normal
problem-severity-3 = high
problem-state-open = open
problem-state-passed = passed on
    .short = passed
problem-state-answered = answered
problem-state-resolved = resolved
problem-state-reopened = reopened
problem-state-rejected = rejected

## note

note-topic-process = processes
note-topic-technology = technology
note-topic-market = market
note-topic-plans = plans
note-topic-partners = partners
note-topic-competitor = competitor
note-topic-family = family
note-topic-other = other
note-source-visit = visit
note-source-client = client
note-source-operations = operations desk
note-source-public = public sources
note-source-authority = authority
note-source-colleague = colleague
note-source-other = other

## class

class-in = internal
class-co = confidential
class-pe = personal

## client_link

client_link-kind-partner_of = partner of
client_link-kind-supplier_of = supplier of
client_link-kind-customer_of = customer of
client_link-kind-competitor_of = competitor of

## business_audit

business_audit-kind-business = business
business_audit-kind-personal_finance = personal finances
business_audit-position-leader = leader
business_audit-position-strong = strong
business_audit-position-average = average
business_audit-position-weak = weak
business_audit-position-unknown = unknown

## client_goal

client_goal-kind-client_business = client's business
client_goal-kind-our_service = our service
client_goal-kind-joint = joint
client_goal-kind-decision_path = path to the decision
client_goal-state-proposed = proposed
client_goal-state-agreed = agreed
client_goal-state-reached = reached
client_goal-state-abandoned = abandoned

## plan_target

plan_target-measure-income = income
plan_target-measure-turnover = turnover
    .short = turnover
plan_target-measure-avg_balance = average daily balance
    .short = avg balance
plan_target-measure-sales = client's sales
    .short = sales
plan_target-measure-export = client's export
    .short = export
plan_target-measure-holdings = products in use
    .short = products
plan_target-measure-satisfaction = satisfaction
    .short = satisfaction
plan_target-measure-met_needs = needs met
    .short = needs met
plan_target-measure-held_visits = visits held
    .short = visits held
plan_target-measure-clients_active = active clients
    .short = active
plan_target-measure-clients_most_valuable = most valuable clients
    .short = most valuable
plan_target-measure-new_clients = new clients
    .short = new clients

## settings

settings-vip_volume_rule-all = all four figures
settings-vip_volume_rule-any = any one figure
settings-name_display-given_first = given name first
settings-name_display-family_first = family name first
settings-name_display-as_entered = as entered
settings-key_layout-ru = Russian
settings-key_layout-bg_bds = Bulgarian BDS
settings-key_layout-bg_phonetic = Bulgarian phonetic, traditional
settings-key_layout-bg_phonetic_new = Bulgarian phonetic, new
settings-key_layout-off = off

## screen

screen-today = Today
screen-clients = Clients
screen-visits = Visits
screen-after_visit = After the visit
screen-needs = Needs
screen-offers = Offers
screen-money = Money
screen-catalogue = Catalogue
screen-settings = Settings
screen-history = History
screen-drafts = Drafts
screen-search = Search

## tab

tab-overview = Overview
tab-map = Map
tab-log = Log
tab-needs = Needs
tab-money = Money
tab-offers = Offers
tab-people = People
tab-history = History

## section

section-to_write_up = To write up
    .short = write up
section-promises_due = Promises due
    .short = promises
section-overdue_contacts = Overdue contacts
    .short = overdue
section-early_signals = Early signals
    .short = signals
section-occasions = Occasions
    .short = occasions
section-problems = Problems
    .short = problems
section-follow_up_due = Follow-up due
    .short = follow-up
section-what_they_need = What they need
section-who_decides = Who decides
section-promised = Promised
section-next = Next
section-goals_and_plan = Goals and plan
section-last_contacts = Last contacts
section-to_check = To check
section-file = File
section-open = Open
section-next_questions = Questions to ask

## signal

signal-cadence_overdue = contact overdue
signal-satisfaction_falling = satisfaction falling
signal-income_slipping = income slipping
signal-our_promise_late = our promise is late
signal-decider_cooled = decider has cooled
signal-key_person_left = key person left
signal-decider_stale = decider to be asked again
signal-turnover_fallen = turnover has fallen
signal-offer_expired = offer has expired

## finding

finding-kind-missing_step = nobody known
finding-kind-decider_never_met = decider never met
finding-kind-opponent = opponent with weight
finding-kind-unknown_stance = stance unknown
finding-kind-single_point = everything rests on one person
finding-kind-only_one_road = only one road in
finding-kind-stale = old fact
finding-kind-conflict = several decide
finding-kind-left = left?
finding-kind-limit_too_low = limit too low

## label

label-name = name
label-full_name = full name
label-short_name = short name
label-industry = industry
label-region = region
label-address = address
label-website = website
label-language = language
label-kind = kind
label-status = status
label-state = state
label-stage = stage
label-stage_since = at this stage since
label-source_channel = source channel
label-relation_start = client since
label-assigned_on = assigned on
label-deputy = deputy
label-bank_team = bank team
label-main_bank = main bank
label-choice_factors = what decides the choice of bank
label-comfort_notes = for their comfort
label-risk_profile = risk profile
label-tags = tags
label-parent = parent company
label-position = position
label-department = department
label-level = level
label-salutation = how to address
label-birthday = birthday
label-family = family
label-likes = likes
label-dislikes = dislikes
label-background = background
label-role = role
label-certainty = certainty
label-stance = stance
label-influence = influence
label-importance = importance
label-limit = limit
label-reports_to = reports to
label-learned_on = learned on
label-reconfirmed_on = confirmed again on
label-source = source
label-from = from
label-to = to
label-as_of = as of
label-voice = voice
label-breadth = breadth
label-theme = theme
label-origin = origin
label-essential = essential
    .short = ess.
label-evidence = evidence
label-answered_by = answered by
label-date = date
label-time = time
label-minutes = minutes
label-place = place
label-phase = phase
label-attendees = attendees
label-came = came
label-our_top_present = our top management
label-purpose = purpose
label-agenda = agenda
label-questions = questions
label-offers_product = product offered
label-outcome = outcome
label-summary_shared = what both sides agreed
label-requested_by = asked by
label-nothing_to_answer = nothing to answer
label-last_contact = last contact
    .short = last
label-made_on = promised on
label-due = due
label-passed_to = passed to
label-done_on = done on
label-told_how = how the client was told
label-repeat = repeats
label-ours = ours
label-theirs = theirs
label-version = version
label-valid_until = valid until
label-value = value
label-our_floor = our floor
label-our_value = worth to us
label-their_value = worth to them
label-walk_away = our walk-away point
label-score = score
label-floor = floor
label-worth = worth
label-in_return = in return for
label-month = month
label-currency = currency
label-income = income
label-cost = cost
label-net = net
label-turnover = turnover
label-avg_balance = average balance
label-closed = closed
label-rate = rate
label-pool = pool
label-spent = spent
label-left = left
label-approved_by = approved by
label-plan = plan
label-actual = actual
label-pace = pace
label-year = year
label-quarter = quarter
label-about = about
label-quote = quote
label-conclusion = what we change
label-topic = topic
label-severity = severity
label-raised_on = raised on
label-resolution = resolution
label-told_client_on = client told on
label-draft = draft
label-reason = reason
label-period = period
label-verdict = verdict
label-text = text
label-class = class
label-pinned = pinned
label-share = may go to the client
label-completeness = file completeness
    .short = file
label-coverage = coverage
label-concentration = concentration
label-strategy = strategy
label-strengths = strengths
label-weaknesses = weaknesses

## brief

brief-in_short = In short
brief-attending = People who will be there
brief-relationship = Relationship
brief-their_business = Their business
brief-near_dates = Near dates
brief-answers_at_hand = Answers at hand
brief-sources = Sources
brief-internal_mark = Internal. Not for the client.
brief-client-agenda = Agenda
brief-client-goals = Goals agreed
brief-client-needs = What we understood you need
brief-client-offer = What is on the table
brief-client-agreed = Agreed so far
brief-client-next_steps = Next steps
brief-client-contacts = Your contacts at the bank

## word

word-unknown = unknown
word-none = none
word-yes = yes
word-no = no
word-today = today
word-tomorrow = tomorrow
word-yesterday = yesterday
word-due = due { $day }
word-never_met = never met
word-never_contacted = never contacted
word-nobody_known = nobody known
    .short = nobody
word-left_q = left?
word-known_later = (learned after this day)
    .mark = later
word-possibly = possibly
    .mark = (?)
word-slow = slow
word-audit_due = audit due
word-nothing_open = nothing open
word-none_found = none found yet
word-no_date = no date
word-no_row = no row
word-check_before_use = check before use

## week

week-mon = Mon
week-tue = Tue
week-wed = Wed
week-thu = Thu
week-fri = Fri
week-sat = Sat
week-sun = Sun

## n

n-visits = { $n ->
    [one] { $n } visit
   *[other] { $n } visits
    }
n-clients = { $n ->
    [one] { $n } client
   *[other] { $n } clients
    }
n-in-days = { $n ->
    [one] in { $n } day
   *[other] in { $n } days
    }
n-days-ago = { $n ->
    [one] { $n } day ago
   *[other] { $n } days ago
    }

## label

label-uid = uid
label-handle = handle
label-rev = revision
label-created_at = entered at
label-updated_at = changed at
label-extra = kept from the source
label-name_local = name in their language
label-name_latin = Latin spelling
label-person = person
label-client = client
label-visit = visit
label-registration_no = registration number
label-tax_no = tax number
label-segment = segment
label-vip_category = VIP category
label-source_client = source client
label-source_person = source person
label-source_note = source in words
label-adaptation_from = adaptation from
label-adaptation_until = adaptation until
label-cadence_override_days = own cadence, days
label-visit_override_days = own rhythm of meetings, days
label-override_reason = reason of the own rhythm
label-holdings_checked_on = products in use checked on
label-attract_decision = decision to attract
label-attract_decided_on = decided to attract on
label-absent_steps = steps not needed
label-left_on = left on
label-left_reason = why they left
label-declined_reason = why it came to nothing
label-merged_into = merged into
label-external_ids = ids in other programs
label-criterion = criterion
label-figure = figure
label-family_name = family name
label-given_name = given name
label-patronymic = patronymic
label-sex = sex
label-side = side
label-speciality = speciality
label-work_phones = work phones
label-work_emails = work e-mails
label-private_phones = private phones
label-private_emails = private e-mails
label-messenger = messenger
label-languages = languages
label-consent_note = ground for personal data
label-deceased_on = died on
label-is_primary = main position
label-left_to = left for
label-proposal = offer
label-end_reason = why it ended
label-reset = back to unknown
label-on = on
label-note = note
label-from_person = from whom
label-to_person = to whom
label-strength = strength
label-tie = tie
label-title = title
label-detail = detail
label-min_cover = cover needed
label-value_to_client = worth to the client
label-drop_reason = why it was dropped
label-drop_kind = kind of reason
label-addressed_on = solution found on
label-owner_person = who feels it most
label-voiced_on = voiced on
label-met_on = met on
label-start = start
label-zone = time zone
label-fold = repeated hour
label-place_kind = where
label-travel_minutes = travel, minutes
label-reminder_minutes = reminder, minutes before
label-needs_discussed = needs discussed
label-proposals = offers discussed
label-push_check = pushing check
label-push_on = warning answered on
label-push_reason = why it is not an offer
label-outcome_none = nothing came out
label-cancel_reason = why it was cancelled
label-cancelled_by = cancelled by
label-followup_of = follows the visit
label-series = series
label-also_clients = other clients
label-host = who receives
label-who = who promised
label-passed_on = passed on
label-back_on = back on
label-done_note = how it was done
label-repeat_day = day of the month
label-code = code
label-tailored = made to order
label-priority = priority
label-active = active
label-description = description
label-talking_points = talking points
label-push_words = words that name it
label-product = product
label-provider_other = held with another bank
label-volume = volume
label-goal = goal
label-contact_client = contact at the client
label-contact_bank = contact at the bank
label-ended_reason = why it ended
label-needs = needs answered
label-presented_in = presented at
label-decided_on = decided on
label-declined_by = declined by
label-decline_reason = why it was declined
label-label = term
label-covers = needs covered
label-term = term
label-interest = interest
label-by = given by
label-from_value = from
label-to_value = to
label-correction = correction
label-sales = client's sales
label-export = client's export
label-override = other amounts
label-amount = amount
label-category = category
label-recurring = returns
label-lead_days = remind days before
label-how = how we mark it
label-marked = marked
label-question = question
label-body = answer
label-reviewed_on = reviewed on
label-uses = times used
label-raised_by = raised by
label-passes = passed on to
label-client_satisfied = client satisfied
label-tier = tier
label-ltv = LTV
label-a = client
label-b = linked client
label-market_share_pct = market share, %
label-competitors = competitors
label-our_goal = our goal
label-forecast_low = forecast, low
label-forecast_likely = forecast, likely
label-forecast_high = forecast, high
label-horizon_years = horizon, years
label-next_on = next audit on
label-agreed_with = agreed with
label-agreed_on = agreed on
label-policy_note = fits our policy
label-measure = measure
label-target = target

## field

field-person-family = family
field-product-family = product family
field-stance-value = stance
field-influence-kind = kind of link
field-role-kind = role
field-proposal_term-our_floor = our limit
field-proposal_term-value = what is offered
field-affiliation-department = department
field-person-languages = languages spoken
field-visit-kind = kind of visit
field-visit-place = place
field-satisfaction-quote = in the client's words
field-business_audit-position = place in the market
field-note-class = class
field-client-name = name
field-client-person = who it is
field-client_goal-text = goal
field-interest-text = what they want
field-commitment-text = promise
field-note-text = note
field-service_spend-text = what for
field-plan_target-client = client (empty: the portfolio)
field-settings-manager_name = your name
field-settings-manager_title = your position
field-settings-manager_phone = your phone
field-settings-manager_email = your e-mail
field-settings-bank_name = bank
field-settings-bank_short = bank, short
field-settings-ui_language = language of the screens
field-settings-brief_language = language of the briefs
field-settings-zone = time zone
field-settings-reporting_currency = reporting currency
field-settings-week_start = first day of the week
field-settings-work_days = working days
field-settings-holidays = holidays
field-settings-departments = departments
field-settings-top_share = top of the pyramid, %
field-settings-unstable_cv = unstable from a variation of
field-settings-min_months_stability = months needed to judge stability
field-settings-vip_k = VIP criteria needed
field-settings-vip_volume_rule = rule of the volumes
field-settings-vip_sales_year = VIP: sales a year
field-settings-vip_turnover_month = VIP: turnover a month
field-settings-vip_export_year = VIP: export a year
field-settings-vip_balance_month = VIP: average daily balance
field-settings-vip_min_products = VIP: products
field-settings-vip_min_families = VIP: product families
field-settings-vip_growth_pct = VIP: growth, %
field-settings-evidence_max_age_figure = figures hold, months
field-settings-evidence_max_age_judgement = judgements hold, months
field-settings-individual_thresholds = thresholds for individuals
field-settings-cadence_days = contact cadence, days
field-settings-visit_days = meetings in person, days
field-settings-followup_work_days = follow-up, working days
field-settings-fact_half_life_days = half-life of a fact, days
field-settings-satisfaction_half_life_days = half-life of satisfaction, days
field-settings-satisfaction_window_days = satisfaction counts, days
field-settings-level_weights = weights of the levels
field-settings-service_rates = service budget, per mille
field-settings-occasion_lead_days = occasions, days ahead
field-settings-evening_hour = tomorrow is shown from, hour
field-settings-leak_min_chars = leak scan from, characters
field-settings-pdf_font_paths = fonts of the PDF
field-settings-lock_minutes = lock after, minutes
field-settings-name_display = order of names
field-settings-privacy_on_start = start in privacy mode
field-settings-cost_includes_service = costs include service
field-settings-slow_stage_days = slow at a stage from, days
field-settings-adaptation_days = adaptation, days
field-settings-key_layout = keyboard layout
field-settings-saved_filters = saved filters
field-settings-ascii_marks = plain marks (ASCII)

## label

label-expected = expected
label-weight = weight
label-step = step
label-asked = asked
label-answer = answer
label-ref = about which record
label-need = need
label-cover = cover
label-to_whom = to whom
label-what = what
label-known = known
label-of = of
label-most_valuable = most valuable
label-strategic = strategic
label-working = working
label-ballast = ballast
label-unknown = unknown
label-adaptation = in adaptation
label-board = board
label-top = top
label-middle = middle
label-specialist = specialist
label-support = support

## role

role-certainty-none = not known

## word

word-age_days = { $n }d
word-age_months = { $n }mo
word-age_years = { $n }y
word-in_minutes = in { $n } min
word-in_hours = in { $h }h
word-in_hours_minutes = in { $h }h{ $m }
word-late_days = late { $n }d

## language

language-en = { client-language-en }
language-ru = { client-language-ru }
language-bg = { client-language-bg }
language-zh = { client-language-zh }

## vip

vip-criterion-products = { vip-criterion-V1 }
    .short = { vip-criterion-V1.short }
vip-criterion-volume_sales = { vip-criterion-V2a }
    .short = { vip-criterion-V2a.short }
vip-criterion-volume_turnover = { vip-criterion-V2b }
    .short = { vip-criterion-V2b.short }
vip-criterion-volume_export = { vip-criterion-V2c }
    .short = { vip-criterion-V2c.short }
vip-criterion-volume_balance = { vip-criterion-V2d }
    .short = { vip-criterion-V2d.short }
vip-criterion-monopoly = { vip-criterion-V3 }
    .short = { vip-criterion-V3.short }
vip-criterion-strategic = { vip-criterion-V4 }
    .short = { vip-criterion-V4.short }
vip-criterion-growth = { vip-criterion-V5 }
    .short = { vip-criterion-V5.short }
