//! What every section needs at hand: the book on its day, the client, the visit, the words.

use chrono::NaiveDate;

use super::Request;
use crate::domain::figures::{Figure, View, contacts};
use crate::domain::json::Amount;
use crate::domain::map::{Attitude, DecisionMap, Holder};
use crate::domain::table::Id;
use crate::domain::{Arg, Client, Person, Sentence, Visit};
use crate::i18n::Words;

pub(super) struct Pen<'a> {
    pub view: &'a View<'a>,
    pub client: &'a Client,
    pub visit: Option<&'a Visit>,
    pub words: &'a Words,
    pub personal: bool,
    pub map: DecisionMap,
}

impl<'a> Pen<'a> {
    pub fn new(view: &'a View<'a>, client: &'a Client, request: &Request, words: &'a Words) -> Self {
        let map = DecisionMap::today(view.book, request.client, view.today);
        let visit = Self::visit_of(view, request);
        Self { view, client, visit, words, personal: request.personal, map }
    }

    /// The visit asked for, else the client's next.
    pub fn visit_of(view: &View<'a>, request: &Request) -> Option<&'a Visit> {
        let next = || view.book.contacts(request.client, view.today).next(view.today).map(|planned| planned.visit);
        let visit = request.visit.or_else(next);
        visit.and_then(|visit| view.book.visit.get(visit))
    }

    pub fn id(&self) -> Id<Client> {
        Id::new(self.client.head.uid)
    }

    pub fn say(&self, id: &str) -> String {
        self.words.say(id)
    }

    pub fn with(&self, id: &str, args: &[(&str, Arg)]) -> String {
        self.words.say_with(id, args)
    }

    pub fn sentence(&self, sentence: &Sentence) -> String {
        self.words.sentence(sentence)
    }

    pub fn unknown(&self) -> String {
        self.words.unknown()
    }

    pub fn label(&self, entity: &str, field: &str) -> String {
        self.words.label(entity, field)
    }

    pub fn person(&self, id: Id<Person>) -> String {
        let name = |person| self.words.person_name(person, self.view.settings().name_display);
        self.view.book.person.get(id).map_or_else(|| self.unknown(), name)
    }

    /// The text, or the word unknown.
    pub fn or_unknown(&self, text: Option<impl Into<String>>) -> String {
        text.map_or_else(|| self.unknown(), Into::into)
    }

    /// Certainty, age and the marks of a role, e.g. `confirmed, 95d ?`.
    pub fn sure(&self, holder: &Holder) -> String {
        let certainty = self.words.term(&holder.certainty.term());
        let mark = self.words.mark(&holder.freshness.term());
        let age = self.words.ago(holder.age_days);
        let mut text = self.words.remarks(&[certainty, age]);
        if holder.freshness != crate::domain::map::Freshness::Fresh {
            text = format!("{text} {mark}");
        }
        if holder.left {
            text = self.words.remarks(&[text, self.say("word-left_q")]);
        }
        if holder.possibly {
            text.push_str(" (?)");
        }
        text
    }

    pub fn stance(&self, attitude: Option<&Attitude>) -> String {
        let value = attitude.and_then(Attitude::stance);
        self.words
            .term(&value.map_or_else(|| "stance.value.unknown".to_owned(), |value| format!("stance.value.{value}")))
    }

    pub fn influence(&self, attitude: Option<&Attitude>) -> String {
        self.or_unknown(attitude.and_then(Attitude::influence).map(|n| self.words.number(n)))
    }

    pub fn amount(&self, amount: &Amount) -> String {
        self.words.amount(amount)
    }

    /// A figure with how sure it is.
    pub fn figure<T>(&self, figure: &Figure<T>, show: impl Fn(&T) -> String) -> String {
        let why = figure.why.as_ref().map(|why| self.sentence(why));
        match (figure.value(), why) {
            (None, None) => self.unknown(),
            (None, Some(why)) => self.unknown() + &self.words.aside(&why),
            (Some(value), _) if figure.is_known() => show(value),
            (Some(value), _) => {
                let months = [("known", Arg::count(figure.known)), ("of", Arg::count(figure.of))];
                let months = self.words.aside(&self.with("figure-partial-months", &months));
                format!("≈ {}{months}", show(value))
            }
        }
    }

    /// The held visits of the client, newest first.
    pub fn held(&self) -> Vec<&'a Visit> {
        contacts::held(self.view.book, self.id(), self.view.today)
    }

    /// The day of a visit in the book's zone. What the client reads has the day that it was for them.
    pub fn day(&self, visit: &Visit) -> NaiveDate {
        visit.day(self.view.settings().zone)
    }

    /// Kind, day, time and place of a visit.
    pub fn when_and_where(&self, visit: &Visit) -> String {
        let kind = self.words.term(&visit.kind.term());
        let mut parts = vec![kind, self.words.date(visit.start.date()), self.words.time(visit.start.time())];
        // The hour is that of the place where the visit is.
        let away = visit.zone != self.view.settings().zone;
        parts.extend(away.then(|| self.words.city(visit.zone)));
        parts.extend(visit.place_kind.map(|place| self.words.term(&place.term())));
        parts.extend(visit.place.clone());
        self.words.remarks(&parts)
    }
}
