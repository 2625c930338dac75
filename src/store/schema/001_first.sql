-- The first schema. Real columns, STRICT; a list is a JSON text, money its amount in minor units and its currency.
-- References are checked when a step is committed, so that its rows may come in any order.

CREATE TABLE "settings" (
    "uid" TEXT NOT NULL PRIMARY KEY,
    "rev" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    "manager_name" TEXT,
    "manager_title" TEXT,
    "manager_phone" TEXT,
    "manager_email" TEXT,
    "bank_name" TEXT,
    "bank_short" TEXT,
    "ui_language" TEXT NOT NULL CHECK ("ui_language" IN ('en', 'ru', 'bg', 'zh')),
    "brief_language" TEXT NOT NULL CHECK ("brief_language" IN ('en', 'ru', 'bg', 'zh')),
    "zone" TEXT NOT NULL,
    "reporting_currency" TEXT NOT NULL,
    "week_start" TEXT NOT NULL CHECK ("week_start" IN ('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun')),
    "work_days" TEXT NOT NULL CHECK (json_valid("work_days")),
    "holidays" TEXT NOT NULL CHECK (json_valid("holidays")),
    "departments" TEXT NOT NULL CHECK (json_valid("departments")),
    "top_share" INTEGER NOT NULL CHECK ("top_share" BETWEEN 1 AND 50),
    "unstable_cv" TEXT NOT NULL,
    "min_months_stability" INTEGER NOT NULL CHECK ("min_months_stability" BETWEEN 3 AND 24),
    "vip_k" INTEGER NOT NULL CHECK ("vip_k" BETWEEN 1 AND 5),
    "vip_volume_rule" TEXT NOT NULL CHECK ("vip_volume_rule" IN ('all', 'any')),
    "vip_sales_year" INTEGER NOT NULL,
    "vip_sales_year_currency" TEXT NOT NULL,
    "vip_turnover_month" INTEGER NOT NULL,
    "vip_turnover_month_currency" TEXT NOT NULL,
    "vip_export_year" INTEGER NOT NULL,
    "vip_export_year_currency" TEXT NOT NULL,
    "vip_balance_month" INTEGER NOT NULL,
    "vip_balance_month_currency" TEXT NOT NULL,
    "vip_min_products" INTEGER NOT NULL CHECK ("vip_min_products" BETWEEN 1 AND 100),
    "vip_min_families" INTEGER NOT NULL CHECK ("vip_min_families" BETWEEN 1 AND 15),
    "vip_growth_pct" INTEGER NOT NULL CHECK ("vip_growth_pct" BETWEEN 0 AND 1000),
    "evidence_max_age_figure" INTEGER NOT NULL CHECK ("evidence_max_age_figure" BETWEEN 1 AND 120),
    "evidence_max_age_judgement" INTEGER NOT NULL CHECK ("evidence_max_age_judgement" BETWEEN 1 AND 120),
    "individual_thresholds" TEXT NOT NULL CHECK (json_valid("individual_thresholds")),
    "cadence_days" TEXT NOT NULL CHECK (json_valid("cadence_days")),
    "visit_days" TEXT NOT NULL CHECK (json_valid("visit_days")),
    "followup_work_days" INTEGER NOT NULL CHECK ("followup_work_days" BETWEEN 1 AND 10),
    "fact_half_life_days" INTEGER NOT NULL CHECK ("fact_half_life_days" BETWEEN 30 AND 1095),
    "satisfaction_half_life_days" INTEGER NOT NULL CHECK ("satisfaction_half_life_days" BETWEEN 30 AND 1095),
    "satisfaction_window_days" INTEGER NOT NULL CHECK ("satisfaction_window_days" BETWEEN 30 AND 1095),
    "level_weights" TEXT NOT NULL CHECK (json_valid("level_weights")),
    "service_rates" TEXT NOT NULL CHECK (json_valid("service_rates")),
    "occasion_lead_days" INTEGER NOT NULL CHECK ("occasion_lead_days" BETWEEN 0 AND 60),
    "evening_hour" INTEGER NOT NULL CHECK ("evening_hour" BETWEEN 0 AND 23),
    "leak_min_chars" INTEGER NOT NULL CHECK ("leak_min_chars" BETWEEN 3 AND 8),
    "pdf_font_paths" TEXT NOT NULL CHECK (json_valid("pdf_font_paths")),
    "lock_minutes" INTEGER NOT NULL CHECK ("lock_minutes" BETWEEN 0 AND 120),
    "name_display" TEXT NOT NULL CHECK ("name_display" IN ('given_first', 'family_first', 'as_entered')),
    "privacy_on_start" INTEGER NOT NULL CHECK ("privacy_on_start" IN (0, 1)),
    "cost_includes_service" INTEGER NOT NULL CHECK ("cost_includes_service" IN (0, 1)),
    "slow_stage_days" INTEGER NOT NULL CHECK ("slow_stage_days" BETWEEN 1 AND 1000),
    "adaptation_days" INTEGER NOT NULL CHECK ("adaptation_days" BETWEEN 1 AND 1000),
    "key_layout" TEXT NOT NULL CHECK ("key_layout" IN ('ru', 'bg_bds', 'bg_phonetic', 'bg_phonetic_new', 'off')),
    "saved_filters" TEXT NOT NULL CHECK (json_valid("saved_filters")),
    "ascii_marks" INTEGER NOT NULL CHECK ("ascii_marks" IN (0, 1))
) STRICT;

CREATE TABLE "client" (
    "uid" TEXT NOT NULL PRIMARY KEY,
    "rev" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    "handle" TEXT NOT NULL UNIQUE,
    "kind" TEXT NOT NULL CHECK ("kind" IN ('company', 'individual')),
    "name" TEXT NOT NULL,
    "short_name" TEXT,
    "name_local" TEXT,
    "name_latin" TEXT,
    "person" TEXT REFERENCES "person" (uid) DEFERRABLE INITIALLY DEFERRED,
    "parent" TEXT REFERENCES "client" (uid) DEFERRABLE INITIALLY DEFERRED,
    "registration_no" TEXT,
    "tax_no" TEXT,
    "segment" TEXT CHECK ("segment" IN ('bank_related', 'large', 'medium', 'mass')),
    "vip_category" TEXT NOT NULL CHECK ("vip_category" IN ('long_standing', 'retain', 'attract')),
    "stage" INTEGER CHECK ("stage" BETWEEN 1 AND 7),
    "stage_since" TEXT,
    "status" TEXT NOT NULL CHECK ("status" IN ('prospect', 'active', 'dormant', 'left', 'declined', 'merged', 'archived')),
    "source_channel" TEXT CHECK ("source_channel" IN ('direct_referral', 'direct_event', 'direct_relative', 'direct_success_news', 'direct_personal', 'direct_association', 'direct_letter', 'indirect_advertising', 'indirect_image', 'indirect_internet', 'indirect_open_day', 'inherited', 'other')),
    "source_client" TEXT REFERENCES "client" (uid) DEFERRABLE INITIALLY DEFERRED,
    "source_person" TEXT REFERENCES "person" (uid) DEFERRABLE INITIALLY DEFERRED,
    "source_note" TEXT,
    "relation_start" TEXT,
    "assigned_on" TEXT NOT NULL,
    "deputy" TEXT,
    "bank_team" TEXT NOT NULL CHECK (json_valid("bank_team")),
    "industry" TEXT,
    "region" TEXT,
    "address" TEXT,
    "website" TEXT,
    "language" TEXT CHECK ("language" IN ('en', 'ru', 'bg', 'zh', 'other')),
    "main_bank" TEXT,
    "choice_factors" TEXT NOT NULL CHECK (json_valid("choice_factors")),
    "comfort_notes" TEXT,
    "risk_profile" TEXT CHECK ("risk_profile" IN ('low', 'medium', 'high')),
    "adaptation_from" TEXT,
    "adaptation_until" TEXT,
    "cadence_override_days" INTEGER CHECK ("cadence_override_days" BETWEEN 1 AND 365),
    "visit_override_days" INTEGER CHECK ("visit_override_days" BETWEEN 1 AND 365),
    "override_reason" TEXT,
    "holdings_checked_on" TEXT,
    "tags" TEXT NOT NULL CHECK (json_valid("tags")),
    "attract_decision" TEXT,
    "attract_decided_on" TEXT,
    "absent_steps" TEXT NOT NULL CHECK (json_valid("absent_steps")),
    "left_on" TEXT,
    "left_reason" TEXT,
    "declined_reason" TEXT,
    "merged_into" TEXT REFERENCES "client" (uid) DEFERRABLE INITIALLY DEFERRED,
    "external_ids" TEXT NOT NULL CHECK (json_valid("external_ids")),
    "extra" TEXT CHECK (json_valid("extra"))
) STRICT;

CREATE TABLE "vip_evidence" (
    "uid" TEXT NOT NULL PRIMARY KEY,
    "rev" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    "client" TEXT NOT NULL REFERENCES "client" (uid) DEFERRABLE INITIALLY DEFERRED,
    "criterion" TEXT NOT NULL CHECK ("criterion" IN ('products', 'volume_sales', 'volume_turnover', 'volume_export', 'volume_balance', 'monopoly', 'strategic', 'growth')),
    "kind" TEXT NOT NULL CHECK ("kind" IN ('figure', 'judgement')),
    "figure" TEXT CHECK (json_valid("figure")),
    "verdict" TEXT CHECK ("verdict" IN ('met', 'not_met')),
    "reason" TEXT,
    "period" TEXT,
    "as_of" TEXT NOT NULL,
    "source" TEXT NOT NULL CHECK ("source" IN ('ledger', 'client_report', 'public', 'registry', 'visit', 'colleague', 'other')),
    "visit" TEXT REFERENCES "visit" (uid) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE "person" (
    "uid" TEXT NOT NULL PRIMARY KEY,
    "rev" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    "handle" TEXT NOT NULL UNIQUE,
    "family_name" TEXT,
    "given_name" TEXT,
    "patronymic" TEXT,
    "full_name" TEXT,
    "name_latin" TEXT,
    "salutation" TEXT,
    "sex" TEXT CHECK ("sex" IN ('f', 'm')),
    "side" TEXT NOT NULL CHECK ("side" IN ('client', 'bank', 'other')),
    "speciality" TEXT,
    "work_phones" TEXT NOT NULL CHECK (json_valid("work_phones")),
    "work_emails" TEXT NOT NULL CHECK (json_valid("work_emails")),
    "private_phones" TEXT NOT NULL CHECK (json_valid("private_phones")),
    "private_emails" TEXT NOT NULL CHECK (json_valid("private_emails")),
    "messenger" TEXT NOT NULL CHECK (json_valid("messenger")),
    "birthday" TEXT,
    "family" TEXT,
    "likes" TEXT,
    "dislikes" TEXT,
    "background" TEXT,
    "languages" TEXT NOT NULL CHECK (json_valid("languages")),
    "consent_note" TEXT,
    "deceased_on" TEXT,
    "merged_into" TEXT REFERENCES "person" (uid) DEFERRABLE INITIALLY DEFERRED,
    "external_ids" TEXT NOT NULL CHECK (json_valid("external_ids")),
    "extra" TEXT CHECK (json_valid("extra"))
) STRICT;

CREATE TABLE "affiliation" (
    "uid" TEXT NOT NULL PRIMARY KEY,
    "rev" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    "person" TEXT NOT NULL REFERENCES "person" (uid) DEFERRABLE INITIALLY DEFERRED,
    "client" TEXT NOT NULL REFERENCES "client" (uid) DEFERRABLE INITIALLY DEFERRED,
    "position" TEXT,
    "department" TEXT,
    "level" TEXT CHECK ("level" IN ('board', 'top', 'middle', 'specialist', 'support')),
    "is_primary" INTEGER NOT NULL CHECK ("is_primary" IN (0, 1)),
    "from" TEXT,
    "to" TEXT,
    "left_to" TEXT
) STRICT;

CREATE TABLE "role" (
    "uid" TEXT NOT NULL PRIMARY KEY,
    "rev" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    "person" TEXT NOT NULL REFERENCES "person" (uid) DEFERRABLE INITIALLY DEFERRED,
    "client" TEXT NOT NULL REFERENCES "client" (uid) DEFERRABLE INITIALLY DEFERRED,
    "proposal" TEXT REFERENCES "proposal" (uid) DEFERRABLE INITIALLY DEFERRED,
    "kind" TEXT NOT NULL CHECK ("kind" IN ('prepares', 'agrees', 'speaks_for', 'budgets', 'decides', 'influences', 'operates', 'informs')),
    "certainty" TEXT NOT NULL CHECK ("certainty" IN ('assumed', 'heard', 'confirmed')),
    "limit" INTEGER,
    "limit_currency" TEXT CHECK (("limit_currency" IS NULL) = ("limit" IS NULL)),
    "learned_on" TEXT NOT NULL,
    "visit" TEXT REFERENCES "visit" (uid) DEFERRABLE INITIALLY DEFERRED,
    "source_note" TEXT,
    "reconfirmed_on" TEXT,
    "from" TEXT,
    "to" TEXT,
    "end_reason" TEXT CHECK ("end_reason" IN ('left', 'changed', 'wrong'))
) STRICT;

CREATE TABLE "stance" (
    "uid" TEXT NOT NULL PRIMARY KEY,
    "rev" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    "person" TEXT NOT NULL REFERENCES "person" (uid) DEFERRABLE INITIALLY DEFERRED,
    "client" TEXT NOT NULL REFERENCES "client" (uid) DEFERRABLE INITIALLY DEFERRED,
    "proposal" TEXT REFERENCES "proposal" (uid) DEFERRABLE INITIALLY DEFERRED,
    "value" INTEGER CHECK ("value" BETWEEN -2 AND 2),
    "influence" INTEGER CHECK ("influence" BETWEEN 1 AND 5),
    "reset" INTEGER NOT NULL CHECK ("reset" IN (0, 1)),
    "on" TEXT NOT NULL,
    "visit" TEXT REFERENCES "visit" (uid) DEFERRABLE INITIALLY DEFERRED,
    "note" TEXT
) STRICT;

CREATE TABLE "influence" (
    "uid" TEXT NOT NULL PRIMARY KEY,
    "rev" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    "from_person" TEXT NOT NULL REFERENCES "person" (uid) DEFERRABLE INITIALLY DEFERRED,
    "to_person" TEXT NOT NULL REFERENCES "person" (uid) DEFERRABLE INITIALLY DEFERRED,
    "kind" TEXT NOT NULL CHECK ("kind" IN ('reports_to', 'influences')),
    "client" TEXT NOT NULL REFERENCES "client" (uid) DEFERRABLE INITIALLY DEFERRED,
    "strength" INTEGER CHECK ("strength" BETWEEN 1 AND 3),
    "tie" TEXT,
    "certainty" TEXT NOT NULL CHECK ("certainty" IN ('assumed', 'heard', 'confirmed')),
    "learned_on" TEXT NOT NULL,
    "visit" TEXT REFERENCES "visit" (uid) DEFERRABLE INITIALLY DEFERRED,
    "from" TEXT,
    "to" TEXT
) STRICT;

CREATE TABLE "interest" (
    "uid" TEXT NOT NULL PRIMARY KEY,
    "rev" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    "person" TEXT NOT NULL REFERENCES "person" (uid) DEFERRABLE INITIALLY DEFERRED,
    "client" TEXT NOT NULL REFERENCES "client" (uid) DEFERRABLE INITIALLY DEFERRED,
    "text" TEXT NOT NULL,
    "kind" TEXT CHECK ("kind" IN ('career', 'workload', 'standing', 'own_targets', 'risk', 'team', 'relationship', 'craft', 'other')),
    "importance" INTEGER NOT NULL CHECK ("importance" BETWEEN 1 AND 3),
    "certainty" TEXT NOT NULL CHECK ("certainty" IN ('assumed', 'heard', 'confirmed')),
    "learned_on" TEXT NOT NULL,
    "visit" TEXT REFERENCES "visit" (uid) DEFERRABLE INITIALLY DEFERRED,
    "from" TEXT,
    "to" TEXT
) STRICT;

CREATE TABLE "need" (
    "uid" TEXT NOT NULL PRIMARY KEY,
    "rev" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    "client" TEXT NOT NULL REFERENCES "client" (uid) DEFERRABLE INITIALLY DEFERRED,
    "title" TEXT NOT NULL,
    "detail" TEXT,
    "voice" TEXT NOT NULL CHECK ("voice" IN ('stated', 'hidden')),
    "breadth" TEXT CHECK ("breadth" IN ('basic', 'special')),
    "theme" TEXT CHECK ("theme" IN ('settlement', 'financing', 'cash', 'guarantee', 'rating', 'advice', 'trade', 'fx', 'treasury', 'payroll', 'investment', 'protection', 'succession', 'digital', 'private', 'other')),
    "origin" TEXT NOT NULL CHECK ("origin" IN ('client', 'manager', 'colleague', 'formed_by_us')),
    "state" TEXT NOT NULL CHECK ("state" IN ('hypothesis', 'probed', 'confirmed', 'addressed', 'met', 'dropped')),
    "essential" INTEGER NOT NULL CHECK ("essential" IN (0, 1)),
    "min_cover" INTEGER NOT NULL CHECK ("min_cover" BETWEEN 1 AND 2),
    "share" INTEGER NOT NULL CHECK ("share" IN (0, 1)),
    "value_to_client" TEXT CHECK (json_valid("value_to_client")),
    "evidence" TEXT NOT NULL CHECK (json_valid("evidence")),
    "drop_reason" TEXT,
    "drop_kind" TEXT CHECK ("drop_kind" IN ('no_product', 'no_interest', 'solved_elsewhere', 'other')),
    "addressed_on" TEXT,
    "answered_by" TEXT NOT NULL CHECK (json_valid("answered_by")),
    "owner_person" TEXT REFERENCES "person" (uid) DEFERRABLE INITIALLY DEFERRED,
    "voiced_on" TEXT,
    "met_on" TEXT
) STRICT;

CREATE TABLE "visit" (
    "uid" TEXT NOT NULL PRIMARY KEY,
    "rev" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    "client" TEXT NOT NULL REFERENCES "client" (uid) DEFERRABLE INITIALLY DEFERRED,
    "kind" TEXT NOT NULL CHECK ("kind" IN ('meeting', 'call', 'event', 'reception')),
    "phase" TEXT CHECK ("phase" IN ('before', 'during', 'after')),
    "start" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "fold" INTEGER NOT NULL CHECK ("fold" BETWEEN 0 AND 1),
    "minutes" INTEGER NOT NULL CHECK ("minutes" BETWEEN 5 AND 1440),
    "place_kind" TEXT CHECK ("place_kind" IN ('theirs', 'ours', 'other', 'phone', 'video')),
    "place" TEXT,
    "travel_minutes" INTEGER CHECK ("travel_minutes" BETWEEN 0 AND 600),
    "reminder_minutes" INTEGER CHECK ("reminder_minutes" BETWEEN 0 AND 10080),
    "status" TEXT NOT NULL CHECK ("status" IN ('planned', 'held', 'cancelled', 'missed')),
    "attendees" TEXT NOT NULL CHECK (json_valid("attendees")),
    "our_top_present" INTEGER NOT NULL CHECK ("our_top_present" IN (0, 1)),
    "purpose" TEXT,
    "agenda" TEXT,
    "questions" TEXT NOT NULL CHECK (json_valid("questions")),
    "needs_discussed" TEXT NOT NULL CHECK (json_valid("needs_discussed")),
    "proposals" TEXT NOT NULL CHECK (json_valid("proposals")),
    "offers_product" INTEGER NOT NULL CHECK ("offers_product" IN (0, 1)),
    "push_check" TEXT NOT NULL CHECK ("push_check" IN ('none', 'kept', 'unticked')),
    "push_on" TEXT,
    "push_reason" TEXT,
    "outcome" TEXT,
    "outcome_none" INTEGER NOT NULL CHECK ("outcome_none" IN (0, 1)),
    "summary_shared" TEXT,
    "requested_by" TEXT CHECK ("requested_by" IN ('us', 'them')),
    "cancel_reason" TEXT,
    "cancelled_by" TEXT CHECK ("cancelled_by" IN ('us', 'them')),
    "external_ids" TEXT NOT NULL CHECK (json_valid("external_ids")),
    "followup_of" TEXT REFERENCES "visit" (uid) DEFERRABLE INITIALLY DEFERRED,
    "series" TEXT,
    "also_clients" TEXT NOT NULL CHECK (json_valid("also_clients")),
    "host" TEXT REFERENCES "person" (uid) DEFERRABLE INITIALLY DEFERRED,
    "nothing_to_answer" INTEGER NOT NULL CHECK ("nothing_to_answer" IN (0, 1)),
    "extra" TEXT CHECK (json_valid("extra"))
) STRICT;

CREATE TABLE "commitment" (
    "uid" TEXT NOT NULL PRIMARY KEY,
    "rev" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    "client" TEXT NOT NULL REFERENCES "client" (uid) DEFERRABLE INITIALLY DEFERRED,
    "who" TEXT NOT NULL CHECK ("who" IN ('we', 'they')),
    "person" TEXT REFERENCES "person" (uid) DEFERRABLE INITIALLY DEFERRED,
    "text" TEXT NOT NULL,
    "share" INTEGER NOT NULL CHECK ("share" IN (0, 1)),
    "made_on" TEXT NOT NULL,
    "visit" TEXT REFERENCES "visit" (uid) DEFERRABLE INITIALLY DEFERRED,
    "due" TEXT,
    "passed_to" TEXT,
    "passed_on" TEXT,
    "back_on" TEXT,
    "done_on" TEXT,
    "done_note" TEXT,
    "state" TEXT NOT NULL CHECK ("state" IN ('open', 'passed', 'done', 'cancelled')),
    "cancel_reason" TEXT,
    "told_how" TEXT,
    "repeat" TEXT NOT NULL CHECK ("repeat" IN ('none', 'weekly', 'monthly', 'quarterly', 'yearly')),
    "repeat_day" INTEGER CHECK ("repeat_day" BETWEEN 1 AND 31),
    "origin" TEXT NOT NULL CHECK ("origin" IN ('visit', 'adaptation', 'problem', 'manual')),
    "phase" TEXT CHECK ("phase" IN ('before', 'during', 'after')),
    "external_ids" TEXT NOT NULL CHECK (json_valid("external_ids")),
    "extra" TEXT CHECK (json_valid("extra"))
) STRICT;

CREATE TABLE "product" (
    "uid" TEXT NOT NULL PRIMARY KEY,
    "rev" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL CHECK (json_valid("name")),
    "family" TEXT NOT NULL CHECK ("family" IN ('settlement', 'lending', 'deposits', 'cash', 'trade', 'guarantees', 'fx', 'cards', 'payroll', 'investment', 'trust', 'advice', 'digital', 'insurance', 'other')),
    "tailored" INTEGER NOT NULL CHECK ("tailored" IN (0, 1)),
    "priority" INTEGER NOT NULL CHECK ("priority" IN (0, 1)),
    "active" INTEGER NOT NULL CHECK ("active" IN (0, 1)),
    "description" TEXT,
    "talking_points" TEXT,
    "push_words" TEXT NOT NULL CHECK (json_valid("push_words"))
) STRICT;

CREATE TABLE "holding" (
    "uid" TEXT NOT NULL PRIMARY KEY,
    "rev" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    "client" TEXT NOT NULL REFERENCES "client" (uid) DEFERRABLE INITIALLY DEFERRED,
    "product" TEXT NOT NULL REFERENCES "product" (uid) DEFERRABLE INITIALLY DEFERRED,
    "provider_other" TEXT,
    "from" TEXT,
    "to" TEXT,
    "volume" INTEGER,
    "volume_currency" TEXT CHECK (("volume_currency" IS NULL) = ("volume" IS NULL)),
    "goal" TEXT REFERENCES "client_goal" (uid) DEFERRABLE INITIALLY DEFERRED,
    "contact_client" TEXT REFERENCES "person" (uid) DEFERRABLE INITIALLY DEFERRED,
    "contact_bank" TEXT REFERENCES "person" (uid) DEFERRABLE INITIALLY DEFERRED,
    "ended_reason" TEXT
) STRICT;

CREATE TABLE "proposal" (
    "uid" TEXT NOT NULL PRIMARY KEY,
    "rev" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    "client" TEXT NOT NULL REFERENCES "client" (uid) DEFERRABLE INITIALLY DEFERRED,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL CHECK ("kind" IN ('standard', 'tailored', 'package')),
    "state" TEXT NOT NULL CHECK ("state" IN ('draft', 'discussed', 'presented', 'accepted', 'declined')),
    "version" INTEGER NOT NULL CHECK ("version" BETWEEN 1 AND 10000),
    "needs" TEXT NOT NULL CHECK (json_valid("needs")),
    "valid_until" TEXT,
    "presented_in" TEXT REFERENCES "visit" (uid) DEFERRABLE INITIALLY DEFERRED,
    "decided_on" TEXT,
    "declined_by" TEXT CHECK ("declined_by" IN ('us', 'them')),
    "decline_reason" TEXT,
    "walk_away" TEXT
) STRICT;

CREATE TABLE "proposal_term" (
    "uid" TEXT NOT NULL PRIMARY KEY,
    "rev" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    "proposal" TEXT NOT NULL REFERENCES "proposal" (uid) DEFERRABLE INITIALLY DEFERRED,
    "label" TEXT NOT NULL,
    "kind" TEXT NOT NULL CHECK ("kind" IN ('price', 'amount', 'term', 'service', 'security', 'timing', 'advice', 'other')),
    "product" TEXT REFERENCES "product" (uid) DEFERRABLE INITIALLY DEFERRED,
    "value" TEXT CHECK (json_valid("value")),
    "our_floor" TEXT CHECK (json_valid("our_floor")),
    "our_value" TEXT,
    "their_value" TEXT,
    "state" TEXT NOT NULL CHECK ("state" IN ('open', 'agreed', 'dropped')),
    "covers" TEXT NOT NULL CHECK (json_valid("covers"))
) STRICT;

CREATE TABLE "term_score" (
    "uid" TEXT NOT NULL PRIMARY KEY,
    "rev" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    "term" TEXT NOT NULL REFERENCES "proposal_term" (uid) DEFERRABLE INITIALLY DEFERRED,
    "interest" TEXT NOT NULL REFERENCES "interest" (uid) DEFERRABLE INITIALLY DEFERRED,
    "score" INTEGER NOT NULL CHECK ("score" BETWEEN -2 AND 2)
) STRICT;

CREATE TABLE "concession" (
    "uid" TEXT NOT NULL PRIMARY KEY,
    "rev" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    "term" TEXT NOT NULL REFERENCES "proposal_term" (uid) DEFERRABLE INITIALLY DEFERRED,
    "by" TEXT NOT NULL CHECK ("by" IN ('we', 'they')),
    "from_value" TEXT NOT NULL,
    "to_value" TEXT NOT NULL,
    "worth" INTEGER,
    "worth_currency" TEXT CHECK (("worth_currency" IS NULL) = ("worth" IS NULL)),
    "in_return" TEXT REFERENCES "concession" (uid) DEFERRABLE INITIALLY DEFERRED,
    "on" TEXT NOT NULL,
    "visit" TEXT REFERENCES "visit" (uid) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE "ledger_month" (
    "uid" TEXT NOT NULL PRIMARY KEY,
    "rev" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    "client" TEXT NOT NULL REFERENCES "client" (uid) DEFERRABLE INITIALLY DEFERRED,
    "month" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "income" INTEGER,
    "cost" INTEGER,
    "correction" INTEGER NOT NULL CHECK ("correction" IN (0, 1)),
    "turnover" INTEGER,
    "avg_balance" INTEGER,
    "sales" INTEGER,
    "export" INTEGER,
    "closed" INTEGER NOT NULL CHECK ("closed" IN (0, 1)),
    "source" TEXT NOT NULL,
    UNIQUE ("client", "month", "currency")
) STRICT;

CREATE TABLE "service_budget" (
    "uid" TEXT NOT NULL PRIMARY KEY,
    "rev" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    "year" INTEGER NOT NULL CHECK ("year" BETWEEN 1900 AND 2199),
    "currency" TEXT NOT NULL,
    "pool" INTEGER,
    "pool_currency" TEXT CHECK (("pool_currency" IS NULL) = ("pool" IS NULL)),
    "override" TEXT NOT NULL CHECK (json_valid("override")),
    UNIQUE ("year")
) STRICT;

CREATE TABLE "service_spend" (
    "uid" TEXT NOT NULL PRIMARY KEY,
    "rev" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    "client" TEXT NOT NULL REFERENCES "client" (uid) DEFERRABLE INITIALLY DEFERRED,
    "on" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "amount_currency" TEXT NOT NULL,
    "category" TEXT NOT NULL CHECK ("category" IN ('schooling', 'legal_tax', 'travel', 'medical', 'culture', 'sport', 'gift', 'event', 'transport', 'other')),
    "text" TEXT,
    "person" TEXT REFERENCES "person" (uid) DEFERRABLE INITIALLY DEFERRED,
    "approved_by" TEXT
) STRICT;

CREATE TABLE "satisfaction" (
    "uid" TEXT NOT NULL PRIMARY KEY,
    "rev" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    "client" TEXT NOT NULL REFERENCES "client" (uid) DEFERRABLE INITIALLY DEFERRED,
    "on" TEXT NOT NULL,
    "score" INTEGER NOT NULL CHECK ("score" BETWEEN 0 AND 10),
    "person" TEXT REFERENCES "person" (uid) DEFERRABLE INITIALLY DEFERRED,
    "source" TEXT NOT NULL CHECK ("source" IN ('said', 'survey', 'manager_view')),
    "about" TEXT NOT NULL CHECK ("about" IN ('overall', 'solvency', 'reliability', 'speed', 'staff', 'service', 'price', 'reach')),
    "quote" TEXT,
    "conclusion" TEXT
) STRICT;

CREATE TABLE "occasion" (
    "uid" TEXT NOT NULL PRIMARY KEY,
    "rev" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    "person" TEXT REFERENCES "person" (uid) DEFERRABLE INITIALLY DEFERRED,
    "client" TEXT REFERENCES "client" (uid) DEFERRABLE INITIALLY DEFERRED,
    "kind" TEXT NOT NULL CHECK ("kind" IN ('birthday', 'anniversary', 'name_day', 'company_day', 'holiday', 'other')),
    "date" TEXT NOT NULL,
    "recurring" TEXT NOT NULL CHECK ("recurring" IN ('yearly', 'once')),
    "lead_days" INTEGER CHECK ("lead_days" BETWEEN 0 AND 60),
    "how" TEXT,
    "marked" TEXT NOT NULL CHECK (json_valid("marked")),
    "external_ids" TEXT NOT NULL CHECK (json_valid("external_ids")),
    "extra" TEXT CHECK (json_valid("extra"))
) STRICT;

CREATE TABLE "answer" (
    "uid" TEXT NOT NULL PRIMARY KEY,
    "rev" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "kind" TEXT NOT NULL CHECK ("kind" IN ('answer', 'standard', 'recommendation', 'rights', 'conflict', 'negotiation', 'playbook')),
    "language" TEXT NOT NULL CHECK ("language" IN ('en', 'ru', 'bg', 'zh')),
    "product" TEXT REFERENCES "product" (uid) DEFERRABLE INITIALLY DEFERRED,
    "topic" TEXT,
    "reviewed_on" TEXT NOT NULL,
    "valid_until" TEXT,
    "share" INTEGER NOT NULL CHECK ("share" IN (0, 1)),
    "uses" INTEGER NOT NULL CHECK ("uses" BETWEEN 0 AND 1000000)
) STRICT;

CREATE TABLE "problem" (
    "uid" TEXT NOT NULL PRIMARY KEY,
    "rev" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    "client" TEXT NOT NULL REFERENCES "client" (uid) DEFERRABLE INITIALLY DEFERRED,
    "title" TEXT NOT NULL,
    "detail" TEXT,
    "kind" TEXT NOT NULL CHECK ("kind" IN ('complaint', 'question', 'request', 'suggestion')),
    "topic" TEXT CHECK ("topic" IN ('channels', 'settlement', 'staff', 'price', 'speed', 'product_feedback', 'documents', 'other')),
    "raised_by" TEXT REFERENCES "person" (uid) DEFERRABLE INITIALLY DEFERRED,
    "raised_on" TEXT NOT NULL,
    "visit" TEXT REFERENCES "visit" (uid) DEFERRABLE INITIALLY DEFERRED,
    "severity" INTEGER NOT NULL CHECK ("severity" BETWEEN 1 AND 3),
    "state" TEXT NOT NULL CHECK ("state" IN ('open', 'passed', 'answered', 'resolved', 'reopened', 'rejected')),
    "passes" TEXT NOT NULL CHECK (json_valid("passes")),
    "due" TEXT,
    "resolution" TEXT,
    "told_client_on" TEXT,
    "client_satisfied" TEXT CHECK ("client_satisfied" IN ('yes', 'no'))
) STRICT;

CREATE TABLE "note" (
    "uid" TEXT NOT NULL PRIMARY KEY,
    "rev" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    "client" TEXT REFERENCES "client" (uid) DEFERRABLE INITIALLY DEFERRED,
    "person" TEXT REFERENCES "person" (uid) DEFERRABLE INITIALLY DEFERRED,
    "on" TEXT NOT NULL,
    "topic" TEXT NOT NULL CHECK ("topic" IN ('process', 'technology', 'market', 'plans', 'partners', 'competitor', 'family', 'other')),
    "text" TEXT NOT NULL,
    "source" TEXT CHECK ("source" IN ('visit', 'client', 'operations', 'public', 'authority', 'colleague', 'other')),
    "visit" TEXT REFERENCES "visit" (uid) DEFERRABLE INITIALLY DEFERRED,
    "class" TEXT NOT NULL CHECK ("class" IN ('in', 'co', 'pe')),
    "pinned" INTEGER NOT NULL CHECK ("pinned" IN (0, 1))
) STRICT;

CREATE TABLE "fx_rate" (
    "uid" TEXT NOT NULL PRIMARY KEY,
    "rev" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "rate" TEXT NOT NULL,
    "source" TEXT,
    UNIQUE ("currency", "month")
) STRICT;

CREATE TABLE "tier_snapshot" (
    "uid" TEXT NOT NULL PRIMARY KEY,
    "rev" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    "client" TEXT NOT NULL REFERENCES "client" (uid) DEFERRABLE INITIALLY DEFERRED,
    "month" TEXT NOT NULL,
    "tier" TEXT NOT NULL CHECK ("tier" IN ('most_valuable', 'strategic', 'working', 'ballast', 'unknown')),
    "ltv" INTEGER,
    "ltv_currency" TEXT CHECK (("ltv_currency" IS NULL) = ("ltv" IS NULL)),
    "coverage" TEXT CHECK (json_valid("coverage"))
) STRICT;

CREATE TABLE "client_link" (
    "uid" TEXT NOT NULL PRIMARY KEY,
    "rev" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    "a" TEXT NOT NULL REFERENCES "client" (uid) DEFERRABLE INITIALLY DEFERRED,
    "b" TEXT NOT NULL REFERENCES "client" (uid) DEFERRABLE INITIALLY DEFERRED,
    "kind" TEXT NOT NULL CHECK ("kind" IN ('partner_of', 'supplier_of', 'customer_of', 'competitor_of')),
    "certainty" TEXT NOT NULL CHECK ("certainty" IN ('assumed', 'heard', 'confirmed'))
) STRICT;

CREATE TABLE "business_audit" (
    "uid" TEXT NOT NULL PRIMARY KEY,
    "rev" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    "client" TEXT NOT NULL REFERENCES "client" (uid) DEFERRABLE INITIALLY DEFERRED,
    "on" TEXT NOT NULL,
    "kind" TEXT NOT NULL CHECK ("kind" IN ('business', 'personal_finance')),
    "position" TEXT NOT NULL CHECK ("position" IN ('leader', 'strong', 'average', 'weak', 'unknown')),
    "market_share_pct" INTEGER CHECK ("market_share_pct" BETWEEN 0 AND 100),
    "competitors" TEXT,
    "strengths" TEXT,
    "weaknesses" TEXT,
    "our_goal" TEXT NOT NULL,
    "forecast_low" INTEGER,
    "forecast_low_currency" TEXT CHECK (("forecast_low_currency" IS NULL) = ("forecast_low" IS NULL)),
    "forecast_likely" INTEGER,
    "forecast_likely_currency" TEXT CHECK (("forecast_likely_currency" IS NULL) = ("forecast_likely" IS NULL)),
    "forecast_high" INTEGER,
    "forecast_high_currency" TEXT CHECK (("forecast_high_currency" IS NULL) = ("forecast_high" IS NULL)),
    "currency" TEXT,
    "horizon_years" INTEGER CHECK ("horizon_years" BETWEEN 1 AND 10),
    "next_on" TEXT
) STRICT;

CREATE TABLE "client_goal" (
    "uid" TEXT NOT NULL PRIMARY KEY,
    "rev" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    "client" TEXT NOT NULL REFERENCES "client" (uid) DEFERRABLE INITIALLY DEFERRED,
    "text" TEXT NOT NULL,
    "kind" TEXT NOT NULL CHECK ("kind" IN ('client_business', 'our_service', 'joint', 'decision_path')),
    "agreed_with" TEXT REFERENCES "person" (uid) DEFERRABLE INITIALLY DEFERRED,
    "agreed_on" TEXT,
    "share" INTEGER NOT NULL CHECK ("share" IN (0, 1)),
    "strategy" TEXT,
    "policy_note" TEXT,
    "state" TEXT NOT NULL CHECK ("state" IN ('proposed', 'agreed', 'reached', 'abandoned'))
) STRICT;

CREATE TABLE "plan_target" (
    "uid" TEXT NOT NULL PRIMARY KEY,
    "rev" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    "client" TEXT REFERENCES "client" (uid) DEFERRABLE INITIALLY DEFERRED,
    "measure" TEXT NOT NULL CHECK ("measure" IN ('income', 'turnover', 'avg_balance', 'sales', 'export', 'holdings', 'satisfaction', 'met_needs', 'held_visits', 'clients_active', 'clients_most_valuable', 'new_clients')),
    "year" INTEGER NOT NULL CHECK ("year" BETWEEN 1900 AND 2199),
    "quarter" INTEGER CHECK ("quarter" BETWEEN 1 AND 4),
    "target" TEXT NOT NULL CHECK (json_valid("target")),
    "goal" TEXT REFERENCES "client_goal" (uid) DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- The journal: every saved edit, with the rows before and after.
CREATE TABLE "step" (
    number INTEGER NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('edit', 'undo', 'redo')),
    of INTEGER REFERENCES step (number),
    title TEXT NOT NULL CHECK (json_valid(title)),
    client TEXT,
    device TEXT NOT NULL,
    reason TEXT,
    changes INTEGER NOT NULL,
    step_sum INTEGER NOT NULL
) STRICT;

CREATE TABLE "change" (
    step INTEGER NOT NULL REFERENCES step (number),
    position INTEGER NOT NULL,
    entity TEXT NOT NULL,
    uid TEXT NOT NULL,
    before TEXT CHECK (json_valid(before)),
    after TEXT CHECK (json_valid(after)),
    change_sum INTEGER NOT NULL,
    PRIMARY KEY (step, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX change_of_record ON change (uid);

-- Forms that were left unsaved. Neither journal nor snapshot.
CREATE TABLE "draft" (
    key TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    text TEXT NOT NULL,
    sum INTEGER NOT NULL
) STRICT;

-- What the program has left in each table: how many rows, and the sum over all their values. A value that changed on
-- the disk breaks the seal. The sums of steps, changes and drafts serve the same purpose.
CREATE TABLE "seal" (
    entity TEXT NOT NULL PRIMARY KEY,
    rows INTEGER NOT NULL,
    sum INTEGER NOT NULL
) STRICT;
