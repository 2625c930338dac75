//! `pyramid`: clients by lifetime value, with what keeps each where it is.

use serde_json::{Value as Json, json};

use super::super::exit::Failure;
use super::super::session::Session;
use super::super::{json, say};
use crate::domain::field::FieldType;
use crate::domain::figures::pyramid::Place;
use crate::domain::figures::rates::Rates;
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
    let rates = Rates::of(desk.book());
    let words = &session.words;
    let percent = view.pyramid.concentration_percent();
    if session.global.json {
        let line = |place: &Place| {
            json!({
                "client": json::client(desk.book(), place.client),
                "tier": place.tier.word(),
                "ltv": json::figure(words, &place.value.money(&rates), FieldType::json),
                "unstable": place.unstable,
                "why": place.why.as_ref().map(|why| words.sentence(why)),
            })
        };
        let document = json::document([
            ("clients", view.pyramid.places.iter().map(line).collect()),
            ("concentration", percent.map_or(Json::Null, json::decimal)),
            ("small", view.pyramid.is_small().into()),
        ]);
        session.paper.json(&document);
        return Ok(());
    }
    let line = |place: &Place| {
        let ltv = place.value.money(&rates);
        let said = ltv.value().map_or_else(|| words.unknown(), |money| words.money_whole(*money));
        let notes = [&place.why, &place.hint, &place.could];
        let notes: Vec<String> = notes.into_iter().flatten().map(|note| words.sentence(note)).collect();
        vec![
            words.term(&place.tier.term()),
            say::client(desk.book(), place.client),
            if ltv.is_partial() { format!("≈ {said}") } else { said },
            words.list(&notes),
        ]
    };
    let rows: Vec<Vec<String>> = view.pyramid.places.iter().map(line).collect();
    let mut notes = Vec::new();
    if let Some(percent) = percent {
        let said = Arg::text(words.percent_to(percent, 1));
        notes.push(words.sentence(&Sentence::new("concentration-line").with("percent", said)));
    }
    if view.pyramid.is_small() {
        notes.push(words.say("small-portfolio"));
    }
    session.paper.table(&[], &rows);
    for note in notes {
        session.paper.line(&note);
    }
    Ok(())
}
