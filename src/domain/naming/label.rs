//! How a record is called in a few words, and every name by which it may be asked for.

use uuid::Uuid;

use crate::domain::book::{Book, Entity};
use crate::domain::date::local_text;
use crate::domain::entity::{Client, Person};
use crate::domain::plain_name::plain_name;
use crate::domain::sentence::Arg;
use crate::domain::table::{AnyRow, Id};

/// A short human name for any record; stored words and ISO days where it holds some. Empty when it is not there.
pub fn label(book: &Book, entity: Entity, uuid: Uuid) -> String {
    let parts = label_parts(book, entity, uuid);
    let texts = parts.iter().map(plain_text).filter(|text| !text.is_empty());
    texts.collect::<Vec<_>>().join(" ")
}

fn plain_text(part: &Arg) -> String {
    match part {
        Arg::Text(text) => text.clone(),
        Arg::Word(key) => key.rsplit('.').next().unwrap_or_default().to_owned(),
        Arg::Label(_, field) => field.clone(),
        Arg::Count(n) => n.to_string(),
        Arg::Date(day) => day.to_string(),
        Arg::Time(time) => local_text(*time).replace('T', " "),
        Arg::Partial(day) => day.to_string(),
        Arg::Month(month) => month.to_string(),
        Arg::Money(money) => money.to_string(),
        Arg::List(items) => items.iter().map(plain_text).collect::<Vec<_>>().join(", "),
        Arg::Decimal(number) => number.to_string(),
        Arg::Sentence(sentence) => sentence.id.clone(),
    }
}

/// The same in parts, so that days and words can be said in a language.
pub fn label_parts(book: &Book, entity: Entity, uuid: Uuid) -> Vec<Arg> {
    let parts = match entity {
        Entity::Settings | Entity::Client | Entity::Person => people_and_clients(book, entity, uuid),
        Entity::Role
        | Entity::Stance
        | Entity::Influence
        | Entity::Affiliation
        | Entity::Occasion
        | Entity::Interest
        | Entity::Visit => ties(book, entity, uuid),
        Entity::Product | Entity::Holding | Entity::TermScore | Entity::Concession => offered(book, entity, uuid),
        Entity::LedgerMonth
        | Entity::ServiceBudget
        | Entity::ServiceSpend
        | Entity::FxRate
        | Entity::TierSnapshot
        | Entity::Satisfaction
        | Entity::VipEvidence
        | Entity::PlanTarget => figures(book, entity, uuid),
        _ => written(book, entity, uuid),
    };
    parts.unwrap_or_default()
}

fn text(text: impl Into<String>) -> Arg {
    Arg::text(text)
}

fn client(book: &Book, id: Id<Client>) -> Arg {
    text(book.client.get(id).map(client_name).unwrap_or_default())
}

fn person(book: &Book, id: Id<Person>) -> Arg {
    text(book.person.get(id).map(Person::display_name).unwrap_or_default())
}

fn client_name(client: &Client) -> String {
    client.short_name.clone().unwrap_or_else(|| plain_name(&client.name))
}

fn people_and_clients(book: &Book, entity: Entity, uuid: Uuid) -> Option<Vec<Arg>> {
    Some(vec![match entity {
        Entity::Client => text(client_name(book.client.by_uuid(uuid)?)),
        Entity::Person => text(book.person.by_uuid(uuid)?.display_name()),
        _ => Arg::word(Entity::Settings.term()),
    }])
}

fn ties(book: &Book, entity: Entity, uuid: Uuid) -> Option<Vec<Arg>> {
    Some(match entity {
        Entity::Role => {
            let role = book.role.by_uuid(uuid)?;
            vec![person(book, role.person), Arg::word(role.kind.term()), client(book, role.client)]
        }
        Entity::Stance => {
            let stance = book.stance.by_uuid(uuid)?;
            vec![person(book, stance.person), client(book, stance.client), Arg::Date(stance.on)]
        }
        Entity::Influence => {
            let tie = book.influence.by_uuid(uuid)?;
            vec![person(book, tie.from_person), Arg::word(tie.kind.term()), person(book, tie.to_person)]
        }
        Entity::Affiliation => {
            let place = book.affiliation.by_uuid(uuid)?;
            let position = text(place.position.clone().unwrap_or_default());
            vec![person(book, place.person), position, client(book, place.client)]
        }
        Entity::Interest => {
            let interest = book.interest.by_uuid(uuid)?;
            vec![person(book, interest.person), text(&interest.text)]
        }
        Entity::Occasion => {
            let occasion = book.occasion.by_uuid(uuid)?;
            let whose = occasion.person.map(|id| person(book, id)).or(occasion.client.map(|id| client(book, id)))?;
            vec![whose, Arg::word(occasion.kind.term()), Arg::Partial(occasion.date)]
        }
        _ => {
            let visit = book.visit.by_uuid(uuid)?;
            vec![client(book, visit.client), Arg::Time(visit.local_start(book.settings().zone))]
        }
    })
}

fn offered(book: &Book, entity: Entity, uuid: Uuid) -> Option<Vec<Arg>> {
    let language = book.settings().ui_language;
    let product = |id| text(book.product.get(id).map(|product| product.name.say(language)).unwrap_or_default());
    let term = |id| text(book.proposal_term.get(id).map(|term| term.label.as_str()).unwrap_or_default());
    Some(match entity {
        Entity::Product => vec![text(book.product.by_uuid(uuid)?.name.say(language))],
        Entity::Holding => {
            let holding = book.holding.by_uuid(uuid)?;
            vec![client(book, holding.client), product(holding.product)]
        }
        Entity::TermScore => {
            let score = book.term_score.by_uuid(uuid)?;
            let whose = book.interest.get(score.interest).map(|interest| person(book, interest.person));
            [Some(term(score.term)), whose].into_iter().flatten().collect()
        }
        _ => {
            let concession = book.concession.by_uuid(uuid)?;
            vec![term(concession.term), Arg::word(concession.by.term()), Arg::Date(concession.on)]
        }
    })
}

fn figures(book: &Book, entity: Entity, uuid: Uuid) -> Option<Vec<Arg>> {
    Some(match entity {
        Entity::LedgerMonth => {
            let row = book.ledger_month.by_uuid(uuid)?;
            vec![client(book, row.client), Arg::Month(row.month), text(row.currency.code())]
        }
        Entity::ServiceBudget => vec![text(book.service_budget.by_uuid(uuid)?.year.to_string())],
        Entity::ServiceSpend => {
            let spend = book.service_spend.by_uuid(uuid)?;
            let what = spend.text.clone().map_or_else(|| Arg::word(spend.category.term()), text);
            vec![client(book, spend.client), Arg::Date(spend.on), what]
        }
        Entity::FxRate => {
            let rate = book.fx_rate.by_uuid(uuid)?;
            vec![text(rate.currency.code()), Arg::Month(rate.month)]
        }
        Entity::TierSnapshot => {
            let row = book.tier_snapshot.by_uuid(uuid)?;
            vec![client(book, row.client), Arg::Month(row.month)]
        }
        Entity::Satisfaction => {
            let row = book.satisfaction.by_uuid(uuid)?;
            vec![client(book, row.client), Arg::Date(row.on), Arg::word(row.about.term())]
        }
        Entity::VipEvidence => {
            let row = book.vip_evidence.by_uuid(uuid)?;
            vec![client(book, row.client), Arg::word(row.criterion.term()), Arg::Date(row.as_of)]
        }
        _ => {
            let target = book.plan_target.by_uuid(uuid)?;
            let whose = target.client.map(|id| client(book, id));
            let quarter = target.quarter.map(|quarter| text(format!("Q{quarter}")));
            let what = [Some(Arg::word(target.measure.term())), Some(text(target.year.to_string())), quarter];
            whose.into_iter().chain(what.into_iter().flatten()).collect()
        }
    })
}

/// Rows that are called by what was written into them.
fn written(book: &Book, entity: Entity, uuid: Uuid) -> Option<Vec<Arg>> {
    Some(vec![match entity {
        Entity::Need => text(&book.need.by_uuid(uuid)?.title),
        Entity::Commitment => text(&book.commitment.by_uuid(uuid)?.text),
        Entity::Proposal => text(&book.proposal.by_uuid(uuid)?.title),
        Entity::ProposalTerm => text(&book.proposal_term.by_uuid(uuid)?.label),
        Entity::Answer => text(&book.answer.by_uuid(uuid)?.question),
        Entity::Problem => text(&book.problem.by_uuid(uuid)?.title),
        Entity::Note => text(first_line(&book.note.by_uuid(uuid)?.text)),
        Entity::ClientGoal => text(&book.client_goal.by_uuid(uuid)?.text),
        Entity::BusinessAudit => {
            let audit = book.business_audit.by_uuid(uuid)?;
            return Some(vec![client(book, audit.client), Arg::Date(audit.on)]);
        }
        _ => {
            let link = book.client_link.by_uuid(uuid)?;
            return Some(vec![client(book, link.a), Arg::word(link.kind.term()), client(book, link.b)]);
        }
    }])
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

/// The one word by which a row is offered: its handle, code or label.
pub(super) fn called(row: &dyn AnyRow) -> String {
    let field = if row.entity() == Entity::Product { "code" } else { "handle" };
    row.value(field).and_then(|json| json.as_str().map(str::to_owned)).unwrap_or_default()
}

/// Every name by which a row may be asked for.
pub fn names(book: &Book, row: &dyn AnyRow) -> Vec<String> {
    let (entity, uuid) = (row.entity(), row.uuid());
    if let (Entity::Client, Some(client)) = (entity, book.client.by_uuid(uuid)) {
        return client_names(client);
    }
    if let (Entity::Person, Some(person)) = (entity, book.person.by_uuid(uuid)) {
        return person_names(person);
    }
    let mut names = vec![label(book, entity, uuid)];
    row.each_text(&mut |place, text| {
        if place.field.is_text() && place.field.need == crate::domain::field::Need::Required {
            names.push(text.to_owned());
        }
    });
    if let Some(product) = book.product.by_uuid(uuid).filter(|_| entity == Entity::Product) {
        names.extend(product.name.0.values().cloned());
    }
    names
}

fn client_names(client: &Client) -> Vec<String> {
    let others = [&client.short_name, &client.name_local, &client.name_latin].into_iter().flatten().cloned();
    [client.handle.clone(), plain_name(&client.name), client.name.clone()].into_iter().chain(others).collect()
}

fn person_names(person: &Person) -> Vec<String> {
    let part = |name: &Option<String>| name.clone().unwrap_or_default();
    let (family, given) = (part(&person.family_name), part(&person.given_name));
    let turned = format!("{given} {} {family}", part(&person.patronymic));
    let mut names = vec![
        person.handle.clone(),
        person.display_name(),
        turned,
        format!("{given} {family}"),
        format!("{family} {given}"),
    ];
    names.extend([&person.full_name, &person.name_latin, &person.family_name].into_iter().flatten().cloned());
    names
}
