//! What would settle an undetermined test, and what may undo a passed one.

use chrono::NaiveDate;

use super::growth::Growth;
use super::{Line, Outcome, Truth};
use crate::domain::date::plus_days;
use crate::domain::sentence::{Arg, Sentence};

/// Evidence that goes stale within so many days puts a passed test at risk.
const SOON: i64 = 60;

/// One missing item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settle {
    pub code: &'static str,
    pub text: Sentence,
}

/// The unknown criteria by effort: a check of the list, two judgements, figures, growth.
pub(super) fn settles(outcome: Outcome, criteria: &[Line], volumes: &[Line], growth: &Growth) -> Vec<Settle> {
    if outcome != Outcome::Undetermined {
        return Vec::new();
    }
    let unknown = |code: &&str| criteria.iter().any(|line| line.code == *code && line.truth == Truth::Unknown);
    let one = |id: &str, code| vec![Settle { code, text: Sentence::new(id) }];
    let items = |code| match code {
        "V1" => one("vip-settle-products", code),
        "V4" => one("vip-settle-strategic", code),
        "V3" => one("vip-settle-monopoly", code),
        "V2" => volumes.iter().filter(|line| line.truth == Truth::Unknown).map(figure).collect(),
        code => vec![Settle { code, text: growth_of(growth) }],
    };
    ["V1", "V4", "V3", "V2", "V5"].into_iter().filter(unknown).flat_map(items).collect()
}

/// The months that are missing, or the rate without which they say nothing.
fn figure(line: &Line) -> Settle {
    let text = match &line.why {
        Some(why) if why.id == "no-rate" => why.clone(),
        _ => {
            let months = Arg::count(line.missing_months.max(1));
            Sentence::new("vip-settle-figure").word("figure", figure_term(line.code)).with("n", months)
        }
    };
    Settle { code: "V2", text }
}

/// The plain name of the figure, without the months of the criterion's name.
fn figure_term(code: &str) -> &'static str {
    match code {
        "V2a" => "label.sales",
        "V2b" => "label.turnover",
        "V2c" => "label.export",
        _ => "label.avg_balance",
    }
}

fn growth_of(growth: &Growth) -> Sentence {
    Sentence::new("vip-settle-growth").word("figure", "label.sales").text("year", growth.missing_year.to_string())
}

pub(super) fn at_risk(outcome: Outcome, criteria: &[Line], today: NaiveDate) -> Vec<(&'static str, NaiveDate)> {
    if outcome != Outcome::Passes {
        return Vec::new();
    }
    let met = criteria.iter().filter(|line| line.truth == Truth::Met);
    let until = met.filter_map(|line| Some((line.code, line.fresh_until?)));
    until.filter(|(_, until)| *until <= plus_days(today, SOON)).collect()
}
