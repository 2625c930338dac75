//! What is typed on the page and cannot be read, or was emptied where something must stand: nothing else is saved in its
//! place.

use super::After;
use super::typed::moment;
use crate::domain::after_visit::Page;
use crate::domain::{Entity, Sentence};
use crate::tui::layer::View;

impl After {
    /// The key of the first such text, and what is wrong with it.
    pub(super) fn unread(&self, view: &View<'_>) -> Option<(&'static str, Sentence)> {
        let when = self.texts.when.trim();
        let start = moment(when, self.usual(view).start.time(), view).err().filter(|_| !when.is_empty());
        let minutes = |page: &Page| page.next.as_ref().map(|next| next.minutes.is_some());
        let score = |page: &Page| page.satisfaction.as_ref().map(|mood| mood.score.is_some());
        let emptied =
            |of: &dyn Fn(&Page) -> Option<bool>| of(&self.base) == Some(true) && of(&self.page) == Some(false);
        let required = |entity: Entity, field: &str| Sentence::new("required-field").about(entity, field);
        [
            ("next.start", start),
            ("next.minutes", no_number(&self.texts.minutes)),
            ("next.minutes", emptied(&minutes).then(|| required(Entity::Visit, "minutes"))),
            ("satisfaction.score", no_number(&self.texts.score)),
            ("satisfaction.score", emptied(&score).then(|| required(Entity::Satisfaction, "score"))),
        ]
        .into_iter()
        .find_map(|(key, wrong)| Some((key, wrong?)))
    }
}

fn no_number(typed: &str) -> Option<Sentence> {
    let typed = typed.trim();
    let is_read = typed.is_empty() || typed.parse::<i64>().is_ok();
    (!is_read).then(|| Sentence::new("not-a-number").text("input", typed))
}
