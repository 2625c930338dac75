//! What can be chosen for a field that names records, words of a set or a time zone. The nearest to the form's client
//! come first.

use uuid::Uuid;

use super::name;
use super::page::Page;
use super::slot::{Editor, Slot};
use crate::domain::date::in_force;
use crate::domain::field::{FieldType, Kind};
use crate::domain::offer::may_return;
use crate::domain::text::fold;
use crate::domain::words::{ClientStatus, Side, Who};
use crate::domain::{Client, Entity, Id, Record};
use crate::tui::layer::View;
use crate::tui::widget::picker::Candidate;

/// The candidates for the field; None when it is not one to choose for.
pub(super) fn candidates(
    slot: &Slot,
    page: &Page,
    client: Option<Id<Client>>,
    view: &View<'_>,
) -> Option<Vec<Candidate>> {
    match slot.field.kind {
        Kind::Ref(entity) | Kind::Refs(entity) => Some(records(&[entity], (slot, page), client, view)),
        Kind::AnyRef => Some(records(&any_of(page), (slot, page), client, view)),
        Kind::Words { .. } => Some(slot.words(view).into_iter().enumerate().map(numbered).collect()),
        Kind::Zone => {
            Some(chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name().to_owned()).enumerate().map(numbered).collect())
        }
        _ => None,
    }
}

/// A choice that is no record: its number stands for it.
fn numbered((n, name): (usize, String)) -> Candidate {
    Candidate { uuid: Uuid::from_u128(n as u128), name, beside: String::new(), also: String::new() }
}

/// Puts what was chosen into the field. Choosing again what is there takes it out of a list.
pub(super) fn choose(slot: &mut Slot, chosen: Uuid) {
    let n = usize::try_from(chosen.as_u128()).unwrap_or(usize::MAX);
    match &mut slot.editor {
        Editor::One(one) => *one = Some(chosen),
        Editor::Several(several) => toggle(several, chosen),
        Editor::Words(words) => toggle(words, n),
        Editor::Zone(zone) => *zone = chrono_tz::TZ_VARIANTS.get(n).map(|zone| zone.name().to_owned()),
        _ => return,
    }
    slot.wrong = None;
    slot.revealed = true;
}

fn toggle<T: PartialEq>(list: &mut Vec<T>, chosen: T) {
    match list.iter().position(|item| *item == chosen) {
        Some(at) => drop(list.remove(at)),
        None => list.push(chosen),
    }
}

/// The entities a reference of any kind may mean, as the field beside it says.
fn any_of(page: &Page) -> Vec<Entity> {
    let word = |name: &str| page.named(name).map(Slot::state).and_then(|state| state.as_str().map(str::to_owned));
    match word("about").or_else(|| word("kind")).as_deref() {
        Some("need") => vec![Entity::Need],
        Some("role" | "stance") => vec![Entity::Person],
        Some("occasion") => vec![Entity::Occasion],
        Some("offer") => vec![Entity::Proposal],
        Some("holding") => vec![Entity::Holding],
        Some("note") => vec![Entity::Note],
        _ => vec![Entity::Need, Entity::Person, Entity::Proposal, Entity::Occasion],
    }
}

fn records(
    entities: &[Entity],
    (slot, page): (&Slot, &Page),
    client: Option<Id<Client>>,
    view: &View<'_>,
) -> Vec<Candidate> {
    let all = entities.iter().flat_map(|entity| view.book().records(*entity));
    // A name that privacy mode blanks keeps its place, and is still found by typing it.
    let open = View { privacy: false, ..*view };
    let mut fit: Vec<(bool, String, Candidate)> = all
        .filter(|record| may_be(record, slot, client, view) && is_in_return(record, slot, page, view))
        .map(|record| {
            let (name, whole) = (name::of_record(&record, view), name::of_record(&record, &open));
            let order = order(&record, &whole);
            let also = if name == whole { name::also(&record) } else { format!("{} {whole}", name::also(&record)) };
            let candidate = Candidate { uuid: record.uuid(), beside: name::beside(&record, view), also, name };
            (!is_near(&record, client, view), order, candidate)
        })
        .collect();
    fit.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
    fit.into_iter().map(|(_, _, candidate)| candidate).collect()
}

/// Visits newest first, all else by name.
fn order(record: &Record, name: &str) -> String {
    match record {
        Record::Visit(visit) => format!("{:020}", i64::MAX - visit.starts().timestamp()),
        _ => fold(name),
    }
}

/// Merged records forward, colleagues stand on the bank's side, and what belongs to another client is not offered.
fn may_be(record: &Record, slot: &Slot, client: Option<Id<Client>>, view: &View<'_>) -> bool {
    match record {
        Record::Client(row) => row.status != ClientStatus::Merged,
        Record::Person(row) => row.merged_into.is_none() && fits_side(row.side, slot),
        record => client.is_none_or(|client| owner(record, view).is_none_or(|its| its == client.uuid)),
    }
}

/// The client of a record; of what an offer is made of, the offer's.
fn owner(record: &Record, view: &View<'_>) -> Option<Uuid> {
    let offer = match record {
        Record::ProposalTerm(term) => Some(term.proposal),
        Record::Concession(row) => view.book().proposal_term.get(row.term).map(|term| term.proposal),
        _ => return record.client(),
    };
    offer.and_then(|offer| view.book().proposal.get(offer)).map(|offer| offer.client.uuid)
}

/// What came back for a concession is one of the other side's on the same offer.
fn is_in_return(record: &Record, slot: &Slot, page: &Page, view: &View<'_>) -> bool {
    let Record::Concession(other) = record else { return true };
    if slot.field.name != "in_return" {
        return true;
    }
    let said = |name: &str| page.named(name).map(Slot::state).unwrap_or_default();
    let term = Id::from_json(&said("term")).ok();
    let by = Who::from_json(&said("by")).ok();
    term.zip(by).is_none_or(|(term, by)| may_return(view.book(), term, by, other))
}

fn fits_side(side: Side, slot: &Slot) -> bool {
    let of_bank = matches!(slot.field.name, "host" | "contact_bank")
        || (slot.entity == Entity::Client
            && slot.field.name == "person"
            && slot.field.need == crate::domain::field::Need::Required);
    let of_client = matches!(slot.field.name, "contact_client" | "raised_by" | "owner_person" | "agreed_with");
    (!of_bank || side == Side::Bank) && (!of_client || side != Side::Bank)
}

/// Whether the record belongs to the client of the form.
fn is_near(record: &Record, client: Option<Id<Client>>, view: &View<'_>) -> bool {
    let Some(client) = client else { return false };
    match record {
        Record::Person(person) => view
            .book()
            .affiliation
            .of(person.head.uid)
            .any(|place| place.client == client && in_force(place.from, place.to, view.today()).yes()),
        record => owner(record, view) == Some(client.uuid),
    }
}
