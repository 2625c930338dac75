//! `pyramid`: clients by lifetime value, with what keeps each where it is, the tiers' shares and the last moves.

use serde_json::{Value as Json, json};

use super::super::exit::Failure;
use super::super::session::Session;
use super::super::{json, say};
use crate::domain::field::FieldType;
use crate::domain::figures::exact::Ratio;
use crate::domain::figures::pyramid::{Place, TierShare};
use crate::domain::figures::rates::Rates;
use crate::domain::figures::tier_moves::{self, Moves};
use crate::domain::figures::view::View;
use crate::domain::{Arg, Sentence};

/// Clients by lifetime value
#[derive(Debug, clap::Args)]
pub struct PyramidArgs {}

/// # Errors
/// The book cannot be opened.
pub fn run(session: &mut Session, _args: &PyramidArgs) -> Result<(), Failure> {
    let desk = session.open()?;
    let view = View::on(desk.book(), desk.today());
    if session.global.json {
        let document = document(session, &view);
        session.paper.json(&document);
    } else {
        page(session, &view);
    }
    Ok(())
}

/// What the last closed month moved.
fn last_moves(view: &View<'_>) -> Option<Moves> {
    Some(tier_moves::moves(view.book, view.book.last_closed(view.month())?, &view.pyramid))
}

fn document(session: &Session, view: &View<'_>) -> Json {
    let (book, words, rates) = (view.book, &session.words, Rates::of(view.book));
    let remark = |sentence: &Option<Sentence>| sentence.as_ref().map(|sentence| words.sentence(sentence));
    let line = |place: &Place| {
        json!({
            "client": json::client(book, place.client),
            "tier": place.tier.word(),
            "ltv": json::figure(words, &place.value.money(&rates), FieldType::json),
            "unstable": place.unstable,
            "why": words.sentence(&place.why),
            "hint": remark(&place.hint),
            "could": remark(&place.could),
        })
    };
    let percent = |part: Option<Ratio>| part.and_then(|part| part.percent(1)).map_or(Json::Null, json::decimal);
    let tier = |share: &TierShare| {
        json!({
            "tier": share.tier.word(),
            "clients": share.clients,
            "share": percent(share.of_clients),
            "value_share": percent(share.of_value),
        })
    };
    let moves = last_moves(view).map(|moves| {
        let moved = |moved: &tier_moves::TierMove| {
            json!({
                "client": json::client(book, moved.client),
                "from": moved.from.word(),
                "to": moved.to.word(),
                "why": remark(&moved.why),
            })
        };
        json!({
            "month": moves.month.to_string(),
            "since": moves.since.map(|month| month.to_string()),
            "moves": moves.moves.iter().map(moved).collect::<Json>(),
        })
    });
    json::document([
        ("clients", view.pyramid.places.iter().map(line).collect()),
        ("tiers", view.pyramid.shares().iter().map(tier).collect()),
        ("moves", moves.unwrap_or(Json::Null)),
        ("concentration", view.pyramid.concentration_percent().map_or(Json::Null, json::decimal)),
        ("small", view.pyramid.is_small().into()),
    ])
}

fn page(session: &mut Session, view: &View<'_>) {
    let (words, rates) = (&session.words, Rates::of(view.book));
    let line = |place: &Place| {
        let ltv = place.value.money(&rates);
        let said = ltv.value().map_or_else(|| words.unknown(), |money| words.money_whole(*money));
        let notes: Vec<String> = place.remarks().map(|note| words.sentence(note)).collect();
        let unstable = if place.unstable { " ~" } else { "" };
        vec![
            format!("{}{unstable}", words.term(&place.tier.term())),
            say::client(view.book, place.client),
            if ltv.is_partial() { format!("≈ {said}") } else { said },
            words.list(&notes),
        ]
    };
    let rows: Vec<Vec<String>> = view.pyramid.places.iter().map(line).collect();
    let shares = view.pyramid.shares();
    let shares = shares.iter().map(|share| vec![words.term(&share.tier.term()), words.tier_share(share)]);
    let shares: Vec<Vec<String>> = shares.collect();
    let notes = notes(session, view);
    session.paper.table(&[], &rows);
    session.paper.gap();
    session.paper.table(&[], &shares);
    for note in notes {
        session.paper.line(&note);
    }
}

fn notes(session: &Session, view: &View<'_>) -> Vec<String> {
    let words = &session.words;
    let mut notes = Vec::new();
    if let Some(percent) = view.pyramid.concentration_percent() {
        let said = Arg::text(words.percent_to(percent, 1));
        notes.push(words.sentence(&Sentence::new("concentration-line").with("percent", said)));
    }
    if view.pyramid.is_small() {
        notes.push(words.say("small-portfolio"));
    }
    let Some(moves) = last_moves(view) else { return notes };
    for moved in &moves.moves {
        notes.push(words.sentence(&moved.sentence(&say::client(view.book, moved.client))));
    }
    notes
}
