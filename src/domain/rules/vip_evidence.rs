//! Evidence of the VIP test: figures and judgements where they belong.

use super::{moved, place};
use crate::domain::date::Month;
use crate::domain::entity::VipEvidence;
use crate::domain::field::Field;
use crate::domain::json::Amount;
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;
use crate::domain::rules::fields::missing;
use crate::domain::sentence::{Arg, Sentence};
use crate::domain::table::Row;
use crate::domain::words::{ClientKind, Criterion, EvidenceKind, EvidenceSource};

pub(super) fn facts(planning: &mut Planning<'_>, row: &VipEvidence) -> Result<(), Refusal> {
    if planning.get(row.client).is_some_and(|client| client.kind == ClientKind::Individual) {
        return Err(Refusal::no(Sentence::new("vip-test-not-for-individuals")).at("client"));
    }
    of_its_kind(row)?;
    match row.kind {
        EvidenceKind::Figure => figure(row)?,
        EvidenceKind::Judgement => judgement(row)?,
    }
    if row.source == EvidenceSource::Visit && row.visit.is_none() {
        return Err(Refusal::no(Sentence::new("evidence-needs-visit")).at("visit"));
    }
    Ok(())
}

pub(super) fn moves(
    planning: &mut Planning<'_>,
    before: Option<&VipEvidence>,
    row: &VipEvidence,
) -> Result<(), Refusal> {
    moved::not_after_today(planning, (VipEvidence::ENTITY, "as_of"), before.map(|before| before.as_of), row.as_of)?;
    place::learned_at(planning, before.and_then(|before| before.visit), row.visit, row.client)
}

fn is_volume(criterion: Criterion) -> bool {
    use Criterion::{VolumeBalance, VolumeExport, VolumeSales, VolumeTurnover};
    matches!(criterion, VolumeSales | VolumeTurnover | VolumeExport | VolumeBalance)
}

fn of_its_kind(row: &VipEvidence) -> Result<(), Refusal> {
    let only = match row.criterion {
        Criterion::Monopoly | Criterion::Strategic => EvidenceKind::Judgement,
        criterion if is_volume(criterion) => EvidenceKind::Figure,
        _ => row.kind,
    };
    if row.kind == only {
        return Ok(());
    }
    let sentence = Sentence::new("evidence-of-kind").word("criterion", row.criterion.term());
    Err(Refusal::no(sentence.word("kind", only.term())).at("kind"))
}

fn required(name: &str) -> Refusal {
    let field: Option<&Field> = VipEvidence::FIELDS.iter().find(|field| field.name == name);
    field.map_or_else(
        || Refusal::no(Sentence::new("required-field")),
        |field| Refusal::no(missing(VipEvidence::ENTITY, field)).at(name),
    )
}

fn figure(row: &VipEvidence) -> Result<(), Refusal> {
    let Some(figure) = &row.figure else { return Err(required("figure")) };
    let fits = match figure {
        Amount::Money(_) => is_volume(row.criterion),
        Amount::Number(_) => !is_volume(row.criterion),
        Amount::Text(_) => false,
    };
    if !fits {
        let sentence = Sentence::new("evidence-unit").word("criterion", row.criterion.term());
        return Err(Refusal::no(sentence).at("figure"));
    }
    let below = match figure {
        Amount::Money(money) => money.minor < 0,
        Amount::Number(n) => *n < 0 && row.criterion != Criterion::Growth,
        Amount::Text(_) => false,
    };
    if below {
        let sales = row.criterion == Criterion::VolumeSales;
        let sentence = Sentence::new(if sales { "sales-negative" } else { "below-zero" });
        return Err(Refusal::no(sentence.about(VipEvidence::ENTITY, "figure")).at("figure"));
    }
    let Some(period) = &row.period else { return Err(required("period")) };
    if is_period(period) { Ok(()) } else { Err(Refusal::no(not_a_period(period)).at("period")) }
}

/// A year or a month.
fn is_period(text: &str) -> bool {
    let year = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
    year || text.parse::<Month>().is_ok()
}

fn not_a_period(text: &str) -> Sentence {
    Sentence::new("not-a-month").with("input", Arg::text(text))
}

fn judgement(row: &VipEvidence) -> Result<(), Refusal> {
    if row.reason.is_none() {
        return Err(Refusal::no(Sentence::new("why-one-line")).at("reason"));
    }
    if row.verdict.is_none() {
        return Err(required("verdict"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::domain::book::Entity;
    use crate::domain::trial::Trial;

    #[test]
    fn a_row_is_kept_only_when_it_makes_sense() {
        let mut trial = Trial::new();
        let (client, orlova) = (trial.client.to_string(), trial.orlova.to_string());
        let eur = |minor: i64| json!({ "minor": minor, "currency": "EUR" });
        let individual =
            json!({ "handle": "o", "name": "O", "kind": "individual", "person": orlova, "assigned_on": "2020-01-01" });
        let person = trial.has(Entity::Client, individual).to_string();
        let base = json!({ "client": client, "criterion": "monopoly", "kind": "judgement", "verdict": "met",
                "reason": "alone", "source": "public" });
        let cases = [
            (json!({}), "-"),
            (json!({ "reason": null }), "why-one-line"),
            (json!({ "verdict": null }), "required-field"),
            (json!({ "as_of": "2026-11-24" }), "not-after-today"),
            (json!({ "source": "visit" }), "evidence-needs-visit"),
            (json!({ "kind": "figure", "figure": 3, "period": "2025" }), "evidence-of-kind"),
            (json!({ "criterion": "volume_sales" }), "evidence-of-kind"),
            (json!({ "criterion": "volume_sales", "kind": "figure", "period": "2025" }), "required-field"),
            (json!({ "criterion": "volume_sales", "kind": "figure", "period": "2025", "figure": eur(5) }), "-"),
            (
                json!({ "criterion": "volume_sales", "kind": "figure", "period": "2025", "figure": eur(-5) }),
                "sales-negative",
            ),
            (json!({ "criterion": "volume_sales", "kind": "figure", "period": "2025", "figure": 5 }), "evidence-unit"),
            (json!({ "criterion": "volume_sales", "kind": "figure", "figure": eur(5) }), "required-field"),
            (json!({ "criterion": "growth", "kind": "figure", "period": "2025-03", "figure": -5 }), "-"),
            (json!({ "criterion": "growth", "kind": "figure", "period": "25", "figure": 5 }), "not-a-month"),
            (json!({ "client": person }), "vip-test-not-for-individuals"),
        ];
        trial.refuses_rows(Entity::VipEvidence, &base, cases);
    }
}
