//! `map`: the decision map of a client, drawn or as a document.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde_json::{Value as Json, json};

use super::super::exit::Failure;
use super::super::session::Session;
use super::super::{find, json, say};
use crate::desk::Desk;
use crate::domain::figures::contacts;
use crate::domain::map::{Changed, DecisionMap, Holder, Row, What, changed, holders};
use crate::domain::words::{About, Certainty, RoleKind};
use crate::domain::{Book, Client, Entity, Id, Sentence};
use crate::export::map as chart;

/// The decision map of a client
#[derive(Debug, clap::Args)]
pub struct MapArgs {
    client: String,
    /// As it was on a day
    #[arg(long, value_name = "D")]
    as_of: Option<String>,
    /// With what is new since a day, or since the last visit
    #[arg(long, value_name = "D|last-visit")]
    since: Option<String>,
    /// For one offer
    #[arg(long, value_name = "P")]
    proposal: Option<String>,
}

/// # Errors
/// No such client or offer, or no day.
pub fn run(session: &mut Session, args: &MapArgs) -> Result<(), Failure> {
    let desk = session.open()?;
    let client = find::client(desk.book(), &args.client)?;
    let proposal = args.proposal.as_ref().map(|text| find::record(desk.book(), Entity::Proposal, text)).transpose()?;
    let as_of = args.as_of.as_deref().map_or_else(|| Ok(desk.today()), |text| find::day(&desk, text))?;
    let proposal = proposal.map(Id::new);
    if let Some(other) = proposal.and_then(|id| desk.book().proposal.get(id)).filter(|offer| offer.client != client) {
        let other = say::client(desk.book(), other.client);
        return Err(Sentence::new("offer-is-for-other").text("other", other).into());
    }
    let ask = holders::Ask::today(client, desk.today()).offer(proposal);
    let map = DecisionMap::of(desk.book(), ask.as_of(as_of), &desk.past_of(client, as_of)?);
    let changed = match &args.since {
        Some(since) => {
            let since = since_day(&desk, client, since)?;
            let before = DecisionMap::of(desk.book(), ask.as_of(since), &desk.past_of(client, since)?);
            Some(changed(&before, &map))
        }
        None => None,
    };
    if session.global.json {
        let document = document(session, &desk, &map, changed.as_deref());
        session.paper.json(&document);
    } else {
        page(session, &desk, &map, changed.as_deref());
    }
    Ok(())
}

fn since_day(desk: &Desk, client: Id<Client>, text: &str) -> Result<NaiveDate, Failure> {
    if text != "last-visit" {
        return find::day(desk, text);
    }
    let held = contacts::held(desk.book(), client, desk.today());
    let last = held.first().map(|visit| visit.day(desk.book().settings().zone));
    last.ok_or_else(|| Failure::not_found(Sentence::new("cli-no-held-visit")))
}

fn document(session: &Session, desk: &Desk, map: &DecisionMap, changed: Option<&[Changed]>) -> Json {
    let (book, words) = (desk.book(), &session.words);
    let finding = |finding: &crate::domain::map::Finding| {
        json!({
            "kind": finding.kind.word(),
            "step": finding.step.map(RoleKind::word),
            "person": finding.person.map_or(Json::Null, |person| json::person(book, words, person)),
            "text": words.sentence(&finding.text),
        })
    };
    let question = |question: crate::domain::map::NextQuestion| {
        json!({
            "text": words.sentence(&question.text),
            "about": question.about.map(About::word),
            "record": question.record.map(|uuid| uuid.to_string()),
            "step": question.step.map(RoleKind::word),
        })
    };
    let mut parts = vec![
        ("client", json::client(book, map.ask.client)),
        ("as_of", map.ask.as_of.to_string().into()),
        ("completeness", map.completeness.into()),
        ("balance", map.balance.percent.into()),
        ("balance_known", map.balance.known.into()),
        ("balance_of", map.balance.of.into()),
        ("steps", map.steps.iter().map(|row| row_json(session, book, row)).collect()),
        ("others", map.others.iter().map(|row| row_json(session, book, row)).collect()),
        ("missing", map.missing().map(|step| Json::from(step.word())).collect()),
        ("findings", map.findings.iter().map(finding).collect()),
        ("questions", map.questions(book).into_iter().map(question).collect()),
    ];
    if let Some(changed) = changed {
        let line = |changed: &Changed| changed_json(session, book, changed);
        parts.push(("changed", changed.iter().map(line).collect()));
    }
    json::document(parts)
}

fn changed_json(session: &Session, book: &Book, changed: &Changed) -> Json {
    let text = |side: Option<i64>| side.map(|value| value.to_string());
    let word = |side: Option<Certainty>| side.map(|certainty| certainty.word().to_owned());
    let (kind, before, after) = match changed.what {
        What::Role { kind, before, after } => (kind.word(), word(before), word(after)),
        What::Stance { before, after } => ("stance", text(before), text(after)),
        What::Influence { before, after } => ("influence", text(before), text(after)),
        What::Line { kind, to, is_new } => {
            let to = book.person.get(to).map(|person| person.handle.clone());
            let (before, after) = if is_new { (None, to) } else { (to, None) };
            (kind.word(), before, after)
        }
    };
    let person = json::person(book, &session.words, changed.person);
    json!({ "kind": kind, "person": person, "before": before, "after": after })
}

fn row_json(session: &Session, book: &Book, row: &Row) -> Json {
    let holder = |holder: &Holder| {
        json!({
            "person": json::person(book, &session.words, holder.person),
            "certainty": holder.certainty.word(),
            "freshness": holder.freshness.word(),
            "learned_on": holder.learned_on.to_string(),
            "possibly": holder.possibly,
            "left": holder.left,
        })
    };
    json!({
        "step": row.kind.word(),
        "absent": row.absent.is_some(),
        "reason": row.absent.as_ref().map(|absent| &absent.reason),
        "value": json::decimal((Decimal::from(row.value) / Decimal::from(holders::FULL)).round_dp(3)),
        "holders": row.holders.iter().map(holder).collect::<Json>(),
    })
}

fn page(session: &mut Session, desk: &Desk, map: &DecisionMap, changed: Option<&[Changed]>) {
    let book = desk.book();
    let words = &session.words;
    let balance = map.balance.percent.map_or_else(
        || words.unknown(),
        |percent| {
            let of = Sentence::new("known-of").count("known", map.balance.known).count("of", map.balance.of);
            format!("{percent:+} ({})", words.sentence(&of))
        },
    );
    let head = format!(
        "{}  {}  {} {}  {} {balance}",
        say::client(book, map.ask.client),
        words.date(map.ask.as_of),
        words.short("entity.decision_map"),
        words.percent(map.completeness),
        words.short("term.balance_of_forces"),
    );
    session.paper.heading(&head);
    if map.is_empty() {
        let empty = session.words.say("map-empty");
        session.paper.line(&empty);
        return;
    }
    for line in chart::text(&chart::Chart::of(book, map, words), session.paper.columns()) {
        session.paper.line(&line);
    }
    session.paper.gap();
    for finding in &map.findings {
        let line = session.words.sentence(&finding.text);
        session.paper.line(&format!("? {line}"));
    }
    for changed in changed.into_iter().flatten() {
        let line = session.words.changed(book, map, changed);
        session.paper.line(&format!("* {line}"));
    }
}
