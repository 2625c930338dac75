//! The head of the internal brief, and the five lines that matter most.

use super::blocks::Section;
use super::pen::Pen;
use crate::domain::figures::promises;
use crate::domain::map::FindingKind;
use crate::domain::words::{NeedState, Voice};
use crate::domain::{Arg, Need};

pub(super) fn title(pen: &Pen<'_>) -> String {
    pen.with("brief-title", &[("client", Arg::text(&pen.client.name))])
}

pub(super) fn head(pen: &Pen<'_>) -> Vec<String> {
    let settings = pen.view.settings();
    let visit = pen.visit.map_or_else(|| pen.say("no-visit-booked"), |visit| pen.when_and_where(visit));
    let purpose = pen.visit.and_then(|visit| visit.purpose.clone());
    let manager = [&settings.manager_name, &settings.manager_title, &settings.bank_name];
    vec![
        pen.say("brief-internal_mark"),
        pen.with("brief-visit", &[("visit", Arg::text(visit))]),
        pen.with("brief-purpose", &[("purpose", Arg::text(pen.or_unknown(purpose)))]),
        pen.with("brief-as_of", &[("date", Arg::Date(pen.view.today))]),
        pen.with(
            "brief-manager",
            &[("name", Arg::text(pen.words.remarks(&manager.into_iter().flatten().collect::<Vec<_>>())))],
        ),
    ]
}

/// At most five lines; what is not known says so.
pub(super) fn in_short(pen: &Pen<'_>) -> Section {
    let mut section = Section::new("in_short", pen.say("brief-in_short"));
    section.item(decides(pen));
    section.item(need(pen));
    section.items(late(pen));
    section.items(opponent(pen));
    let goal = pen.visit.and_then(|visit| visit.purpose.clone());
    section.item(pen.with("brief-we_want", &[("goal", Arg::text(pen.or_unknown(goal)))]));
    section
}

fn decides(pen: &Pen<'_>) -> String {
    let deciders: Vec<String> =
        pen.map.deciders().map(|holder| pen.person(holder.person) + &pen.words.aside(&pen.sure(holder))).collect();
    let who = if deciders.is_empty() { pen.unknown() } else { pen.words.list(&deciders) };
    pen.with("brief-who_decides", &[("who", Arg::text(who))])
}

/// The need that matters most: essential before others, special before basic, hidden before stated, oldest first.
pub(super) fn weightiest<'a>(pen: &Pen<'a>) -> Option<&'a Need> {
    let open = |need: &&Need| need.client == pen.id() && need.state.is_open();
    pen.view.book.need.of(pen.id()).filter(open).min_by_key(|need| {
        let confirmed = need.state == NeedState::Confirmed;
        let hidden = need.voice == Voice::Hidden;
        (!need.essential, !confirmed, need.breadth.is_none(), !hidden, need.head.created_at, need.head.uid)
    })
}

fn need(pen: &Pen<'_>) -> String {
    let need = weightiest(pen).map(|need| {
        let state = pen.words.need_state(pen.view.book, need, pen.view.today);
        let words = [pen.words.term(&need.voice.term()), state];
        format!("{}{}", need.title, pen.words.aside(&pen.words.remarks(&words)))
    });
    pen.with("brief-need_first", &[("need", Arg::text(need.unwrap_or_else(|| pen.say("word-none_found"))))])
}

fn late(pen: &Pen<'_>) -> Option<String> {
    let open = promises::of_client(pen.view, pen.id());
    let late = open.iter().find(|open| open.is_ours() && open.is_late())?;
    let args = [("text", Arg::text(&late.promise.text)), ("late", Arg::text(pen.words.late(late.late_days)))];
    Some(pen.with("brief-we_are_late", &args))
}

fn opponent(pen: &Pen<'_>) -> Option<String> {
    let opponent = pen.map.findings.iter().find(|finding| finding.kind == FindingKind::Opponent)?;
    Some(pen.sentence(&opponent.text))
}
