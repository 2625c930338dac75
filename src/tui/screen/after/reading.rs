//! How the rows of the page read.

use super::After;
use super::people::facts;
use super::rows::{Item, rows};
use super::send::{base_need, base_person, base_promise, base_question};
use super::slots::Slot;
use crate::domain::after_visit::{Came, NeedLine, PersonLine, PromiseLine, QuestionLine};
use crate::domain::date::LocalTime;
use crate::domain::figures::calendar::Calendar;
use crate::domain::figures::promises::due_of;
use crate::domain::map::{DecisionMap, Freshness};
use crate::domain::words::{Certainty, Voice, Who};
use crate::domain::{Arg, Person};
use crate::tui::cells;
use crate::tui::layer::View;
use crate::tui::screen::role_keys::{Fact, Measure};
use crate::tui::screen::today::called;

/// One line of the page and whether a save will change what it tells.
pub(super) struct Read {
    pub text: String,
    pub changed: bool,
}

fn star(changed: bool) -> &'static str {
    if changed { " *" } else { "" }
}

/// Widths of the columns of people.
fn columns(width: usize) -> (usize, usize, usize, usize) {
    let who = if width >= 100 { 26 } else { (width / 4).clamp(14, 20) };
    (6, who, 11, 7)
}

pub(super) fn people_head(width: usize, view: &View<'_>) -> String {
    let (came, who, stance, weight) = columns(width);
    format!(
        " {} {} {} {} {}",
        view.left(&view.say("after-came"), came),
        view.left(&view.say("after-who"), who),
        view.left(&view.words.term("label.stance"), stance),
        view.left(&view.say("after-weight"), weight),
        view.say("after-roles"),
    )
}

impl After {
    pub(super) fn read(
        &self,
        (section, item): (usize, Item),
        map: &DecisionMap,
        width: usize,
        view: &View<'_>,
    ) -> Read {
        match item {
            Item::Person(at) => self.page.people.get(at).map(|line| self.person(line, map, width, view)),
            Item::Question(at) => self.page.questions.get(at).map(|line| self.question(line, width, view)),
            Item::Need(at) => self.page.needs.get(at).map(|line| self.need(line, width, view)),
            Item::Promise(at) => self.page.promises.get(at).map(|line| self.promise(line, width, view)),
            Item::Text(slot) => Some(self.text(section, slot, width, view)),
            Item::Tick(tick) => {
                let set = tick.is_set(&self.page);
                let changed = set != tick.is_set(&self.base);
                let mark = if set { "x" } else { " " };
                let text = format!(" [{mark}] {}{}", view.words.label("visit", tick.field()), star(changed));
                Some(Read { text, changed })
            }
            Item::Pick(pick) => {
                let (now, was) = (pick.term(&self.page), pick.term(&self.base));
                let word = now.as_ref().map_or_else(|| view.words.unknown(), |term| view.words.term(term));
                let changed = now != was;
                let label = view.left(&pick.label(view), self.label_width(section, view));
                Some(Read { text: format!(" {label} {word}{}", star(changed)), changed })
            }
        }
        .unwrap_or(Read { text: String::new(), changed: false })
    }

    /// As wide as the widest label of a section.
    pub(super) fn label_width(&self, section: usize, view: &View<'_>) -> usize {
        let label = |item: &Item| match item {
            Item::Text(slot) => Some(slot.label(view)),
            Item::Pick(pick) => Some(pick.label(view)),
            _ => None,
        };
        rows(section, &self.page).iter().filter_map(label).map(|label| cells::width(&label)).max().unwrap_or(0).min(24)
    }

    fn text(&self, section: usize, slot: Slot, width: usize, view: &View<'_>) -> Read {
        let text = slot.text(&self.page, &self.texts);
        let changed = text != slot.text(&self.base, &self.opened_texts);
        let hidden = matches!(slot, Slot::Outcome | Slot::MoodQuote | Slot::Note) && !text.is_empty();
        let text = if hidden { view.private(text) } else { text };
        let label = view.left(&slot.label(view), self.label_width(section, view));
        let read = self.read_back(slot, view).map(|read| format!("  {} {read}", view.marks.arrow)).unwrap_or_default();
        // What was typed goes before what was made of it.
        let room = width.saturating_sub(cells::width(&label) + 5);
        let text = view.fit(&text, room.saturating_sub(cells::width(&read)).max(room / 3));
        let read = view.fit(&read, room.saturating_sub(cells::width(&text)));
        Read { text: format!(" {label} {text}{read}{}", star(changed)), changed }
    }

    /// What was understood of what is typed: the day and the time.
    pub(super) fn read_back(&self, slot: Slot, view: &View<'_>) -> Option<String> {
        if slot != Slot::When || self.texts.when.trim().is_empty() {
            return None;
        }
        let start = super::typed::moment(&self.texts.when, self.usual(view).start.time(), view);
        Some(match start {
            Ok(start) => self.moment(start, view),
            Err(wrong) => view.words.sentence(&wrong),
        })
    }

    /// A start of the next visit, which is where this one was: with the place whose clocks are meant.
    pub(super) fn moment(&self, start: LocalTime, view: &View<'_>) -> String {
        let elsewhere = self.planned(view).filter(|visit| !called::elsewhere(view, visit).is_empty());
        let city = elsewhere.map(|visit| format!(" {}", view.words.city(visit.zone))).unwrap_or_default();
        format!("{} {}{city}", view.words.day_weekday(start.date()), view.words.time(start.time()))
    }

    fn person(&self, line: &PersonLine, map: &DecisionMap, width: usize, view: &View<'_>) -> Read {
        let base = base_person(&self.base, line.person);
        let known = facts(base, line, None);
        let came_changed =
            self.is_new_visit(view) && line.came.is_some() || base.map_or(line.came, |base| base.came) != line.came;
        let interests_changed = base.is_none_or(|base| base.interests != line.interests) && !line.interests.is_empty();
        let changed = came_changed || known.is_changed() || interests_changed;
        let came = match line.came {
            Some(Came::Yes) => view.words.term("word.yes"),
            Some(Came::No) => view.words.term("word.no"),
            Some(Came::Unknown) => "?".to_owned(),
            None => view.marks.dot.to_owned(),
        };
        let came = format!("{came}{}", if came_changed { "*" } else { "" });
        let who = view.book().person.get(line.person).map(|person: &Person| view.words.person_middle(person));
        let (c, w, s, i) = columns(width);
        let rest = if view.privacy {
            view.marks.hidden.to_owned()
        } else {
            // What has changed is seen first: the end may be cut.
            let mut roles = known.roles.clone();
            roles.sort_by_key(|fact| !fact.is_changed());
            let roles: Vec<String> = roles.into_iter().map(|fact| role(fact, line, map, view)).collect();
            let wants = if interests_changed {
                vec![view.say_with("map-interests", &[("n", Arg::count(line.interests.len()))]) + " *"]
            } else {
                Vec::new()
            };
            let roles: Vec<String> = roles.into_iter().chain(wants).collect();
            format!(
                "{} {} {}",
                view.left(&stance(known.stance, view), s),
                view.left(&weight(known.influence), i),
                view.words.list(&roles)
            )
        };
        let text = format!(" {} {} {rest}", view.left(&came, c), view.left(&who.unwrap_or_default(), w));
        Read { text: view.fit(&text, width), changed }
    }

    /// The page makes a visit held that was not before.
    fn is_new_visit(&self, view: &View<'_>) -> bool {
        match self.of {
            super::Of::Visit(id) => {
                view.book().visit.get(id).is_some_and(|visit| visit.status != crate::domain::words::VisitStatus::Held)
            }
            super::Of::Call(_) => true,
        }
    }

    fn question(&self, line: &QuestionLine, width: usize, view: &View<'_>) -> Read {
        let changed = base_question(&self.base, line) != Some(line);
        let answered = line.asked == Some(true);
        let mark = if line.off {
            "-"
        } else if answered {
            "x"
        } else {
            view.marks.dot
        };
        let answer = line.answer.as_deref().filter(|answer| !answer.trim().is_empty());
        let text = view.private(line.text.as_str());
        let text = match answer {
            Some(answer) => format!("{text}  {} {}", view.marks.arrow, view.private(answer)),
            None => text,
        };
        let text = format!(" {mark} {}{}", view.fit(&text, width.saturating_sub(6)), star(changed));
        Read { text, changed }
    }

    fn need(&self, line: &NeedLine, width: usize, view: &View<'_>) -> Read {
        let changed = base_need(&self.base, line) != Some(line);
        let hidden = line.voice != Some(Voice::Stated);
        let mark = match line.need {
            _ if line.off => "-",
            None => "+",
            Some(_) => view.marks.dot,
        };
        let title = line.title.clone().unwrap_or_default();
        let title = if hidden { view.private(title) } else { title };
        let voice = line.voice.unwrap_or(Voice::Hidden);
        let state = line.state.map(|state| view.words.short(&state.term())).unwrap_or_default();
        let weight = line.weight.map(|weight| view.words.short(&weight.term()));
        let quote =
            line.quote.as_ref().filter(|quote| !quote.is_empty()).map(|quote| view.private(quoted(quote, view)));
        let right: Vec<String> = std::iter::once(state).chain(weight).chain(quote).collect();
        let right = format!("{}{}", view.words.remarks(&right), star(changed));
        let voices = [Voice::Hidden, Voice::Stated].map(|voice| cells::width(&view.words.short(&voice.term())));
        let said = view.left(&view.words.short(&voice.term()), voices.into_iter().max().unwrap_or(0));
        let left = format!(" {mark} {said} {title}");
        Read { text: two_sided(&left, &right, width, view), changed }
    }

    fn promise(&self, line: &PromiseLine, width: usize, view: &View<'_>) -> Read {
        let base = base_promise(&self.base, line);
        let changed = base != Some(line);
        let done = line.done == Some(true);
        let mark = match line.promise {
            _ if line.off => "-",
            _ if done => "x",
            None => "+",
            Some(_) => view.marks.dot,
        };
        let of = line.who.unwrap_or(Who::We);
        let who = view.words.term(&of.term());
        let mut right = Vec::new();
        let calendar = Calendar::of(view.book().settings());
        match line.due {
            Some(due) if due < view.today() && base.is_some_and(|base| base.done != Some(true)) => {
                right.push(view.words.late(crate::domain::date::days_between(due, view.today())));
            }
            Some(due) => right.push(view.words.due(due_of(&calendar, of, due))),
            None if line.promise.is_none() => right.push(view.words.term("word.no_date")),
            None => {}
        }
        right.extend(line.passed_to.clone());
        let done = if done && changed { format!(" {}", view.say("after-done-today")) } else { String::new() };
        let right = format!("{}{done}{}", view.words.remarks(&right), star(changed));
        let right = right.trim_start();
        let left = format!(" {mark} {} {}", view.left(&who, 5), line.text.clone().unwrap_or_default());
        Read { text: two_sided(&left, right, width, view), changed }
    }
}

/// What they said, in the marks of the language.
fn quoted(quote: &str, view: &View<'_>) -> String {
    view.say_with("today-quote", &[("text", Arg::text(quote))])
}

/// A text and what stands to the right of it, which takes at most half.
fn two_sided(left: &str, right: &str, width: usize, view: &View<'_>) -> String {
    let right = view.fit(right, width / 2);
    cells::both_ends(left, &right, width.saturating_sub(1), view.marks.cut)
}

/// `decides conf 95d > conf *`.
fn role(fact: Fact, line: &PersonLine, map: &DecisionMap, view: &View<'_>) -> String {
    let kind = view.words.short(&fact.kind.term());
    let known = fact.known.map(|certainty| {
        let sure = view.words.mark(&certainty.term());
        match map.cell(fact.kind, line.person) {
            Some(holder) if holder.freshness == Freshness::Fresh => {
                format!("{sure} {}", view.words.ago(holder.age_days))
            }
            Some(holder) => {
                format!("{sure}{} {}", view.words.mark(&holder.freshness.term()), view.words.ago(holder.age_days))
            }
            None => sure,
        }
    });
    if !fact.is_changed() {
        return format!("{kind} {}", known.unwrap_or_default());
    }
    let now = fact.now.map_or_else(|| "role.certainty.none".to_owned(), Certainty::term);
    let now = view.words.mark(&now);
    match known {
        Some(known) => format!("{kind} {known} > {now} *"),
        None => format!("{kind} {now} *"),
    }
}

fn stance(stance: Measure, view: &View<'_>) -> String {
    let mark =
        |value: Option<i64>| value.map_or("?".to_owned(), |value| view.words.mark(&format!("stance.value.{value}")));
    match stance.changed() {
        Some(_) => format!("{} > {} *", mark(stance.known), mark(stance.now)),
        None if stance.now.is_none() => view.words.short("stance.value.unknown"),
        None => mark(stance.now),
    }
}

fn weight(influence: Measure) -> String {
    let number = |value: Option<i64>| value.map_or("?".to_owned(), |value| value.to_string());
    match influence.changed() {
        Some(_) => format!("{} > {} *", number(influence.known), number(influence.now)),
        None => number(influence.now),
    }
}
