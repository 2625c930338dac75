//! The page as a draft: everything on it as JSON, and back again over the page as it opens now.

use serde_json::{Map, Value as Json, json};

use super::slots::Slot;
use super::{Page, Texts};
use crate::domain::after_visit::{
    Came, InterestLine, Mark, MoodLine, NeedLine, NextVisit, NoteLine, PersonLine, ProblemLine, PromiseLine,
    QuestionLine, RoleMark,
};
use crate::domain::date::LocalTime;
use crate::domain::field::FieldType;
use crate::domain::words::{Certainty, RoleKind};
use crate::domain::{Id, Person};
use crate::export::after_page::waiting;
use crate::tui::screen::answer_box::Inserted;

/// Something that is kept in a draft and read back; what cannot be read is left out.
trait Kept: Sized {
    fn keep(&self) -> Json;
    fn read(json: &Json) -> Option<Self>;
}

/// Lines of the page, field by field.
macro_rules! kept {
    ($($name:ident { $($field:ident),+ $(,)? })+) => {$(
        impl Kept for $name {
            fn keep(&self) -> Json {
                let mut map = Map::new();
                $(map.insert(stringify!($field).to_owned(), FieldType::json(&self.$field));)+
                Json::Object(map)
            }

            fn read(json: &Json) -> Option<Self> {
                let mut line = Self::default();
                $(if let Some(value) = json.get(stringify!($field)) {
                    line.$field = FieldType::from_json(value).ok()?;
                })+
                Some(line)
            }
        }
    )+};
}

kept! {
    QuestionLine { text, answer, asked, off }
    NeedLine { need, title, voice, state, essential, quote, weight, reason, off }
    PromiseLine { promise, who, text, person, due, passed_to, done, done_on, note, off }
    ProblemLine { problem, title, detail, kind, topic, severity, raised_by, off }
    NoteLine { note, topic, text, class, person, off }
    MoodLine { satisfaction, score, source, about, person, quote, conclusion, off }
    NextVisit { start, kind, minutes, place_kind, place, purpose, off }
}

impl Kept for InterestLine {
    fn keep(&self) -> Json {
        json!([self.text, self.kind.json(), self.importance, self.off])
    }

    fn read(json: &Json) -> Option<Self> {
        Some(Self {
            text: json.get(0)?.as_str()?.to_owned(),
            kind: FieldType::from_json(json.get(1)?).ok()?,
            importance: json.get(2)?.as_i64(),
            off: json.get(3)?.as_bool()?,
        })
    }
}

impl Kept for RoleMark {
    fn keep(&self) -> Json {
        let (word, certainty) = match self.to {
            Mark::AtLeast(certainty) => ("at_least", Some(certainty)),
            Mark::Exactly(certainty) => ("exactly", Some(certainty)),
            Mark::Known(certainty) => ("known", Some(certainty)),
            Mark::Again => ("again", None),
            Mark::End => ("end", None),
        };
        json!([self.kind.word(), word, certainty.json()])
    }

    fn read(json: &Json) -> Option<Self> {
        let kind = RoleKind::from_word(json.get(0)?.as_str()?)?;
        let certainty = || Certainty::from_word(json.get(2)?.as_str()?);
        let to = match json.get(1)?.as_str()? {
            "at_least" => Mark::AtLeast(certainty()?),
            "exactly" => Mark::Exactly(certainty()?),
            "known" => Mark::Known(certainty()?),
            "again" => Mark::Again,
            "end" => Mark::End,
            _ => return None,
        };
        Some(Self { kind, to })
    }
}

impl Kept for PersonLine {
    fn keep(&self) -> Json {
        json!({
            "person": self.person.json(),
            "came": self.came.map(Came::word),
            "roles": self.roles.iter().map(Kept::keep).collect::<Json>(),
            "stance": self.stance,
            "influence": self.influence,
            "interests": self.interests.iter().map(Kept::keep).collect::<Json>(),
        })
    }

    fn read(json: &Json) -> Option<Self> {
        let came = |word: &str| [Came::Yes, Came::No, Came::Unknown].into_iter().find(|came| came.word() == word);
        let person: Id<Person> = Id::from_json(json.get("person")?).ok()?;
        Some(Self {
            came: json.get("came").and_then(Json::as_str).and_then(came),
            roles: list(json, "roles"),
            stance: json.get("stance").and_then(Json::as_i64),
            influence: json.get("influence").and_then(Json::as_i64),
            interests: list(json, "interests"),
            ..Self::of(person)
        })
    }
}

fn list<T: Kept>(json: &Json, name: &str) -> Vec<T> {
    json.get(name).and_then(Json::as_array).into_iter().flatten().filter_map(T::read).collect()
}

fn lines<T: Kept>(lines: &[T]) -> Json {
    lines.iter().map(Kept::keep).collect()
}

/// What was typed over: the page at its last look at the book, and as it was before somebody else changed it.
pub(super) struct Over<'p> {
    pub before: &'p Json,
    pub clashed: Option<Json>,
}

/// `start` is that of a call, which no visit of the book knows yet.
pub(super) fn write(
    page: &Page,
    (texts, inserted): (&Texts, &Inserted),
    start: Option<LocalTime>,
    over: Over<'_>,
) -> String {
    let mut draft = parts(page);
    draft["start"] = start.json();
    draft["texts"] = json!([texts.when, texts.minutes, texts.score, texts.new]);
    draft["becomes"] = json!(texts.becomes.and_then(Slot::new_line).map(|(name, _)| name));
    draft["file"] = json!(texts.file);
    draft["inserted"] = inserted.json();
    draft["before"] = over.before.clone();
    draft["clashed"] = over.clashed.unwrap_or_default();
    draft.to_string()
}

/// What stands on a page, by name.
pub(super) fn parts(page: &Page) -> Json {
    json!({
        "purpose": page.purpose,
        "outcome": page.outcome,
        "outcome_none": page.outcome_none,
        "agenda": page.agenda,
        "summary_shared": page.summary_shared,
        "requested_by": page.requested_by.json(),
        "phase": page.phase.json(),
        "offers_product": page.offers_product,
        "nothing_to_answer": page.nothing_to_answer,
        "people": lines(&page.people),
        "questions": lines(&page.questions),
        "needs": lines(&page.needs),
        "promises": lines(&page.promises),
        "problems": lines(&page.problems),
        "notes": lines(&page.notes),
        "satisfaction": page.satisfaction.as_ref().map(Kept::keep),
        "next": page.next.as_ref().map(Kept::keep),
    })
}

/// The standard answers in the texts of a draft.
pub(super) fn inserted(text: &str) -> Inserted {
    let json: Json = serde_json::from_str(text).unwrap_or_default();
    Inserted::read(json.get("inserted"))
}

/// What the page of a draft was typed over, and the page before the change of somebody else that it has been shown.
pub(super) fn before(text: &str) -> Option<(Json, Option<Json>)> {
    let mut json: Json = serde_json::from_str(text).ok()?;
    let mut taken = |name: &str| json.get_mut(name).map(Json::take).filter(Json::is_object);
    Some((taken("before")?, taken("clashed")))
}

/// The draft over the page as it opens now: lines of records that are still there, and new ones.
pub(super) fn read(text: &str, base: &Page) -> Option<(Page, Texts)> {
    let json: Json = serde_json::from_str(text).ok()?;
    let file = waiting::of_draft(text).unwrap_or_default();
    if json.get("people").is_none() {
        // Only the text of an editor waits: the command line left it.
        return Some((base.clone(), Texts { file, ..Texts::of(base) }));
    }
    let typed = |at: usize| json.get("texts").and_then(|all| all.get(at)).and_then(Json::as_str).unwrap_or_default();
    let texts = Texts {
        when: typed(0).to_owned(),
        minutes: typed(1).to_owned(),
        score: typed(2).to_owned(),
        new: typed(3).to_owned(),
        becomes: json.get("becomes").and_then(Json::as_str).and_then(Slot::of_new_line),
        file,
    };
    Some((page(&json, base), texts))
}

/// The page of these parts over `base`: its lines as the parts have them, then those that only the parts have.
pub(super) fn page(json: &Json, base: &Page) -> Page {
    let words = |name: &str| json.get(name).and_then(Json::as_str).map(str::to_owned);
    let flag = |name: &str| json.get(name).and_then(Json::as_bool);
    let part = |name: &str| json.get(name).filter(|json| !json.is_null());
    Page {
        purpose: words("purpose"),
        outcome: words("outcome"),
        outcome_none: flag("outcome_none"),
        agenda: words("agenda"),
        summary_shared: words("summary_shared"),
        requested_by: part("requested_by").and_then(|json| FieldType::from_json(json).ok()),
        phase: part("phase").and_then(|json| FieldType::from_json(json).ok()),
        offers_product: flag("offers_product"),
        nothing_to_answer: flag("nothing_to_answer"),
        people: over(&base.people, list(json, "people"), |a, b| a.person == b.person, |_| true, refreshed),
        questions: over(&base.questions, list(json, "questions"), |a, b| a.text == b.text, |_| true, |_, now| now),
        needs: over(&base.needs, list(json, "needs"), |a, b| a.need == b.need, |l| l.need.is_none(), |_, now| now),
        promises: over(
            &base.promises,
            list(json, "promises"),
            |a, b| a.promise == b.promise,
            |line| line.promise.is_none(),
            |_, now| now,
        ),
        problems: over(
            &base.problems,
            list(json, "problems"),
            |a, b| a.problem == b.problem,
            |line| line.problem.is_none(),
            |_, now| now,
        ),
        notes: over(&base.notes, list(json, "notes"), |a, b| a.note == b.note, |l| l.note.is_none(), |_, now| now),
        satisfaction: part("satisfaction").and_then(MoodLine::read),
        next: part("next").and_then(NextVisit::read),
        prefilled: true,
    }
}

/// Each line of the page as the draft has it, then the lines that only the draft has, where they may be new.
fn over<T: Clone>(
    base: &[T],
    draft: Vec<T>,
    same: impl Fn(&T, &T) -> bool,
    is_new: impl Fn(&T) -> bool,
    with: impl Fn(&T, T) -> T,
) -> Vec<T> {
    let of_base = base.iter().map(|line| match draft.iter().find(|kept| same(line, kept)) {
        Some(kept) => with(line, kept.clone()),
        None => line.clone(),
    });
    let mut all: Vec<T> = of_base.collect();
    let new = draft.into_iter().filter(|kept| is_new(kept) && !base.iter().any(|line| same(line, kept)));
    all.extend(new);
    all
}

/// What the book knows of a person's roles may have changed since: only what was pressed is kept.
fn refreshed(base: &PersonLine, mut kept: PersonLine) -> PersonLine {
    kept.roles.retain(|mark| !matches!(mark.to, Mark::Known(_)));
    for known in &base.roles {
        if !kept.roles.iter().any(|mark| mark.kind == known.kind) {
            kept.roles.push(*known);
        }
    }
    kept.roles.sort_by_key(|mark| mark.kind);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mark_of_a_role_comes_back() {
        let sure = Certainty::Confirmed;
        for to in [Mark::AtLeast(sure), Mark::Again, Mark::Exactly(sure), Mark::Known(sure), Mark::End] {
            let mark = RoleMark { kind: RoleKind::Decides, to };
            assert_eq!(RoleMark::read(&mark.keep()), Some(mark));
        }
    }
}
