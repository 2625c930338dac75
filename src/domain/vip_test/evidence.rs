//! What was written down for a criterion, and whether it can still be relied on.

use chrono::{Months, NaiveDate};

use super::{Case, Line, Truth};
use crate::domain::date::Month;
use crate::domain::entity::VipEvidence;
use crate::domain::sentence::Sentence;
use crate::domain::table::Row;
use crate::domain::words::{Criterion, EvidenceKind, Verdict};

impl<'a> Case<'a> {
    /// The freshest evidence of a criterion; a newer one supersedes.
    pub(super) fn evidence(&self, criterion: Criterion) -> Option<&'a VipEvidence> {
        let (id, today) = (self.id, self.today);
        let mine = move |row: &&VipEvidence| row.client == id && row.criterion == criterion && row.as_of <= today;
        let rows = self.book.vip_evidence.of(id).filter(mine);
        rows.max_by_key(|row| (row.as_of, row.head.created_at, row.head.uid))
    }

    /// The last day on which evidence is fresh.
    pub(super) fn fresh_until(&self, row: &VipEvidence) -> NaiveDate {
        let settings = self.book.settings();
        let months = match row.kind {
            EvidenceKind::Figure => settings.evidence_max_age_figure,
            EvidenceKind::Judgement => settings.evidence_max_age_judgement,
        };
        let months = Months::new(u32::try_from(months).unwrap_or(0));
        row.as_of.checked_add_months(months).unwrap_or(row.as_of)
    }

    pub(super) fn is_fresh(&self, row: &VipEvidence) -> bool {
        self.fresh_until(row) >= self.today
    }
}

/// What a judgement says.
pub(super) fn verdict(row: &VipEvidence) -> Truth {
    match row.verdict {
        Some(Verdict::Met) => Truth::Met,
        Some(Verdict::NotMet) => Truth::NotMet,
        None => Truth::Unknown,
    }
}

/// A criterion that is judged, not measured.
pub(super) fn judged(case: &Case<'_>, code: &'static str, criterion: Criterion) -> Line {
    from_evidence(case, code, criterion, verdict)
}

/// A criterion as its freshest evidence has it; stale or absent evidence leaves it unknown.
pub(super) fn from_evidence(
    case: &Case<'_>,
    code: &'static str,
    criterion: Criterion,
    read: impl Fn(&VipEvidence) -> Truth,
) -> Line {
    let Some(row) = case.evidence(criterion) else {
        return Line::new(code, Truth::Unknown, Some(Sentence::new("vip-no-evidence")));
    };
    if !case.is_fresh(row) {
        let why = Some(Sentence::new("vip-stale").date("date", row.as_of));
        return Line { evidence: Some(row.uid()), ..Line::new(code, Truth::Unknown, why) };
    }
    let why = row.reason.as_ref().map(|reason| Sentence::new("vip-reason").text("reason", reason));
    Line { fresh_until: Some(case.fresh_until(row)), evidence: Some(row.uid()), ..Line::new(code, read(row), why) }
}

/// The month whose rate turns a figure: the last of its period, or that of its date when that is earlier.
pub(super) fn rate_month(row: &VipEvidence) -> Month {
    let seen = Month::of(row.as_of);
    let period = row.period.as_deref().and_then(|period| match period.len() {
        4 => Month::new(period.parse().ok()?, 12),
        _ => period.parse().ok(),
    });
    period.map_or(seen, |month| month.min(seen))
}
