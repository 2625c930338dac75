//! The client's copy: what both sides know or have agreed. Built from [`super::shareable`] values alone; a section
//! without content is left out, and no heading hints at what is missing.

use super::blocks::Section;
use super::pen::Pen;
use super::shareable::{self as share, Shareable};
use crate::domain::table::Id;
use crate::domain::words::Who;
use crate::domain::{Arg, ClientGoal, Commitment, Need, Person, Proposal, Visit};

/// Meetings whose shared summaries the copy recalls.
const SUMMARIES: usize = 3;

pub(super) fn client_copy(pen: &Pen<'_>) -> (String, Vec<String>, Vec<Section>) {
    let name = share::client::name(pen.client).into_inner();
    let title = pen.with("brief-client-title", &[("client", Arg::text(name))]);
    let sections = [agenda(pen), goals(pen), needs(pen), offers(pen), agreed(pen), next_steps(pen), contacts(pen)];
    (title, head(pen), sections.into_iter().filter(|section| !section.is_empty()).collect())
}

/// Date and place, and who sits on which side.
fn head(pen: &Pen<'_>) -> Vec<String> {
    let settings = pen.view.settings();
    let Some(visit) = pen.visit else { return vec![pen.words.date(pen.view.today)] };
    let start = share::visit::start(visit).into_inner();
    let mut place = vec![pen.words.date(start.date()), pen.words.time(start.time())];
    place.extend(share::visit::place(visit).into_inner());
    let (ours, theirs): (Vec<_>, Vec<_>) =
        share::attendees(pen.view.book, visit).into_iter().partition(|(_, bank)| *bank);
    let mut us: Vec<String> = share::settings::manager_name(settings).into_inner().into_iter().collect();
    us.extend(ours.iter().filter_map(|(id, _)| person(pen, *id)).filter(|name| !us.contains(name)).collect::<Vec<_>>());
    let them: Vec<String> = theirs.iter().filter_map(|(id, _)| with_position(pen, *id)).collect();
    let mut lines = vec![pen.words.remarks(&place)];
    let side = |name: String, people: &[String]| pen.words.told(&name, &people.join(pen.words.semicolon()));
    if !them.is_empty() {
        lines.push(side(share::client::name(pen.client).into_inner(), &them));
    }
    let bank = share::settings::bank_name(settings).into_inner();
    lines.push(side(bank.unwrap_or_else(|| pen.say("brief-client-bank")), &us));
    lines
}

fn person(pen: &Pen<'_>, id: Id<Person>) -> Option<String> {
    let row = pen.view.book.person.get(id)?;
    let display = pen.view.settings().name_display;
    Some(share::name(row, |person| pen.words.person_name(person, display)).into_inner())
}

fn with_position(pen: &Pen<'_>, id: Id<Person>) -> Option<String> {
    let position = share::position_today(pen.view.book, id, pen.id(), pen.view.today).into_inner();
    Some(pen.words.remarks(&[person(pen, id), position].into_iter().flatten().collect::<Vec<_>>()))
}

fn agenda(pen: &Pen<'_>) -> Section {
    let mut section = Section::new("agenda", pen.say("brief-client-agenda"));
    let agenda = pen.visit.and_then(|visit| share::visit::agenda(visit).into_inner());
    section.items(agenda.iter().flat_map(|text| text.lines()));
    section
}

fn goals(pen: &Pen<'_>) -> Section {
    let mut section = Section::new("goals", pen.say("brief-client-goals"));
    let mine = |goal: &&ClientGoal| goal.client == pen.id();
    section.items(sorted(pen.view.book.client_goal.of(pen.id()).filter(mine).filter_map(share::goal)));
    section
}

fn needs(pen: &Pen<'_>) -> Section {
    let mut section = Section::new("needs", pen.say("brief-client-needs"));
    let mine = |need: &&Need| need.client == pen.id();
    section.items(sorted(pen.view.book.need.of(pen.id()).filter(mine).filter_map(share::need)));
    section
}

/// In an order that tells nothing: by the text.
fn sorted(texts: impl Iterator<Item = Shareable<String>>) -> Vec<String> {
    let mut texts: Vec<String> = texts.map(Shareable::into_inner).collect();
    texts.sort_by_key(|text| crate::domain::text::fold(text));
    texts
}

fn offers(pen: &Pen<'_>) -> Section {
    let book = pen.view.book;
    let mut section = Section::new("offer", pen.say("brief-client-offer"));
    let mine = |offer: &&Proposal| offer.client == pen.id() && share::is_on_the_table(offer);
    let mut offers: Vec<&Proposal> = book.proposal.of(pen.id()).filter(mine).collect();
    offers.sort_by_key(|offer| (crate::domain::text::fold(&offer.title), offer.head.uid));
    for offer in offers {
        let mut about = vec![format!("v{}", share::proposal::version(offer).into_inner())];
        let until = share::proposal::valid_until(offer).into_inner();
        about.extend(until.map(|day| format!("{} {}", pen.say("label-valid_until"), pen.words.date(day))));
        section.part(share::proposal::title(offer).into_inner() + &pen.words.aside(&pen.words.remarks(&about)));
        let head = ["label", "product", "value", "state"];
        let head = head.iter().map(|field| pen.label("proposal_term", field)).collect();
        let terms = crate::domain::offer::terms(book, Id::new(offer.head.uid));
        section.table(head, terms.into_iter().map(|term| term_row(pen, term)).collect());
    }
    section
}

fn term_row(pen: &Pen<'_>, term: &crate::domain::ProposalTerm) -> Vec<String> {
    let product = term.product.and_then(|id| pen.view.book.product.get(id));
    let product = product.map(|product| share::product::name(product).get().say(pen.words.lang()).to_owned());
    let value = share::proposal_term::value(term).into_inner();
    vec![
        share::proposal_term::label(term).into_inner(),
        product.unwrap_or_default(),
        value.map(|value| pen.amount(&value)).unwrap_or_default(),
        pen.words.term(&share::proposal_term::state(term).get().term()),
    ]
}

fn agreed(pen: &Pen<'_>) -> Section {
    let mut section = Section::new("agreed", pen.say("brief-client-agreed"));
    let said = |visit: &Visit| Some((visit.start.date(), share::visit::summary_shared(visit).into_inner()?));
    for (day, summary) in pen.held().into_iter().filter_map(said).take(SUMMARIES) {
        section.item(pen.words.told(&pen.words.date(day), &summary));
    }
    section
}

fn next_steps(pen: &Pen<'_>) -> Section {
    let mut section = Section::new("next_steps", pen.say("brief-client-next_steps"));
    let mine = |promise: &&Commitment| promise.client == pen.id() && promise.made_on <= pen.view.today;
    let mut steps: Vec<_> = pen
        .view
        .book
        .commitment
        .of(pen.id())
        .filter(mine)
        .filter_map(share::promise)
        .map(Shareable::into_inner)
        .collect();
    steps.sort_by_key(|(who, text, _, due)| (due.is_none(), *due, *who, text.clone()));
    for (who, text, by, due) in steps {
        let side = if who == Who::We {
            share::settings::bank_name(pen.view.settings()).into_inner().unwrap_or_else(|| pen.say("brief-client-bank"))
        } else {
            share::client::name(pen.client).into_inner()
        };
        let who = by.and_then(|person_id| person(pen, person_id)).unwrap_or(side);
        let told: Vec<String> = std::iter::once(text).chain(due.map(|day| pen.words.date(day))).collect();
        section.item(pen.words.told(&who, &pen.words.remarks(&told)));
    }
    section
}

fn contacts(pen: &Pen<'_>) -> Section {
    let settings = pen.view.settings();
    let mut section = Section::new("contacts", pen.say("brief-client-contacts"));
    let manager = [
        share::settings::manager_name(settings),
        share::settings::manager_title(settings),
        share::settings::manager_phone(settings),
        share::settings::manager_email(settings),
    ];
    section.item(pen.words.remarks(&manager.into_iter().filter_map(Shareable::into_inner).collect::<Vec<_>>()));
    let own = share::settings::manager_name(settings).into_inner();
    for (id, speciality) in share::bank_team(pen.client).into_inner() {
        let Some(row) = pen.view.book.person.get(id) else { continue };
        let name = person(pen, id).filter(|name| own.as_ref() != Some(name));
        let Some(name) = name else { continue };
        let speciality = speciality.or_else(|| share::person::speciality(row).into_inner());
        let phone = share::person::work_phones(row).into_inner().into_iter().next().map(|phone| phone.value);
        section.item(pen.words.remarks(&[Some(name), speciality, phone].into_iter().flatten().collect::<Vec<_>>()));
    }
    section
}
