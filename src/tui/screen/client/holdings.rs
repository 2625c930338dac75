//! Products a client uses, what each is for, and services nobody is named for.

use super::{Page, Subject};
use crate::domain::figures::services;
use crate::domain::{Arg, Client, Entity, Holding, Id};
use crate::tui::cells::both_ends;
use crate::tui::layer::View;

pub(super) fn section(page: &mut Page, view: &View<'_>, client: Id<Client>, width: usize) {
    page.lines.section(None, view.say("money-holdings"), "");
    let mut rows: Vec<&Holding> = view.book().holding.of(client).filter(|row| row.client == client).collect();
    rows.sort_by_key(|row| (row.to.is_some(), row.provider_other.is_some(), row.from, row.head.uid));
    if rows.is_empty() {
        page.begins(view.words.term("word.none"), Entity::Holding);
    }
    for row in rows {
        holding(page, view, row, width);
    }
    let unlinked = services::unlinked(view.book(), client, view.today());
    if !unlinked.is_empty() {
        let families: Vec<String> = unlinked.iter().map(|family| view.words.term(&family.term())).collect();
        let told = view.say_with("services-not-linked", &[("list", Arg::texts(families))]);
        for line in crate::tui::cells::wrap(&format!("! {told}"), width) {
            page.lines.text(line);
        }
    }
}

/// The product and since when; beneath it the needs it answers.
fn holding(page: &mut Page, view: &View<'_>, row: &Holding, width: usize) {
    let product = view.book().product.get(row.product);
    let name = product.map(|product| product.name.say(view.words.lang()).to_owned()).unwrap_or_default();
    let from = row.from.map(|day| view.words.partial(day)).unwrap_or_default();
    let to = row.to.map(|day| format!(" {} {}", view.marks.arrow, view.words.partial(day))).unwrap_or_default();
    let bank = row.provider_other.clone().map(|bank| view.words.aside(&view.private(bank))).unwrap_or_default();
    let line = both_ends(&format!("{name}{bank}"), &format!("{from}{to}"), width, view.marks.cut);
    page.row(line, Some(Subject::new(Entity::Holding, row.head.uid)));
    for need in services::served_by(view.book(), row) {
        let voice = view.words.term(&need.voice.term());
        let text = view.words.told(&voice, &view.private(need.title.as_str()));
        page.lines.text(view.fit(&format!("  {} {text}", view.marks.arrow), width));
    }
    if let Some(goal) = row.goal.and_then(|goal| view.book().client_goal.get(goal)) {
        let text = view.words.told(&view.say("overview-goal"), &view.private(goal.text.as_str()));
        page.lines.text(view.fit(&format!("  {} {text}", view.marks.arrow), width));
    }
}
