//! Who decides, on the overview: a line for each holder of a step.

use super::{Page, Pen, Subject};
use crate::domain::map::{Attitude, Freshness, Holder, Row};
use crate::domain::{Arg, Entity};
use crate::tui::cells;

/// An age in days that takes as many cells as any: a year and so many months.
const WIDE_AGE: i64 = 400;

impl Pen<'_> {
    pub(super) fn decides(&self, page: &mut Page) {
        let words = self.view.words;
        let balance = self.map.balance.percent.map_or_else(|| words.unknown(), |value| words.signed(value.into(), 0));
        let balance = self.view.private(balance);
        let known = [("known", Arg::count(self.map.balance.known)), ("of", Arg::count(self.map.balance.of))];
        let right = format!(
            "{} {}  {} {balance}{}",
            words.term("tab.map").to_lowercase(),
            words.percent(self.map.completeness),
            words.short("term.balance_of_forces"),
            words.aside(&words.say_with("known-of", &known))
        );
        page.lines.section(None, words.term("section.who_decides"), right);
        for row in self.map.steps.iter().rev() {
            self.step(page, row);
        }
    }

    fn step(&self, page: &mut Page, row: &Row) {
        let kind = self.view.words.short(&row.kind.term());
        if let Some(absent) = &row.absent {
            let reason = self.view.private(&absent.reason);
            let text = self.view.say_with("step-not-needed", &[("reason", Arg::text(reason))]);
            return self.line(page, &kind, &text, "", None);
        }
        if row.holders.is_empty() {
            return self.line(page, &kind, &self.say("word-nobody_known"), "", None);
        }
        for holder in &row.holders {
            let subject = Some(Subject::new(Entity::Person, holder.person.uuid));
            let told = self.holder(holder);
            let limit = self.limit(holder, self.width.saturating_sub(self.label + 2 + cells::width(&told)));
            self.line(page, &kind, &told, &limit, subject);
        }
    }

    /// The limit of a holder, as far as there is room for it; that there is one.
    fn limit(&self, holder: &Holder, room: usize) -> String {
        let Some(limit) = holder.limit else { return String::new() };
        let money = self.view.private(self.view.words.money_short(limit));
        let whole = format!("{} {money}", self.say("label-limit"));
        let short = self.view.marks.cut.to_owned();
        [whole, money, short].into_iter().find(|text| cells::width(text) <= room).unwrap_or_default()
    }

    fn holder(&self, holder: &Holder) -> String {
        let words = self.view.words;
        let fresh =
            if holder.freshness == Freshness::Fresh { String::new() } else { words.mark(&holder.freshness.term()) };
        let left = if holder.left { "x " } else { "" };
        let certainty = format!("{left}{}{fresh}", words.mark(&holder.certainty.term()));
        let attitude = self.map.column(holder.person).map(|column| &column.attitude);
        let stance = attitude.and_then(Attitude::stance);
        let stance = stance.map_or("?".to_owned(), |value| words.mark(&format!("stance.value.{value}")));
        let influence = attitude.and_then(Attitude::influence).map_or("?".to_owned(), |n| n.to_string());
        format!(
            "{} {} {} {} {}",
            self.view.left(&self.person(holder.person), if self.is_narrow() { 10 } else { 12 }),
            self.view.left(&certainty, 9),
            self.view.right(&words.ago(holder.age_days), cells::width(&words.ago(WIDE_AGE)).max(5)),
            self.view.right(&self.view.private(stance), 3),
            self.view.private(influence),
        )
    }
}
