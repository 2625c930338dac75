//! The meeting situation on the overview: in full while one is to be planned, else the next reception in a few words.

use super::{Page, Subject};
use crate::domain::figures::View as Figures;
use crate::domain::figures::meeting::{MeetingSituation, is_to_be_planned};
use crate::domain::figures::occasions::Whose;
use crate::domain::words::VisitKind;
use crate::domain::{Client, Entity, Id};
use crate::tui::layer::View;
use crate::tui::screen::meeting::{Told, crossing, lines};

pub(super) fn section(page: &mut Page, view: &View<'_>, client: Id<Client>, width: usize) {
    if !view.book().client.get(client).is_some_and(is_to_be_planned) {
        return;
    }
    page.lines.section(None, view.say("meeting-situation"), view.say("meeting-key"));
    for (bits, told) in lines(view, client) {
        let subject = match told {
            Told::Visit(visit) => Some(Subject::new(Entity::Visit, visit.uuid)),
            Told::Occasion(Whose::Person(person)) => Some(Subject::new(Entity::Person, person.uuid)),
            Told::Occasion(Whose::Client(_)) | Told::Nothing => None,
        };
        page.row(view.fit(&bits.text(), width), subject);
    }
}

/// The next reception to which the client is, or could be, invited.
pub(super) fn reception_ahead(view: &View<'_>, client: Id<Client>) -> String {
    let found = MeetingSituation::of(&Figures::on(view.book(), view.today()), client);
    let reception = found.ahead.iter().find(|ahead| ahead.visit.kind == VisitKind::Reception);
    reception.map(|ahead| crossing(view, ahead, client).text()).unwrap_or_default()
}
