//! `money`: what a client is worth, the VIP test, the figures by month, plans and the service budget.

use serde_json::{Value as Json, json};

use super::super::exit::Failure;
use super::super::session::Session;
use super::super::{find, json, say};
use super::listing;
use crate::desk::Desk;
use crate::domain::field::FieldType;
use crate::domain::figures::client_line;
use crate::domain::figures::group::{self, Group};
use crate::domain::figures::known::Figure;
use crate::domain::figures::plan::{Quantity, progress};
use crate::domain::figures::service_budget::{Share, budget};
use crate::domain::figures::view::View;
use crate::domain::money::Money;
use crate::domain::vip_test::{Label, VipTest, vip_test};
use crate::domain::{Arg, Client, Entity, Id, PlanTarget, Record, Sentence};

/// What a client is worth: LTV, VIP test, figures by month, plans, service budget
#[derive(Debug, clap::Args)]
pub struct MoneyArgs {
    client: String,
}

/// # Errors
/// No such client.
pub fn run(session: &mut Session, args: &MoneyArgs) -> Result<(), Failure> {
    let desk = session.open()?;
    let id = find::client(desk.book(), &args.client)?;
    let gone = || Failure::not_found(Sentence::new("record-gone"));
    let client = desk.book().client.get(id).ok_or_else(gone)?;
    let view = View::on(desk.book(), desk.today());
    if session.global.json {
        let document = document(session, &view, client);
        session.paper.json(&document);
        return Ok(());
    }
    page(session, &desk, &view, client);
    Ok(())
}

fn document(session: &Session, view: &View<'_>, client: &Client) -> Json {
    let (book, words) = (view.book, &session.words);
    let id: Id<Client> = Id::new(client.head.uid);
    let value = book.value(id, view.month());
    let by_currency = value.map(|value| value.by_currency.iter().map(FieldType::json).collect::<Json>());
    let months = months(view, id);
    json::document([
        ("client", json::client(book, id)),
        ("ltv", json::figure(words, &client_line::ltv(view, client), FieldType::json)),
        ("by_currency", by_currency.unwrap_or_else(|| json!([]))),
        ("group", group_document(session, view, id)),
        ("tier", view.tier(id).word().into()),
        ("vip_test", test(session, &vip_test(book, client, view.today))),
        ("months", months.iter().map(|row| json::record(book, words, row)).collect()),
        ("plan", targets(view, id).into_iter().map(|target| plan(session, view, target)).collect()),
        ("service_budget", service(session, view, id)),
    ])
}

/// What the client and all below it have brought; null where there is no group.
fn group_document(session: &Session, view: &View<'_>, client: Id<Client>) -> Json {
    let told = |group: Group| json!({ "clients": group.below + 1, "ltv": json::figure(&session.words, &group.ltv, FieldType::json) });
    group::group(view, client).map_or(Json::Null, told)
}

fn months(view: &View<'_>, client: Id<Client>) -> Vec<Record> {
    let mut rows: Vec<_> = view.book.ledger_month.of(client).filter(|row| row.client == client).collect();
    rows.sort_by_key(|row| (row.month, row.currency));
    rows.into_iter().map(|row| Record::LedgerMonth(Box::new(row.clone()))).collect()
}

fn targets<'a>(view: &View<'a>, client: Id<Client>) -> Vec<&'a PlanTarget> {
    let mut rows: Vec<_> = view.book.plan_target.of(client).filter(|row| row.client == Some(client)).collect();
    rows.sort_by_key(|row| (row.year, row.quarter, row.measure));
    rows
}

fn test(session: &Session, test: &VipTest) -> Json {
    let words = &session.words;
    let criterion = |line: &crate::domain::vip_test::Line| {
        json!({
            "criterion": line.code,
            "state": line.truth.word(),
            "why": line.why.as_ref().map(|why| words.sentence(why)),
            "disagrees": line.disagrees,
        })
    };
    let settle = |settle: &crate::domain::vip_test::Settle| json!({ "criterion": settle.code, "text": words.sentence(&settle.text) });
    let label = match &test.label {
        Label::Is(label) => json!(label),
        Label::Unknown => json!("unknown"),
        Label::None => Json::Null,
    };
    json!({
        "state": test.outcome.word(),
        "k": test.k,
        "met": test.met,
        "unknown": test.unknown,
        "needed": test.needed,
        "criteria": test.criteria.iter().map(criterion).collect::<Json>(),
        "settles": test.settles.iter().map(settle).collect::<Json>(),
        "label": label,
    })
}

fn quantity(quantity: &Quantity) -> Json {
    match quantity {
        Quantity::Money(money) => money.json(),
        Quantity::Number(number) => json::decimal(*number),
    }
}

fn plan(session: &Session, view: &View<'_>, target: &PlanTarget) -> Json {
    let progress = progress(view, target);
    json!({
        "uid": target.head.uid.to_string(),
        "measure": target.measure.word(),
        "year": target.year,
        "quarter": target.quarter,
        "target": json::target(target),
        "actual": json::figure(&session.words, &progress.actual, quantity),
        "pace": progress.pace_percent().map(json::decimal),
        "of_year": progress.of_period_percent().map(json::decimal),
        "known": progress.actual.known,
        "of": progress.actual.of,
    })
}

fn service(session: &Session, view: &View<'_>, client: Id<Client>) -> Json {
    let budget = budget(view);
    let share = budget.share(client);
    let money = |read: fn(&Share) -> Result<Money, Sentence>| {
        let missing = || Err(Sentence::new("why-no-figures"));
        let figure = match share.map_or_else(missing, read) {
            Ok(money) => Figure::known(money),
            Err(why) => Figure::unknown(why),
        };
        json::figure(&session.words, &figure, FieldType::json)
    };
    json!({
        "year": budget.year,
        "share": money(|share| share.share.clone()),
        "override": share.and_then(|share| share.by_hand).map(|money| money.json()),
        "spent": money(|share| share.spent.clone()),
        "left": money(Share::left),
    })
}

fn page(session: &mut Session, desk: &Desk, view: &View<'_>, client: &Client) {
    let id: Id<Client> = Id::new(client.head.uid);
    let words = &session.words;
    let ltv = client_line::ltv(view, client);
    let money = ltv.value().map_or_else(|| words.unknown(), |money| words.money_whole(*money));
    let known = Sentence::new("known-of").count("known", ltv.known).count("of", ltv.of);
    let test = vip_test(view.book, client, view.today);
    let mut rows = vec![
        vec![words.term("term.ltv"), if ltv.is_partial() { format!("≈ {money}") } else { money }],
        vec![words.term("term.tier"), words.term(&view.tier(id).term())],
        vec![words.term("term.vip_test"), words.sentence(&test.sentence())],
    ];
    if ltv.is_partial() {
        rows[0].push(words.sentence(&known));
    } else if let (true, Some(why)) = (ltv.is_unknown(), &ltv.why) {
        rows[0].push(words.sentence(why));
    }
    for line in &test.criteria {
        let volumes = test.volumes.iter().filter(|_| line.code == "V2");
        let disagrees = line.disagrees || volumes.into_iter().any(|volume| volume.disagrees);
        let disagrees = disagrees.then(|| words.say("vip-disagrees"));
        let why: Vec<String> = line.why.as_ref().map(|why| words.sentence(why)).into_iter().chain(disagrees).collect();
        rows.push(vec![
            format!("  {}", words.short(&line.term())),
            words.term(&line.truth.term()),
            words.remarks(&why),
        ]);
    }
    if let Label::Is(label) = &test.label {
        rows[2].push(label.clone());
    }
    let targets: Vec<Record> =
        targets(view, id).into_iter().map(|target| Record::PlanTarget(Box::new(target.clone()))).collect();
    let heading = say::client(view.book, id);
    session.paper.heading(&heading);
    session.paper.table(&[], &rows);
    for line in beside(session, view, id) {
        session.paper.line(&line);
    }
    for (entity, records) in [(Entity::LedgerMonth, months(view, id)), (Entity::PlanTarget, targets)] {
        if let (Some(noun), false) = (super::super::noun::of(entity), records.is_empty()) {
            let heading = session.words.term(&entity.term());
            session.paper.gap();
            session.paper.heading(&heading);
            listing::table(session, desk, noun, &records, Some(id.uuid));
        }
    }
}

/// Each currency on its own where the one figure hides them, and what the group has brought.
fn beside(session: &Session, view: &View<'_>, client: Id<Client>) -> Vec<String> {
    let words = &session.words;
    let apart = view.book.value(client, view.month()).and_then(|value| value.apart());
    let apart = apart.map(|list| words.say_with("ltv-by-currency", &[("list", list)]));
    let group = group::group(view, client).map(|group| {
        let about = if group.ltv.is_partial() { "≈ " } else { "" };
        let sum =
            group.ltv.value().map_or_else(|| words.unknown(), |money| format!("{about}{}", words.money_whole(*money)));
        let told = words.say_with("group-ltv", &[("n", Arg::count(group.below)), ("sum", Arg::text(sum))]);
        let known = [("known", Arg::count(group.ltv.known)), ("of", Arg::count(group.ltv.of))];
        words.told(&told, &words.say_with("months-known-of", &known))
    });
    apart.into_iter().chain(group).collect()
}
