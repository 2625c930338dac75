//! The meeting situation of a client as JSON: part of `client show`.

use serde_json::{Value as Json, json};

use super::super::json;
use super::today::visit_json;
use crate::desk::Desk;
use crate::domain::Client;
use crate::domain::Visit;
use crate::domain::figures::View;
use crate::domain::figures::meeting::{Ahead, DAYS, MeetingSituation};
use crate::domain::figures::occasions::{Near, Whose};
use crate::domain::table::Row as _;
use crate::i18n::Words;

pub fn situation(words: &Words, desk: &Desk, client: &Client) -> Json {
    let book = desk.book();
    let found = MeetingSituation::of(&View::on(book, desk.today()), client.uid());
    let visit = |visit: &Visit| {
        let mut shown = visit_json(book, visit);
        shown["our_top_present"] = visit.our_top_present.into();
        shown
    };
    let ahead = |ahead: &Ahead<'_>| {
        let mut shown = visit(ahead.visit);
        shown["invited"] = ahead.invited.into();
        shown
    };
    let occasion = |near: &Near| {
        let (person, of_client) = match near.whose {
            Whose::Person(person) => (json::person(book, words, person), Json::Null),
            Whose::Client(client) => (Json::Null, json::client(book, client)),
        };
        json!({ "date": near.date.to_string(), "kind": near.kind.word(), "person": person, "client": of_client })
    };
    json!({
        "days": DAYS,
        "planned": found.is_planned(),
        "ahead": found.ahead.iter().map(ahead).collect::<Json>(),
        "could_join": found.could_join.iter().map(|row| visit(row)).collect::<Json>(),
        "occasions": found.occasions.iter().map(occasion).collect::<Json>(),
        "last": found.last.map_or(Json::Null, visit),
    })
}
