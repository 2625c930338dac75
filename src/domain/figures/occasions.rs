//! Days to remember that are near: birthdays, anniversaries and other occasions, within the days they want to prepare.

use chrono::{Datelike, NaiveDate};

use super::view::View;
use crate::domain::book::{Book, Entity};
use crate::domain::date::{PartialDate, in_force, plus_days};
use crate::domain::edit::{Amend, Edit};
use crate::domain::entity::{Client, Occasion, Person};
use crate::domain::field::FieldType;
use crate::domain::parts::Marked;
use crate::domain::table::{Id, Row};
use crate::domain::text::fold;
use crate::domain::words::{OccasionKind, Recurring};

/// Whose day it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Whose {
    Person(Id<Person>),
    Client(Id<Client>),
}

/// An occasion that is near and not yet marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Near {
    pub date: NaiveDate,
    pub kind: OccasionKind,
    pub whose: Whose,
    /// The client at which the person is, or whose day it is.
    pub client: Id<Client>,
    /// Years, where the first year is known and the day returns every year.
    pub years: Option<i64>,
    /// The row; none for a birthday that nothing was written about.
    pub occasion: Option<Id<Occasion>>,
    pub how: Option<String>,
    /// So many years the client has been with us: a round number, from the day on which the relation began.
    pub with_us: bool,
}

/// Years with us are an occasion when they are a multiple of this.
const ROUND: i64 = 5;

impl Near {
    /// What it is called where its kind says nothing.
    pub fn own_name(&self) -> Option<&str> {
        self.how.as_deref().filter(|_| self.kind == OccasionKind::Other)
    }

    /// The edit that marks it for its year: nobody is reminded again. A birthday or years with us that nothing was
    /// written about get a row of their own for it.
    pub fn mark(&self, book: &Book, today: NaiveDate, what: Option<String>) -> Option<Edit> {
        let mark = Marked { year: i64::from(self.date.year()), date: today, what };
        if let Some(row) = self.occasion.and_then(|id| book.occasion.get(id)) {
            let marked = row.marked.iter().filter(|other| other.year != mark.year).cloned().chain([mark.clone()]);
            let marked: Vec<Marked> = marked.collect();
            let fields = [("marked".to_owned(), marked.json())].into_iter().collect();
            return Some(Edit::Amend(Amend::new(Entity::Occasion, row.head.uid, fields)));
        }
        let (field, whose, date, recurring) = match self.whose {
            Whose::Person(person) => ("person", person.json(), book.person.get(person)?.birthday?, Recurring::Yearly),
            Whose::Client(client) => {
                ("client", client.json(), book.client.get(client)?.relation_start?, Recurring::Once)
            }
        };
        let fields = [
            (field.to_owned(), whose),
            ("kind".to_owned(), self.kind.json()),
            ("date".to_owned(), date.json()),
            ("recurring".to_owned(), recurring.json()),
            ("marked".to_owned(), vec![mark].json()),
        ];
        Some(Edit::Add { entity: Entity::Occasion, fields: fields.into_iter().collect() })
    }
}

/// A row of the book with its day: the next one that is near, else that of this year. None for a day not known.
pub fn of_row(view: &View<'_>, id: Id<Occasion>) -> Option<Near> {
    let occasion = view.book.occasion.get(id)?;
    let whose = match (occasion.person, occasion.client) {
        (Some(person), _) => Whose::Person(person),
        (None, client) => Whose::Client(client?),
    };
    let client = match whose {
        Whose::Person(person) => client_of(view, view.book.person.get(person)?)?,
        Whose::Client(client) => client,
    };
    // A birthday follows what is known of the person.
    let own = |person: Id<Person>| view.book.person.get(person)?.birthday;
    let born = occasion.person.filter(|_| occasion.kind == OccasionKind::Birthday).and_then(own);
    let day = born.unwrap_or(occasion.date);
    let soon = next(view, day, occasion.lead_days.unwrap_or(view.settings().occasion_lead_days));
    let date = match (occasion.recurring, day) {
        (Recurring::Once, PartialDate::Day(date)) => date,
        (Recurring::Once, _) => return None,
        (Recurring::Yearly, day) => soon.or_else(|| day.in_year(view.today.year()))?,
    };
    let how = occasion.how.clone();
    Some(Near { date, kind: occasion.kind, whose, client, years: None, occasion: Some(id), how, with_us: false })
}

/// Occasions from today to today and their lead days, both included: by day, birthdays first, then by name.
pub fn near(view: &View<'_>) -> Vec<Near> {
    ahead(view, None)
}

/// The same for so many days, whatever lead they want.
pub fn within(view: &View<'_>, days: i64) -> Vec<Near> {
    ahead(view, Some(days))
}

fn ahead(view: &View<'_>, days: Option<i64>) -> Vec<Near> {
    let birthdays = view.book.person.iter().filter_map(|person| birthday(view, person, days));
    let rows = view.book.occasion.iter().filter_map(|occasion| row(view, occasion, days));
    let relations = view.book.client.iter().filter_map(|client| with_us(view, client, days));
    let mut near: Vec<Near> = birthdays.chain(rows).chain(relations).collect();
    near.sort_by_cached_key(|near| (near.date, near.kind, name(view, near.whose), near.whose, near.occasion));
    near
}

/// A person's birthday comes from the person; a row of the kind only says how it is prepared and marked.
fn birthday(view: &View<'_>, person: &Person, days: Option<i64>) -> Option<Near> {
    let date = person.birthday.filter(|date| date.month_day().is_some())?;
    // The widest lead first: most people's birthdays are far and need no further look.
    next(view, date, days.unwrap_or(60))?;
    let mine = |row: &&Occasion| row.kind == OccasionKind::Birthday && row.person == Some(person.uid());
    let rows: Vec<&Occasion> = view.book.occasion.of(person.uid()).filter(mine).collect();
    let (whose, day) = ((Whose::Person(person.uid()), client_of(view, person)?), (date, Recurring::Yearly));
    let near = build(view, whose, OccasionKind::Birthday, day, rows.first().copied(), days)?;
    // Whichever of several rows says that it was marked.
    (!rows.iter().any(|row| is_marked(row, near.date))).then_some(near)
}

fn is_marked(row: &Occasion, date: NaiveDate) -> bool {
    row.marked.iter().any(|marked| marked.year == i64::from(date.year()))
}

fn row(view: &View<'_>, occasion: &Occasion, days: Option<i64>) -> Option<Near> {
    let (whose, client) = match (occasion.person, occasion.client) {
        (Some(person), _) => {
            // A birthday is told by the person it is of, or not at all.
            let person = view.book.person.get(person).filter(|_| occasion.kind != OccasionKind::Birthday)?;
            (Whose::Person(person.uid()), client_of(view, person)?)
        }
        (None, client) => (Whose::Client(client?), client.filter(|client| is_served(view, *client))?),
    };
    build(view, (whose, client), occasion.kind, (occasion.date, occasion.recurring), Some(occasion), days)
}

fn build(
    view: &View<'_>,
    (whose, client): (Whose, Id<Client>),
    kind: OccasionKind,
    (day, recurring): (PartialDate, Recurring),
    row: Option<&Occasion>,
    days: Option<i64>,
) -> Option<Near> {
    let own = || row.and_then(|row| row.lead_days).unwrap_or(view.settings().occasion_lead_days);
    let lead = days.unwrap_or_else(own);
    let date = match recurring {
        Recurring::Yearly => next(view, day, lead)?,
        Recurring::Once => match day {
            PartialDate::Day(date) if is_near(view, date, lead) => date,
            _ => return None,
        },
    };
    if row.is_some_and(|row| is_marked(row, date)) {
        return None;
    }
    let years = day.year().filter(|_| recurring == Recurring::Yearly).map(|year| i64::from(date.year() - year));
    Some(Near {
        date,
        kind,
        whose,
        client,
        years: years.filter(|years| *years > 0),
        occasion: row.map(Row::uid),
        how: row.and_then(|row| row.how.clone()),
        with_us: false,
    })
}

/// Round years from the day on which the relation began. A row of that day that returns speaks for itself; those made by
/// marking do not return. A row of the same day of another year is of something else.
fn with_us(view: &View<'_>, client: &Client, days: Option<i64>) -> Option<Near> {
    let start = client.relation_start.filter(|day| day.month_day().is_some())?;
    next(view, start, days.unwrap_or(60))?;
    let whose = client.uid();
    let of_start = |day: PartialDate| day == start || (day.year().is_none() && day.month_day() == start.month_day());
    let mine = |row: &&Occasion| row.client == Some(whose) && row.kind == OccasionKind::Anniversary;
    let rows = view.book.occasion.of(whose).filter(mine).filter(|row| of_start(row.date));
    let rows: Vec<&Occasion> = rows.collect();
    if !is_served(view, whose) || rows.iter().any(|row| row.recurring == Recurring::Yearly) {
        return None;
    }
    let day = (start, Recurring::Yearly);
    let whose = (Whose::Client(whose), whose);
    let near = build(view, whose, OccasionKind::Anniversary, day, rows.first().copied(), days)?;
    let is_round = near.years.is_some_and(|years| years % ROUND == 0);
    (is_round && !rows.iter().any(|row| is_marked(row, near.date))).then_some(Near { with_us: true, ..near })
}

/// The next time a yearly day comes, if it is near. The lead may reach into the next year.
fn next(view: &View<'_>, day: PartialDate, lead: i64) -> Option<NaiveDate> {
    let year = view.today.year();
    [year, year + 1].into_iter().filter_map(|year| day.in_year(year)).find(|date| is_near(view, *date, lead))
}

fn is_near(view: &View<'_>, date: NaiveDate, lead: i64) -> bool {
    (view.today..=plus_days(view.today, lead)).contains(&date)
}

/// The client at which a living person is now: the primary place first.
fn client_of(view: &View<'_>, person: &Person) -> Option<Id<Client>> {
    if person.merged_into.is_some() || person.deceased_on.is_some() {
        return None;
    }
    let places = view.book.affiliation.of(person.uid()).filter(|place| {
        place.person == person.uid()
            && in_force(place.from, place.to, view.today).yes()
            && is_served(view, place.client)
    });
    let place = places.min_by_key(|place| (!place.is_primary, place.head.uid)).map(|place| place.client);
    let own = view.book.client.of(person.uid()).find(|client| client.person == Some(person.uid())).map(Row::uid);
    place.or_else(|| own.filter(|client| is_served(view, *client)))
}

fn is_served(view: &View<'_>, client: Id<Client>) -> bool {
    view.book.client.get(client).is_some_and(|client| client.status.is_in_portfolio())
}

fn name(view: &View<'_>, whose: Whose) -> String {
    match whose {
        Whose::Client(client) => view.book.client.get(client).map(|client| fold(&client.name)),
        Whose::Person(person) => view.book.person.get(person).map(|person| {
            let parts = [&person.full_name, &person.family_name, &person.given_name];
            fold(&parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" "))
        }),
    }
    .unwrap_or_default()
}

#[cfg(test)]
#[allow(clippy::needless_pass_by_value, reason = "rows are made where they are passed")]
mod tests {
    use super::*;
    use crate::domain::figures::testing::{DEMO, book, client, day, demo_today, with};
    use serde_json::{Value as Json, json};

    type Found = Vec<(String, OccasionKind, Option<i64>)>;

    fn found(birthday: &str, occasions: Vec<Json>, today: &str) -> Found {
        found_of(Some(birthday), occasions, today)
    }

    fn found_of(birthday: Option<&str>, occasions: Vec<Json>, today: &str) -> Found {
        let book = book(&json!({ "tables": {
            "client": [client("a", json!({}))],
            "person": [{ "uid": "p", "handle": "p", "full_name": "P", "birthday": birthday }],
            "affiliation": [{ "person": "p", "client": "a" }],
            "occasion": occasions,
        }}));
        let view = View::on(&book, day(today));
        near(&view).into_iter().map(|near| (near.date.to_string(), near.kind, near.years)).collect()
    }

    #[test]
    fn a_birthday_is_near_from_its_lead_days_to_its_day() {
        for (birthday, today, date, years) in [
            ("1971-11-30", "2026-11-23", Some("2026-11-30"), Some(55)),
            ("1971-11-30", "2026-11-22", None, None),
            ("1971-11-30", "2026-12-01", None, None),
            ("--11-30", "2026-11-30", Some("2026-11-30"), None),
            ("1971-01-02", "2026-12-28", Some("2027-01-02"), Some(56)),
            ("1972-02-29", "2027-02-28", Some("2027-02-28"), Some(55)),
            ("1972-02-29", "2028-02-28", Some("2028-02-29"), Some(56)),
            ("1971-11", "2026-11-23", None, None),
        ] {
            let expected: Vec<_> =
                date.map(|date| (date.to_owned(), OccasionKind::Birthday, years)).into_iter().collect();
            assert_eq!(found(birthday, vec![], today), expected, "{birthday} {today}");
        }
    }

    #[test]
    fn a_birthday_row_prepares_and_marks_but_does_not_come_up_twice() {
        let row = |more: Json| {
            vec![with(json!({ "person": "p", "kind": "birthday", "date": "1960-01-01", "lead_days": 14 }), more)]
        };
        assert_eq!(found("1971-12-05", row(json!({})), "2026-11-23").len(), 1);
        let marked = |year: i64| json!({ "marked": [{ "year": year, "date": "2026-12-01", "what": "card" }] });
        assert_eq!(found("1971-12-05", row(marked(2025)), "2026-11-23").len(), 1);
        assert_eq!(found("1971-12-05", row(marked(2026)), "2026-11-23").len(), 0);
        let twice = [row(json!({ "date": "1960-11-25" })), row(json!({ "date": "1960-11-26" }))].concat();
        assert_eq!(found("1971-11-25", twice.clone(), "2026-11-23").len(), 1);
        for marked_row in [[row(json!({})), row(marked(2026))], [row(marked(2026)), row(json!({}))]] {
            assert_eq!(found("1971-12-05", marked_row.concat(), "2026-11-23"), []);
        }
        // Without the person's own there is none, whatever a row says.
        assert_eq!(found_of(None, twice, "2026-11-23"), []);
    }

    #[test]
    fn once_is_once_and_yearly_needs_a_day() {
        let row = |date: &str, recurring: &str| {
            vec![json!({ "client": "a", "kind": "other", "date": date, "recurring": recurring })]
        };
        for (date, recurring, n) in [
            ("2026-11-25", "once", 1),
            ("2025-11-25", "once", 0),
            ("2006-11-25", "yearly", 1),
            ("--11-25", "yearly", 1),
            ("--11", "yearly", 0),
            ("--11-25", "once", 0),
        ] {
            assert_eq!(found("--01-01", row(date, recurring), "2026-11-23").len(), n, "{date} {recurring}");
        }
    }

    #[test]
    fn round_years_with_us_are_an_occasion_until_they_are_marked() {
        let at = |start: &str, today: &str, rows: Json| {
            let tables = json!({ "client": [client("a", json!({ "relation_start": start }))], "occasion": rows });
            let book = book(&json!({ "tables": tables }));
            let near = near(&View::on(&book, day(today)));
            near.iter().map(|near| (near.date.to_string(), near.years, near.with_us)).collect::<Vec<_>>()
        };
        let row = |more: Json| {
            let row = json!({ "client": "a", "kind": "anniversary", "date": "2006-11-25", "recurring": "once" });
            json!([with(row, more)])
        };
        let marked = |year: i64| json!({ "marked": [{ "year": year, "date": "2026-11-23", "what": null }] });
        for (start, today, rows, expected) in [
            ("2006-11-25", "2026-11-23", json!([]), Some(("2026-11-25", 20, true))),
            ("2007-11-25", "2026-11-23", json!([]), None),
            ("2006-11", "2026-11-23", json!([]), None),
            ("2004-02-29", "2029-02-26", json!([]), Some(("2029-02-28", 25, true))),
            ("2006-11-25", "2026-11-23", row(marked(2026)), None),
            ("2006-11-25", "2031-11-23", row(marked(2026)), Some(("2031-11-25", 25, true))),
            ("2006-11-25", "2026-11-23", row(json!({ "recurring": "yearly" })), Some(("2026-11-25", 20, false))),
        ] {
            let expected: Vec<_> = expected.into_iter().map(|(date, n, own)| (date.to_owned(), Some(n), own)).collect();
            assert_eq!(at(start, today, rows), expected, "{start} {today}");
        }
    }

    #[test]
    fn of_several_rows_of_the_day_on_which_the_relation_began_each_is_its_own() {
        let row = |date: &str, recurring: &str, marked: &[i64]| {
            let marked: Vec<Json> = marked.iter().map(|year| json!({ "year": year, "date": "2026-11-23" })).collect();
            json!({
                "client": "a", "kind": "anniversary", "date": date, "recurring": recurring, "marked": marked,
            })
        };
        let (with_us, own) = ((Some(20), true), |years: i64| (Some(years), false));
        let founded = || row("1998-11-25", "yearly", &[]);
        for (rows, expected) in [
            (vec![founded()], vec![with_us, own(28)]),
            (vec![row("1998-11-25", "yearly", &[2026])], vec![with_us]),
            (vec![row("2019-11-25", "once", &[2026])], vec![with_us]),
            (vec![founded(), row("2006-11-25", "once", &[2026])], vec![own(28)]),
            (vec![row("2006-11-25", "once", &[]), row("2006-11-25", "once", &[2026])], vec![]),
            (vec![row("2006-11-25", "once", &[2026]), row("2006-11-25", "once", &[])], vec![]),
            (vec![founded(), row("2006-11-25", "yearly", &[])], vec![own(20), own(28)]),
            (vec![row("--11-25", "yearly", &[])], vec![(None, false)]),
        ] {
            for rows in [rows.clone(), rows.into_iter().rev().collect()] {
                let tables = json!({
                    "client": [client("a", json!({ "relation_start": "2006-11-25" }))], "occasion": rows,
                });
                let book = book(&json!({ "tables": tables }));
                let near = near(&View::on(&book, day("2026-11-23")));
                let mut found: Vec<_> = near.iter().map(|near| (near.years, near.with_us)).collect();
                found.sort_unstable();
                assert_eq!(found, expected, "{rows:?}");
            }
        }
    }

    #[test]
    fn the_demo_s_occasions() {
        let view = View::on(&DEMO, demo_today());
        let near = near(&view);
        let handle = |near: &Near| match near.whose {
            Whose::Person(person) => DEMO.person.get(person).unwrap().handle.clone(),
            Whose::Client(client) => DEMO.client.get(client).unwrap().handle.clone(),
        };
        let found: Vec<String> = near.iter().map(|near| format!("{} {}", near.date.day(), handle(near))).collect();
        // Kravets of 2 December wants 14 days.
        let expected = "23 ashby, 23 ashby, 24 onodera, 25 lunin, 26 gordeeva, 26 volga-holding, 28 xu, 29 zhao, \
                        30 okoro, 30 kitanami, 2 kravets";
        assert_eq!(found.join(", "), expected);
        assert_eq!((near[0].date, near[0].years), (demo_today(), Some(55)));
    }
}
