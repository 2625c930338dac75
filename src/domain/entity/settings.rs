//! The settings of the book: one row.

use rust_decimal::Decimal;

use super::entity;
use crate::domain::field::{int, line, lines};
use crate::domain::money::{Currency, Money};
use crate::domain::parts::{CadenceDays, Holiday, LevelWeights, SavedFilter, ServiceRates, Threshold, VisitDays};
use crate::domain::words::{KeyLayout, Language, NameDisplay, VolumeRule, Weekday};

/// A currency every build knows; the codes are checked by a test.
fn currency(code: &str) -> Currency {
    code.parse().unwrap_or_else(|()| unreachable!("{code} is an ISO code"))
}

fn usd(units: i64) -> Money {
    Money::new(units * 100, currency("USD"))
}

entity! {
    /// How this book counts and shows. Defaults are the domain's.
    Settings.settings {
        manager_name: Option<String>, sh, - [line(120)];
        manager_title: Option<String>, sh, - [line(120)];
        manager_phone: Option<String>, sh, - [line(120)];
        manager_email: Option<String>, sh, - [line(120)];
        bank_name: Option<String>, sh, - [line(120)];
        bank_short: Option<String>, sh, - [line(120)];
        ui_language: Language, in, y = Language::En;
        brief_language: Language, in, y = Language::En;
        zone: chrono_tz::Tz, in, y = chrono_tz::UTC;
        reporting_currency: Currency, in, y = currency("EUR");
        week_start: Weekday, in, y = Weekday::Mon;
        work_days: Vec<Weekday>, in, y = Weekday::all()[..5].to_vec();
        holidays: Vec<Holiday>, in, -;
        departments: Vec<String>, in, - [lines(60)];
        top_share: i64, in, y [int(1, 50)] = 20;
        unstable_cv: Decimal, in, y = Decimal::new(50, 2);
        min_months_stability: i64, in, y [int(3, 24)] = 6;
        vip_k: i64, in, y [int(1, 5)] = 3;
        vip_volume_rule: VolumeRule, in, y = VolumeRule::All;
        vip_sales_year: Money, in, y = usd(5_000_000);
        vip_turnover_month: Money, in, y = usd(500_000);
        vip_export_year: Money, in, y = usd(5_000_000);
        vip_balance_month: Money, in, y = usd(100_000);
        vip_min_products: i64, in, y [int(1, 100)] = 5;
        vip_min_families: i64, in, y [int(1, 15)] = 3;
        vip_growth_pct: i64, in, y [int(0, 1000)] = 15;
        evidence_max_age_figure: i64, in, y [int(1, 120)] = 12;
        evidence_max_age_judgement: i64, in, y [int(1, 120)] = 24;
        individual_thresholds: Vec<Threshold>, in, -;
        cadence_days: CadenceDays, in, y = CadenceDays {
            most_valuable: 14, strategic: 30, working: 45, ballast: 90, unknown: 30, adaptation: 14,
        };
        visit_days: VisitDays, in, y = VisitDays {
            most_valuable: Some(60), strategic: Some(90), working: Some(120), ballast: None, unknown: Some(120),
        };
        followup_work_days: i64, in, y [int(1, 10)] = 2;
        fact_half_life_days: i64, in, y [int(30, 1095)] = 180;
        satisfaction_half_life_days: i64, in, y [int(30, 1095)] = 180;
        satisfaction_window_days: i64, in, y [int(30, 1095)] = 365;
        level_weights: LevelWeights, in, y = LevelWeights { board: 8, top: 5, middle: 3, specialist: 1, support: 1 };
        service_rates: ServiceRates, in, y = ServiceRates { most_valuable: 30, strategic: 20, working: 10, ballast: 0 };
        occasion_lead_days: i64, in, y [int(0, 60)] = 7;
        evening_hour: i64, in, y [int(0, 23)] = 18;
        leak_min_chars: i64, in, y [int(3, 8)] = 4;
        pdf_font_paths: Vec<String>, in, - [lines(400)];
        lock_minutes: i64, in, y [int(0, 120)] = 10;
        name_display: NameDisplay, in, y = NameDisplay::AsEntered;
        privacy_on_start: bool, in, y = false;
        cost_includes_service: bool, in, y = false;
        slow_stage_days: i64, in, y [int(1, 1000)] = 60;
        adaptation_days: i64, in, y [int(1, 1000)] = 90;
        key_layout: KeyLayout, in, y = KeyLayout::Ru;
        saved_filters: Vec<SavedFilter>, in, -;
        ascii_marks: bool, in, y = false;
    }
}
