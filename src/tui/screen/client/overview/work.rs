//! What they need, what is promised and what is open, on the overview.

use super::{Page, Pen, Subject, adapting};
use crate::domain::figures::problems::open_of;
use crate::domain::words::{CommitmentState, NeedState, Voice, Who};
use crate::domain::{Entity, Need, offer};
use crate::tui::screen::ways;

impl Pen<'_> {
    pub(super) fn needs(&self, page: &mut Page) {
        page.lines.section(None, self.view.words.term("section.what_they_need"), "");
        let open = |need: &&Need| need.client == self.id && !matches!(need.state, NeedState::Dropped | NeedState::Met);
        let mut needs: Vec<&Need> = self.view.book().need.of(self.id).filter(open).collect();
        needs.sort_by_key(|need| (need.voice, !need.essential, need.state, need.head.uid));
        for voice in [Voice::Stated, Voice::Hidden] {
            let label = self.view.words.short(&voice.term());
            let mine: Vec<&&Need> = needs.iter().filter(|need| need.voice == voice).collect();
            if mine.is_empty() {
                self.line(page, &label, &self.say("word-none_found"), "", None);
            }
            for need in mine {
                let mut right = self.view.words.need_state(self.view.book(), need, self.view.today());
                if need.essential && !self.is_narrow() {
                    right = self.view.words.remarks(&[right, self.say("label-essential")]);
                }
                let subject = Some(Subject::new(Entity::Need, need.head.uid));
                self.line(page, &label, &self.view.private(&need.title), &right, subject);
            }
        }
    }

    pub(super) fn promised(&self, page: &mut Page) {
        page.lines.section(None, self.view.words.term("section.promised"), "");
        let open = adapting::others(&self.figures, self.id);
        for who in [Who::We, Who::They] {
            let label = self.view.words.term(&who.term());
            let mine: Vec<_> = open.iter().filter(|open| open.promise.who == who).collect();
            if mine.is_empty() {
                self.line(page, &label, &self.say("word-nothing_open"), "", None);
            }
            for open in mine {
                let mut right = match open.due {
                    Some(_) if open.is_late() => self.view.words.late(open.late_days),
                    Some(due) => self.view.words.due(due),
                    None => self.say("word-no_date"),
                };
                if let (CommitmentState::Passed, Some(with), false) =
                    (open.promise.state, &open.promise.passed_to, self.is_narrow())
                {
                    right = self.view.words.remarks(&[&right, with]);
                }
                let subject = Some(Subject::new(Entity::Commitment, open.promise.head.uid));
                self.line(page, &label, &open.promise.text, &right, subject);
            }
        }
    }

    pub(super) fn open(&self, page: &mut Page) {
        page.lines.section(None, self.view.words.term("section.open"), "");
        let words = self.view.words;
        let (offers, problems) = (offer::open_offers(self.view.book(), self.id), open_of(self.view.book(), self.id));
        if offers.is_empty() && problems.is_empty() {
            self.line(page, "", &self.say("word-nothing_open"), "", None);
        }
        for proposal in offers {
            let mut right = words.offer_state(proposal, self.view.today());
            if let Some(until) = proposal.valid_until.filter(|_| !self.is_narrow()) {
                right = words.remarks(&[right, format!("{} {}", self.say("label-valid_until"), self.view.day(until))]);
            }
            let subject = Some(Subject::new(Entity::Proposal, proposal.head.uid));
            self.line(page, &words.short("entity.proposal").to_lowercase(), &proposal.title, &right, subject);
        }
        for problem in problems {
            let again = ways::again(problem, self.view).map(|_| self.say("today-again"));
            let due = problem.due.map(|due| words.due(due));
            let state = Some(words.term(&problem.state.term())).filter(|_| !self.is_narrow());
            let right = words.remarks(&[state, again, due].into_iter().flatten().collect::<Vec<_>>());
            let subject = Some(Subject::new(Entity::Problem, problem.head.uid));
            self.line(page, &words.short("entity.problem").to_lowercase(), &problem.title, &right, subject);
        }
    }
}
