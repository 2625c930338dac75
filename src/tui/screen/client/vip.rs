//! The VIP test of a client: its sentence, each criterion with what it rests on, what would settle it, what is at risk.

use super::{Page, Subject};
use crate::domain::field::FieldType;
use crate::domain::vip_test::{Label, Line, Truth, VipTest, vip_test};
use crate::domain::{Arg, Client, Entity, Fields, Id, VipEvidence};
use crate::tui::cells;
use crate::tui::layer::View;

/// Cells of a criterion's name.
const NAME: usize = 22;

/// The test in one sentence.
pub(super) fn told(page: &mut Page, view: &View<'_>, client: Id<Client>, width: usize) {
    let Some(client) = view.book().client.get(client) else { return };
    sentence(page, view, &vip_test(view.book(), client, view.today()), width);
}

fn sentence(page: &mut Page, view: &View<'_>, test: &VipTest, width: usize) {
    page.lines.section(None, view.words.title("term.vip_test"), "");
    for line in cells::wrap(&view.words.sentence(&test.sentence()), width.saturating_sub(1)) {
        page.lines.text(line);
    }
}

/// The whole test.
pub(super) fn section(page: &mut Page, view: &View<'_>, client: Id<Client>, width: usize) {
    let Some(client) = view.book().client.get(client) else { return };
    let test = vip_test(view.book(), client, view.today());
    sentence(page, view, &test, width);
    page.test = Some(page.subjects.len());
    for line in &test.criteria {
        criterion(page, view, line, 0, width);
        if line.code == "V2" {
            test.volumes.iter().for_each(|volume| criterion(page, view, volume, 1, width));
        }
    }
    for (code, until) in &test.at_risk {
        let args = [("criterion", Arg::word(format!("vip.criterion.{code}"))), ("date", Arg::Date(*until))];
        let told = format!("! {}", view.say_with("vip-at-risk", &args));
        cells::wrap(&told, width.saturating_sub(1)).into_iter().for_each(|line| page.lines.text(line));
    }
    match &test.label {
        Label::Is(label) => page.lines.text(view.fit(label, width)),
        Label::Unknown => page.lines.text(view.words.unknown()),
        Label::None => {}
    }
}

/// How it stands and why; what was written down for it can be opened.
fn criterion(page: &mut Page, view: &View<'_>, line: &Line, depth: usize, width: usize) {
    let mark = match line.truth {
        Truth::Met => "+",
        Truth::NotMet => "-",
        Truth::Unknown => "?",
    };
    let name = format!("{}{mark} {} {}", "  ".repeat(depth), line.code, view.words.short(&line.term()));
    let disagrees = line.disagrees.then(|| view.say("vip-disagrees"));
    // Of the volumes each tells its own reason.
    let why = line.why.as_ref().filter(|_| line.code != "V2").map(|why| view.words.sentence(why));
    let why: Vec<String> = [why, disagrees].into_iter().flatten().collect();
    let why = if why.is_empty() { view.words.term(&line.truth.term()) } else { view.words.remarks(&why) };
    let evidence = line.evidence.and_then(|id| view.book().vip_evidence.get(id));
    let right: Vec<String> = evidence.into_iter().flat_map(|row| beside(view, row)).collect();
    let text = format!("{} {why}", view.left(&name, NAME));
    let (text, below) = fitted(text, &right, NAME + 1, width, view);
    match evidence {
        Some(row) => page.row(text, Some(Subject::new(Entity::VipEvidence, row.head.uid))),
        None if line.truth == Truth::Unknown && line.code != "V2" => {
            page.begins_with(text, Entity::VipEvidence, about(line));
        }
        None => page.lines.text(text),
    }
    below.into_iter().for_each(|text| page.lines.text(text));
}

/// Of evidence to come, the criterion it is for.
fn about(line: &Line) -> Fields {
    line.criterion().map(|criterion| ("criterion".to_owned(), criterion.json())).into_iter().collect()
}

/// Where evidence comes from and how old it is; its age alone.
fn beside(view: &View<'_>, row: &VipEvidence) -> [String; 2] {
    let age = view.words.ago((view.today() - row.as_of).num_days());
    [view.words.list(&[view.words.term(&row.source.term()), age.clone()]), age]
}

/// What is told stays whole: with as much beside it as there is room for, else on lines of its own beneath, moved in.
fn fitted(text: String, right: &[String], indent: usize, width: usize, view: &View<'_>) -> (String, Vec<String>) {
    let room = width.saturating_sub(cells::width(&text) + 1);
    if let Some(right) = right.iter().find(|right| cells::width(right) <= room) {
        return (cells::both_ends(&text, right, width, view.marks.cut), Vec::new());
    }
    let (head, told) = cells::split_at(&text, indent);
    let mut told = cells::wrap(told, width.saturating_sub(indent));
    if let Some(right) = right.first() {
        let room = width.saturating_sub(indent);
        let last = told.pop().unwrap_or_default();
        if cells::width(&last) + 2 + cells::width(right) <= room {
            told.push(cells::both_ends(&last, right, room, view.marks.cut));
        } else {
            told.extend([last, view.right(right, room)]);
        }
    }
    let mut lines = told.into_iter();
    let first = format!("{head}{}", lines.next().unwrap_or_default());
    (first, lines.map(|line| format!("{}{line}", " ".repeat(indent))).collect())
}
