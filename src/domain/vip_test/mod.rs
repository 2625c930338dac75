//! The corporate VIP test: at least so many of five criteria, each met, not met or unknown. An individual has no such
//! test, only a class by balance.

mod evidence;
mod figures;
mod growth;
mod label;
mod products;
mod settle;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;

use super::book::Book;
use super::date::Month;
use super::entity::{Client, VipEvidence};
use super::sentence::Sentence;
use super::table::Id;
use super::words::{ClientKind, Criterion, VolumeRule};

pub use label::Label;
pub use settle::Settle;

/// The state of a criterion, or of one of its figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Truth {
    Met,
    NotMet,
    Unknown,
}

impl Truth {
    pub fn of(met: bool) -> Self {
        if met { Self::Met } else { Self::NotMet }
    }

    /// The word of the JSON documents.
    pub fn word(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::NotMet => "not_met",
            Self::Unknown => "unknown",
        }
    }

    pub fn term(self) -> String {
        format!("vip.verdict.{}", self.word())
    }

    /// All of them, three-valued.
    pub fn all(parts: &[Self]) -> Self {
        if parts.contains(&Self::NotMet) {
            Self::NotMet
        } else if parts.contains(&Self::Unknown) {
            Self::Unknown
        } else {
            Self::Met
        }
    }

    /// Any of them, three-valued.
    pub fn any(parts: &[Self]) -> Self {
        if parts.contains(&Self::Met) {
            Self::Met
        } else if parts.contains(&Self::Unknown) {
            Self::Unknown
        } else {
            Self::NotMet
        }
    }
}

/// The outcome of the whole test.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    Passes,
    Fails,
    Undetermined,
    NotApplicable,
}

impl Outcome {
    /// At least `k` met of criteria some of which may be unknown.
    pub fn of(criteria: &[Truth], k: i64) -> Self {
        let count = |truth| i64::try_from(criteria.iter().filter(|one| **one == truth).count()).unwrap_or(i64::MAX);
        let (met, unknown) = (count(Truth::Met), count(Truth::Unknown));
        if met >= k {
            Self::Passes
        } else if met + unknown < k {
            Self::Fails
        } else {
            Self::Undetermined
        }
    }

    pub fn word(self) -> &'static str {
        match self {
            Self::Passes => "passes",
            Self::Fails => "fails",
            Self::Undetermined => "undetermined",
            Self::NotApplicable => "not_applicable",
        }
    }

    pub fn term(self) -> String {
        format!("vip.result.{}", self.word())
    }
}

/// One criterion, or one figure of the second, and why it stands so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// `V1` to `V5`, `V2a` to `V2d`: the last part of the term `vip.criterion.V1`.
    pub code: &'static str,
    pub truth: Truth,
    pub why: Option<Sentence>,
    /// Ledger and evidence come to different verdicts.
    pub disagrees: bool,
    /// The last day on which the evidence behind it is fresh; figures of the ledger have none.
    pub fresh_until: Option<NaiveDate>,
    /// Months of the ledger that are missing, where they would settle it.
    pub missing_months: usize,
    /// What was written down for it and decides it, or did until it grew too old.
    pub evidence: Option<Id<VipEvidence>>,
}

impl Line {
    fn new(code: &'static str, truth: Truth, why: Option<Sentence>) -> Self {
        Self { code, truth, why, disagrees: false, fresh_until: None, missing_months: 0, evidence: None }
    }

    pub fn term(&self) -> String {
        format!("vip.criterion.{}", self.code)
    }

    /// What evidence for it is filed under; the second has four figures of its own.
    pub fn criterion(&self) -> Option<Criterion> {
        Some(match self.code {
            "V1" => Criterion::Products,
            "V2a" => Criterion::VolumeSales,
            "V2b" => Criterion::VolumeTurnover,
            "V2c" => Criterion::VolumeExport,
            "V2d" => Criterion::VolumeBalance,
            "V3" => Criterion::Monopoly,
            "V4" => Criterion::Strategic,
            "V5" => Criterion::Growth,
            _ => return None,
        })
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VipTest {
    pub outcome: Outcome,
    pub k: i64,
    pub met: i64,
    pub unknown: i64,
    /// How many more have to be met; 0 when it passes.
    pub needed: i64,
    /// V1 to V5; none for individuals.
    pub criteria: Vec<Line>,
    /// V2a to V2d.
    pub volumes: Vec<Line>,
    /// What would settle it, the least effort first; only while undetermined.
    pub settles: Vec<Settle>,
    /// Met criteria of a passed test whose evidence goes stale within 60 days, and when.
    pub at_risk: Vec<(&'static str, NaiveDate)>,
    /// An individual's class by balance.
    pub label: Label,
}

/// Everything a criterion looks at.
struct Case<'a> {
    book: &'a Book,
    client: &'a Client,
    id: Id<Client>,
    today: NaiveDate,
    /// The book's last closed month.
    last: Option<Month>,
    rates: std::sync::Arc<super::figures::rates::Rates>,
}

impl<'a> Case<'a> {
    fn of(book: &'a Book, client: &'a Client, today: NaiveDate) -> Self {
        let month = Month::of(today);
        let (last, rates) = (book.last_closed(month), book.rates(month));
        Self { book, client, id: Id::new(client.head.uid), today, last, rates }
    }
}

/// The VIP test of a client as of today.
pub fn vip_test(book: &Book, client: &Client, today: NaiveDate) -> VipTest {
    let case = Case::of(book, client, today);
    let k = book.settings().vip_k;
    if client.kind == ClientKind::Individual {
        let (criteria, volumes, settles, at_risk) = Default::default();
        let label = label::label(&case);
        return VipTest {
            outcome: Outcome::NotApplicable,
            k,
            met: 0,
            unknown: 0,
            needed: 0,
            criteria,
            volumes,
            settles,
            at_risk,
            label,
        };
    }
    let volumes = figures::volumes(&case);
    let growth = growth::growth(&case);
    let criteria = vec![
        products::products(&case),
        joined(&volumes, book.settings().vip_volume_rule),
        evidence::judged(&case, "V3", Criterion::Monopoly),
        evidence::judged(&case, "V4", Criterion::Strategic),
        growth.line.clone(),
    ];
    let truths: Vec<Truth> = criteria.iter().map(|line| line.truth).collect();
    let count = |truth| i64::try_from(truths.iter().filter(|one| **one == truth).count()).unwrap_or(i64::MAX);
    let (outcome, met) = (Outcome::of(&truths, k), count(Truth::Met));
    let settles = settle::settles(outcome, &criteria, &volumes, &growth);
    let at_risk = settle::at_risk(outcome, &criteria, today);
    let unknown = count(Truth::Unknown);
    VipTest {
        outcome,
        k,
        met,
        unknown,
        needed: (k - met).max(0),
        criteria,
        volumes,
        settles,
        at_risk,
        label: Label::None,
    }
}

/// The second criterion from its four figures.
fn joined(volumes: &[Line], rule: VolumeRule) -> Line {
    let truths: Vec<Truth> = volumes.iter().map(|line| line.truth).collect();
    let truth = match rule {
        VolumeRule::All => Truth::all(&truths),
        VolumeRule::Any => Truth::any(&truths),
    };
    let behind = volumes.iter().filter(|line| line.truth == truth);
    let deciding = behind.clone().next();
    Line {
        disagrees: volumes.iter().any(|line| line.disagrees),
        // With all four needed the first to go stale counts, with any of them the last.
        fresh_until: match rule {
            VolumeRule::All => behind.filter_map(|line| line.fresh_until).min(),
            VolumeRule::Any if behind.clone().any(|line| line.fresh_until.is_none()) => None,
            VolumeRule::Any => behind.filter_map(|line| line.fresh_until).max(),
        },
        ..Line::new("V2", truth, deciding.and_then(|line| line.why.clone()))
    }
}

/// Figures that only the client can tell and that the test lacks: `V2a`, `V2c`.
pub fn figures_to_ask(book: &Book, client: &Client, today: NaiveDate) -> Vec<&'static str> {
    let volumes = figures::volumes(&Case::of(book, client, today));
    let asked = volumes.into_iter().filter(|line| line.truth == Truth::Unknown).map(|line| line.code);
    asked.filter(|code| matches!(*code, "V2a" | "V2c")).collect()
}

impl VipTest {
    /// The test in one sentence.
    pub fn sentence(&self) -> Sentence {
        use super::sentence::Arg;
        let met = |id: &str| Sentence::new(id).with("met", Arg::Count(self.met)).with("needed", Arg::Count(self.k));
        match self.outcome {
            Outcome::Passes => met("vip-passes"),
            Outcome::Fails => met("vip-fails"),
            Outcome::NotApplicable => Sentence::new("vip-not-applicable"),
            Outcome::Undetermined => {
                let list = self.settles.iter().map(|settle| Arg::Sentence(Box::new(settle.text.clone())));
                met("vip-undetermined").with("more", Arg::Count(self.needed)).with("list", Arg::List(list.collect()))
            }
        }
    }
}
