//! `agenda`: the days ahead and their visits.

use chrono::Datelike;
use serde_json::{Value as Json, json};

use super::super::exit::Failure;
use super::super::session::Session;
use super::super::{find, json, say};
use super::today::visit_json;
use crate::domain::figures::agenda::{DayAhead, agenda};

/// The days ahead
#[derive(Debug, clap::Args)]
pub struct AgendaArgs {
    /// The first day; else today
    #[arg(long, value_name = "D")]
    from: Option<String>,
    /// How many days
    #[arg(long, value_name = "N", default_value_t = 7, value_parser = clap::value_parser!(u16).range(1..=366))]
    days: u16,
}

/// # Errors
/// The first day is no day.
pub fn run(session: &mut Session, args: &AgendaArgs) -> Result<(), Failure> {
    let desk = session.open()?;
    let from = args.from.as_deref().map_or_else(|| Ok(desk.today()), |text| find::day(&desk, text))?;
    let days = agenda(desk.book(), from, usize::from(args.days));
    let visits = |day: &DayAhead| -> Vec<&crate::domain::Visit> {
        day.visits.iter().filter_map(|id| desk.book().visit.get(*id)).collect()
    };
    if session.global.json {
        let line = |day: &DayAhead| {
            let visits: Json = visits(day).into_iter().map(|visit| visit_json(desk.book(), visit)).collect();
            json!({ "date": day.date.to_string(), "visits": visits })
        };
        session.paper.json(&json::document([("days", days.iter().map(line).collect())]));
        return Ok(());
    }
    let words = &session.words;
    let mut rows = Vec::new();
    for day in &days {
        let this_year = day.date.year() == desk.today().year();
        let date = if this_year { words.day_weekday(day.date) } else { words.date_with_weekday(day.date) };
        if day.visits.is_empty() {
            rows.push(vec![date.clone(), "-".to_owned()]);
        }
        for visit in visits(day) {
            let home = desk.book().settings().zone;
            let time = words.time(visit.local_start(home).time());
            let there = words.elsewhere(visit, home).unwrap_or_default();
            rows.push(vec![
                date.clone(),
                format!("{time} {there}").trim_end().to_owned(),
                say::client(desk.book(), visit.client),
                words.short(&visit.kind.term()),
                words.short(&visit.status.term()),
                visit.purpose.clone().unwrap_or_else(|| words.unknown()),
            ]);
        }
    }
    session.paper.table(&[], &rows);
    Ok(())
}
