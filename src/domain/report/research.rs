//! Where to research: what clients need, what the bank has no product for, what they say of products, and which
//! questions stayed without an answer. Ranked, with the change since the quarter before.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::period::{Kind, Period, Span};
use super::scope::Scope;
use super::table::{Cell, Row, Table};
use crate::domain::entity::{Need, Problem, Visit};
use crate::domain::sentence::Sentence;
use crate::domain::words::{About, DropKind, NeedState, ProblemTopic, Theme, VisitStatus};

/// One thing to research: what it is, its theme or topic, and what speaks for it.
struct Finding {
    source: &'static str,
    about: Cell,
    key: String,
    row: Row,
    now: usize,
}

pub(super) fn table(scope: &Scope<'_>) -> Table {
    let quarter = Period::of(Kind::Quarter, scope.now.to);
    let now = Span { to: scope.now.to, ..quarter.span };
    let spans = [now, quarter.before().span];
    let mut found = needs(scope, spans);
    found.extend(dropped(scope));
    found.extend(feedback(scope, spans));
    found.extend(questions(scope, spans));
    found.sort_by_cached_key(|finding| (Reverse(finding.now), finding.source, finding.key.clone()));
    let line = |finding: Finding| {
        let source = Cell::Said(Sentence::new(format!("report-source-{}", finding.source)));
        let mut row = finding.row;
        row.key = format!("{}-{}", finding.source, finding.key);
        row.cells = [source, finding.about].into_iter().chain(row.cells).collect();
        row
    };
    Table::new(
        "research",
        &["source", "about", "at-end", "quarter-before", "change"],
        found.into_iter().map(line).collect(),
    )
}

/// Now, a quarter before, and the difference.
fn values(now: usize, before: usize) -> Vec<Cell> {
    let change = i64::try_from(now).unwrap_or(i64::MAX) - i64::try_from(before).unwrap_or(0);
    vec![Cell::Count(now), Cell::Count(before), Cell::Change(change.into(), 0)]
}

/// A need that was found and neither met nor dropped by the end of a day.
fn is_open(scope: &Scope<'_>, need: &Need, end: NaiveDate) -> bool {
    need.state != NeedState::Dropped && scope.found_on(need) <= end && need.met_on.is_none_or(|met| met > end)
}

/// Open needs of each theme at the ends of both quarters.
fn needs(scope: &Scope<'_>, [now, before]: [Span; 2]) -> Vec<Finding> {
    let mut by: BTreeMap<Option<Theme>, Vec<&Need>> = BTreeMap::new();
    for need in &scope.view.book.need {
        by.entry(need.theme).or_default().push(need);
    }
    let finding = |(theme, needs): (Option<Theme>, Vec<&Need>)| {
        let open = |end| needs.iter().copied().filter(move |need| is_open(scope, need, end));
        let (open_now, open_before) = (open(now.to).count(), open(before.to).count());
        let row = Row::new("", values(open_now, open_before)).known(open_now, open_now).of(open(now.to));
        let about = theme.map_or(Cell::Unknown, |theme| Cell::Word(theme.term()));
        let key = theme.map_or("unknown", Theme::word).to_owned();
        (open_now + open_before > 0).then_some(Finding { source: "needs", about, key, row, now: open_now })
    };
    by.into_iter().filter_map(finding).collect()
}

/// Needs dropped because the bank has no product. On which day is not kept, so how many there were before is not known.
fn dropped(scope: &Scope<'_>) -> Vec<Finding> {
    let mut by: BTreeMap<Option<Theme>, Vec<&Need>> = BTreeMap::new();
    let no_product = |need: &&Need| need.state == NeedState::Dropped && need.drop_kind == Some(DropKind::NoProduct);
    for need in scope.view.book.need.iter().filter(no_product) {
        by.entry(need.theme).or_default().push(need);
    }
    let finding = |(theme, needs): (Option<Theme>, Vec<&Need>)| Finding {
        source: "dropped",
        about: theme.map_or(Cell::Unknown, |theme| Cell::Word(theme.term())),
        key: theme.map_or("unknown", Theme::word).to_owned(),
        now: needs.len(),
        row: Row::new("", vec![Cell::Count(needs.len()), Cell::Unknown, Cell::Unknown])
            .known(needs.len(), needs.len())
            .of(needs),
    };
    by.into_iter().map(finding).collect()
}

/// What clients said of products in each quarter.
fn feedback(scope: &Scope<'_>, spans: [Span; 2]) -> Option<Finding> {
    let of = |span: Span| {
        let counts = |row: &&Problem| row.topic == Some(ProblemTopic::ProductFeedback) && span.holds(row.raised_on);
        scope.view.book.problem.iter().filter(counts).collect::<Vec<_>>()
    };
    let [now, before] = spans.map(of);
    let row = Row::new("", values(now.len(), before.len())).known(now.len(), now.len()).of(now.iter().copied());
    let about = Cell::Word(ProblemTopic::ProductFeedback.term());
    let finding = Finding { source: "feedback", about, key: "product".to_owned(), row, now: now.len() };
    (now.len() + before.len() > 0).then_some(finding)
}

/// Questions for visits held in each quarter that nobody has answered.
fn questions(scope: &Scope<'_>, [now, before]: [Span; 2]) -> Vec<Finding> {
    let mut by: BTreeMap<Option<About>, [Vec<&Visit>; 2]> = BTreeMap::new();
    for (at, span) in [now, before].into_iter().enumerate() {
        for visit in scope.visits(span, VisitStatus::Held) {
            for question in visit.questions.iter().filter(|question| question.answer.is_none()) {
                by.entry(question.about).or_default()[at].push(visit);
            }
        }
    }
    let finding = |(about, [now, before]): (Option<About>, [Vec<&Visit>; 2])| {
        let row = Row::new("", values(now.len(), before.len())).known(now.len(), now.len());
        let n = now.len();
        let mut visits = now;
        visits.dedup_by_key(|visit| visit.head.uid);
        Finding {
            source: "questions",
            about: about.map_or(Cell::Unknown, |about| Cell::Word(about.term())),
            key: about.map_or("unknown", About::word).to_owned(),
            row: row.of(visits),
            now: n,
        }
    };
    by.into_iter().map(finding).collect()
}
