//! Where the client stands, on the overview: the last contacts, the mood, what is to check and what the file lacks.

use super::{Page, Pen, Subject, meeting, mood};
use crate::domain::figures::{cadence, contacts};
use crate::domain::file_completeness::file_completeness;
use crate::domain::words::NoteClass;
use crate::domain::{Arg, Entity, Note, Visit};
use crate::tui::cells;
use crate::tui::screen::map::finding_text;
use crate::tui::target::{Tab, Target};

impl<'a> Pen<'a> {
    fn held(&self) -> Vec<&'a Visit> {
        contacts::held(self.view.book(), self.id, self.view.today())
    }

    pub(super) fn last(&self, page: &mut Page) {
        let Some(visit) = self.held().into_iter().next() else { return };
        let outcome = self.view.private(visit.outcome.clone().unwrap_or_default());
        let text = format!("{} {}", self.view.day(visit.day(self.zone())), outcome);
        let subject = Some(Subject::new(Entity::Visit, visit.head.uid));
        let mood = format!("{} {}", self.view.words.short("entity.satisfaction"), self.mood());
        self.line(page, &self.say("overview-last"), &text, &mood, subject);
    }

    fn mood(&self) -> String {
        mood::with_curve(self.view, &self.figures, self.id)
    }

    /// Where the client stands: rhythm, mood, reception, years.
    pub(super) fn standing(&self, page: &mut Page) {
        let words = self.view.words;
        let mood = format!("{} {}", words.short("entity.satisfaction"), self.mood());
        page.lines.section(None, words.term("entity.client"), mood);
        let Some(client) = self.client else { return };
        let rhythm = cadence::contact(&self.figures, client);
        // Without a rhythm there is a last contact all the same.
        let last = self.view.book().contacts(self.id, self.view.today()).last;
        let last = last.map_or_else(|| self.say("word-never_contacted"), |day| words.date(day));
        let right = rhythm.and_then(|rhythm| rhythm.overdue());
        let right = right.map(|days| words.say_with("overdue-days", &[("n", Arg::Count(days))])).unwrap_or_default();
        self.line(page, &self.say("overview-contact"), &last, &right, None);
        if !cadence::had_reception(&self.figures, self.id) {
            let year = [("year", Arg::text(self.figures.month().year.to_string()))];
            let next = meeting::reception_ahead(self.view, self.id);
            self.line(page, "", &words.say_with("no-reception-in", &year), &next, None);
        }
        for (field, value) in [
            ("relation_start", client.relation_start.map(|day| words.partial(day))),
            ("industry", client.industry.clone()),
            ("region", client.region.clone()),
            ("main_bank", client.main_bank.clone().map(|bank| self.view.private(bank))),
            ("deputy", client.deputy.clone()),
        ] {
            let value = value.unwrap_or_else(|| words.unknown());
            let subject = Some(Subject::new(Entity::Client, self.id.uuid));
            // Where they are in the world and in the web is one line.
            let right = client.website.as_deref().filter(|_| field == "region").unwrap_or_default();
            self.line(page, &words.label("client", field), &value, right, subject);
        }
    }

    pub(super) fn contacts(&self, page: &mut Page) {
        page.lines.section(None, self.view.words.term("section.last_contacts"), "");
        let held = self.held();
        if held.is_empty() {
            self.line(page, "", &self.say("word-never_contacted"), "", None);
        }
        for visit in held.into_iter().take(3) {
            let outcome = self.view.private(visit.outcome.clone().unwrap_or_default());
            let subject = Some(Subject::new(Entity::Visit, visit.head.uid));
            self.line(page, &self.view.day(visit.day(self.zone())), &outcome, "", subject);
        }
        let pinned = |note: &&Note| note.pinned && note.client == Some(self.id);
        for note in self.view.book().note.of(self.id).filter(pinned) {
            let text = if note.class == NoteClass::In { note.text.clone() } else { self.view.private(&note.text) };
            let subject = Some(Subject::new(Entity::Note, note.head.uid));
            self.line(page, &self.view.words.short(&note.topic.term()), &text, "", subject);
        }
    }

    pub(super) fn check(&self, page: &mut Page) {
        let title = self.view.words.term("section.to_check");
        page.lines.section(None, title, self.map.findings.len().to_string());
        for finding in &self.map.findings {
            let subject = finding.person.map(|person| Subject::new(Entity::Person, person.uuid));
            let step = finding.step.map(|step| self.view.words.short(&step.term())).unwrap_or_default();
            let text = self.view.private(finding_text(finding, self.view));
            self.line(page, &step, &text, "", subject);
        }
    }

    /// What the file still lacks; Enter goes where it is written down.
    pub(super) fn file(&self, page: &mut Page) {
        let Some(client) = self.client else { return };
        let file = file_completeness(self.view.book(), client, self.figures.tier(self.id), self.view.today());
        let known = [("known", Arg::count(file.known())), ("of", Arg::count(file.of()))];
        let words = self.view.words;
        page.lines.section(None, words.term("section.file"), words.say_with("known-of", &known));
        for item in file.missing() {
            let text = words.sentence(&item.text());
            let line = cells::fit(&text, self.width.saturating_sub(1), self.view.marks.cut);
            page.leads(line, self.where_told(item.told_by));
        }
    }

    /// Where a kind of fact is written down: its form, or the page it is one of many on.
    fn where_told(&self, by: Entity) -> Target {
        let form = |uuid| Target::Form { entity: by, uuid, client: Some(self.id) };
        match by {
            Entity::Client => form(Some(self.id.uuid)),
            Entity::Role | Entity::Stance | Entity::Influence => Target::Client(self.id, Tab::Map),
            Entity::Person => Target::Client(self.id, Tab::People),
            Entity::LedgerMonth => Target::Client(self.id, Tab::Money),
            _ => form(None),
        }
    }
}
