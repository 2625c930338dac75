//! How clients, people, places and ages are called where room is short. Shared by Today, Visits and Before.

use chrono::NaiveDate;

use crate::domain::Arg;
use crate::domain::entity::{Client, Person, Visit};
use crate::domain::figures::occasions::Near;
use crate::domain::map::{Freshness, Holder};
use crate::domain::table::Id;
use crate::domain::words::{Side, VisitKind};
use crate::i18n::plain_name;
use crate::tui::layer::View;

/// The client's name without its legal form.
pub fn client(view: &View<'_>, id: Id<Client>) -> String {
    view.book().client.get(id).map(|client| plain_name(&client.name).clone()).unwrap_or_default()
}

/// The shortest name the client has.
pub fn client_short(view: &View<'_>, id: Id<Client>) -> String {
    let short = view.book().client.get(id).and_then(|client| client.short_name.clone());
    short.unwrap_or_else(|| client(view, id))
}

/// Its name in so many cells: the short one where the plain one would be cut.
pub fn client_in(view: &View<'_>, id: Id<Client>, width: usize) -> String {
    let plain = client(view, id);
    if crate::tui::cells::width(&plain) <= width { plain } else { view.fit(&client_short(view, id), width) }
}

pub fn person(view: &View<'_>, id: Id<Person>) -> String {
    view.book().person.get(id).map(|person| view.words.family_name(person)).unwrap_or_default()
}

/// Who of the client comes, others, then ours after a plus.
pub fn people(view: &View<'_>, visit: &Visit) -> String {
    who_comes(view, visit, |names| view.words.list(names))
}

/// The same for the day, which tells no names in privacy mode, only how many they are.
pub fn people_of_the_day(view: &View<'_>, visit: &Visit) -> String {
    let counted = |names: &[String]| format!("{} {}", names.len(), view.marks.hidden);
    who_comes(view, visit, |names| if view.privacy { counted(names) } else { view.words.list(names) })
}

fn who_comes(view: &View<'_>, visit: &Visit, told: impl Fn(&[String]) -> String) -> String {
    let of = |bank: bool| {
        let people = visit.attendees.iter().filter_map(move |attendee| view.book().person.get(attendee.person));
        people.filter(move |person| (person.side == Side::Bank) == bank).map(|person| view.words.family_name(person))
    };
    let theirs: Vec<String> = of(false).collect();
    let ours: Vec<String> = of(true).map(|name| format!("+{name}")).collect();
    let theirs = if theirs.is_empty() { view.say("today-nobody-named") } else { told(&theirs) };
    if ours.is_empty() { theirs } else { format!("{theirs} {}", ours.join(" ")) }
}

/// Where it is, in a word; an event or a reception is called so.
pub fn place(view: &View<'_>, visit: &Visit) -> String {
    match (visit.kind, visit.place_kind) {
        (VisitKind::Event | VisitKind::Reception, _) | (_, None) => view.words.short(&visit.kind.term()),
        (_, Some(place)) => view.words.short(&place.term()),
    }
}

/// What is celebrated: by its own name where it has one.
pub fn occasion(view: &View<'_>, near: &Near) -> String {
    match near.own_name() {
        Some(name) => name.to_owned(),
        None if near.with_us => view.words.occasion(near),
        None => view.words.short(&near.kind.term()),
    }
}

/// `60m`.
pub fn minutes(view: &View<'_>, visit: &Visit) -> String {
    view.say_with("today-minutes", &[("n", Arg::Count(visit.minutes))])
}

/// `conf 95d`, `heard? 6mo`: how sure a role is and how old.
pub fn certainty(view: &View<'_>, holder: &Holder) -> String {
    let fresh = match holder.freshness {
        Freshness::Fresh => String::new(),
        old => view.words.mark(&old.term()),
    };
    format!("{}{fresh} {}", view.words.short(&holder.certainty.term()), view.words.ago(holder.age_days))
}

/// A day near today: `today`, `Fri 27`; further off with its month.
pub fn day(view: &View<'_>, day: NaiveDate) -> String {
    let away = (day - view.today()).num_days();
    match away {
        0 => view.words.term("word.today"),
        -6..=20 => view.words.day_near(day),
        _ => view.words.day_weekday(day),
    }
}

/// The start at the visit's own place, where clocks show another time than here.
pub fn elsewhere(view: &View<'_>, visit: &Visit) -> String {
    view.words.elsewhere(visit, view.book().settings().zone).unwrap_or_default()
}
