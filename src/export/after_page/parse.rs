//! The file as a page of the domain.

use toml::de::DeTable;

use super::reader::{PageFault, Part, Reader, Resolve};
use crate::domain::after_visit::{
    Came, InterestLine, Mark, MoodLine, NeedLine, NextVisit, NoteLine, Page, PersonLine, ProblemLine, PromiseLine,
    QuestionLine, RoleMark,
};
use crate::domain::entry::EntryContext;
use crate::domain::field::{FieldType, invalid_word};
use crate::domain::sentence::{Arg, Sentence};
use crate::domain::words::{Certainty, RoleKind};

pub(super) const PAGE: [&str; 17] = [
    "purpose",
    "outcome",
    "outcome_none",
    "agenda",
    "summary_shared",
    "requested_by",
    "phase",
    "offers_product",
    "nothing_to_answer",
    "prefilled",
    "people",
    "questions",
    "needs",
    "promises",
    "problems",
    "notes",
    "satisfaction",
];
const NEXT: &str = "next";

/// Reads a page; its days are the words that are typed anywhere.
///
/// # Errors
/// The first thing that is wrong, with its key and line.
pub fn parse(text: &str, cx: &EntryContext<'_>, resolve: &Resolve<'_>) -> Result<Page, PageFault> {
    let document = DeTable::parse(text).map_err(|error| not_toml(text, &error))?;
    let reader = Reader { text, cx, resolve };
    let allowed: Vec<&str> = PAGE.iter().copied().chain([NEXT]).collect();
    let page = Part::new(&reader, "", (document.get_ref(), 0), &allowed)?;
    Ok(Page {
        purpose: page.text("purpose")?,
        outcome: page.text("outcome")?,
        outcome_none: page.flag("outcome_none")?,
        agenda: page.text("agenda")?,
        summary_shared: page.text("summary_shared")?,
        requested_by: page.typed("requested_by")?,
        phase: page.typed("phase")?,
        offers_product: page.flag("offers_product")?,
        nothing_to_answer: page.flag("nothing_to_answer")?,
        people: all(&page, "people", &PERSON, person)?,
        questions: all(&page, "questions", &["text", "answer", "asked", "off"], question)?,
        needs: all(&page, "needs", &NEED, need)?,
        promises: all(&page, "promises", &PROMISE, promise)?,
        problems: all(&page, "problems", &PROBLEM, problem)?,
        notes: all(&page, "notes", &["note", "topic", "text", "class", "person", "off"], note)?,
        satisfaction: page.part("satisfaction", &MOOD)?.map(|part| mood(&part)).transpose()?,
        next: page.part(NEXT, &VISIT)?.map(|part| next(&part)).transpose()?,
        prefilled: page.flag("prefilled")?.unwrap_or(false),
    })
}

const PERSON: [&str; 6] = ["person", "came", "roles", "stance", "influence", "interests"];
const NEED: [&str; 9] = ["need", "title", "voice", "state", "essential", "quote", "weight", "reason", "off"];
const PROMISE: [&str; 10] = ["promise", "who", "text", "person", "due", "passed_to", "done", "done_on", "note", "off"];
const PROBLEM: [&str; 8] = ["problem", "title", "detail", "kind", "topic", "severity", "raised_by", "off"];
const MOOD: [&str; 8] = ["satisfaction", "score", "source", "about", "person", "quote", "conclusion", "off"];
const VISIT: [&str; 7] = ["start", "kind", "minutes", "place_kind", "place", "purpose", "off"];

fn not_toml(text: &str, error: &toml::de::Error) -> PageFault {
    let at = error.span().map_or(0, |span| span.start);
    let line = text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1;
    let why = Sentence::new("not-toml").count("line", line).text("why", error.message());
    PageFault { line, key: String::new(), why }
}

fn all<'t, T>(
    page: &Part<'t>,
    name: &str,
    allowed: &[&str],
    read: impl Fn(&Part<'t>) -> Result<T, PageFault>,
) -> Result<Vec<T>, PageFault> {
    page.parts(name, allowed)?.iter().map(read).collect()
}

fn person(part: &Part<'_>) -> Result<PersonLine, PageFault> {
    let role = |(key, spec, at): (String, &str, usize)| role(spec).map_err(|why| part.reader.fault(at, &key, why));
    let interest = |(_, text, _): (String, &str, usize)| InterestLine {
        text: text.to_owned(),
        kind: None,
        importance: None,
        off: false,
    };
    Ok(PersonLine {
        person: part.record("person")?.ok_or_else(|| part.required("person"))?,
        came: part.text("came")?.filter(|word| !word.is_empty()).map(|word| came(part, &word)).transpose()?,
        roles: part.texts("roles")?.into_iter().map(role).collect::<Result<_, _>>()?,
        stance: part.typed("stance")?,
        influence: part.typed("influence")?,
        interests: part.texts("interests")?.into_iter().map(interest).collect(),
        all_interests: part.has("interests"),
    })
}

fn came(part: &Part<'_>, word: &str) -> Result<Came, PageFault> {
    let all = [Came::Yes, Came::No, Came::Unknown];
    let found = all.into_iter().find(|came| came.word() == word);
    found.ok_or_else(|| part.fault("came", invalid_word(&word.into(), &all.map(Came::word))))
}

/// `kind[:certainty]`: none given is heard, `none` ends it, `again` confirms it as it stands.
fn role(spec: &str) -> Result<RoleMark, Sentence> {
    let (kind, certainty) = spec.split_once(':').unwrap_or((spec, Certainty::Heard.word()));
    let kind = RoleKind::from_json(&kind.trim().into())?;
    let to = match certainty.trim() {
        "none" => Mark::End,
        "again" => Mark::Again,
        word => Mark::AtLeast(Certainty::from_word(word).ok_or_else(|| {
            let words = Certainty::all().iter().map(|certainty| certainty.word()).chain(["none", "again"]);
            Sentence::new("invalid-word").text("input", word).with("allowed", Arg::texts(words))
        })?),
    };
    Ok(RoleMark { kind, to })
}

fn question(part: &Part<'_>) -> Result<QuestionLine, PageFault> {
    Ok(QuestionLine {
        text: part.text("text")?.filter(|text| !text.is_empty()).ok_or_else(|| part.required("text"))?,
        answer: part.text("answer")?,
        asked: part.flag("asked")?,
        off: part.flag("off")?.unwrap_or(false),
    })
}

fn need(part: &Part<'_>) -> Result<NeedLine, PageFault> {
    Ok(NeedLine {
        need: part.record("need")?,
        title: part.text("title")?,
        voice: part.typed("voice")?,
        state: part.typed("state")?,
        essential: part.flag("essential")?,
        quote: part.text("quote")?.filter(|quote| !quote.is_empty()),
        weight: part.typed("weight")?,
        reason: part.text("reason")?.filter(|reason| !reason.is_empty()),
        off: part.flag("off")?.unwrap_or(false),
    })
}

fn promise(part: &Part<'_>) -> Result<PromiseLine, PageFault> {
    Ok(PromiseLine {
        promise: part.record("promise")?,
        who: part.typed("who")?,
        text: part.text("text")?,
        person: part.record("person")?,
        due: part.when("due")?,
        passed_to: part.text("passed_to")?,
        done: part.flag("done")?,
        done_on: part.when("done_on")?,
        note: part.text("note")?.filter(|note| !note.is_empty()),
        off: part.flag("off")?.unwrap_or(false),
    })
}

fn problem(part: &Part<'_>) -> Result<ProblemLine, PageFault> {
    Ok(ProblemLine {
        problem: part.record("problem")?,
        title: part.text("title")?,
        detail: part.text("detail")?,
        kind: part.typed("kind")?,
        topic: part.typed("topic")?,
        severity: part.typed("severity")?,
        raised_by: part.record("raised_by")?,
        off: part.flag("off")?.unwrap_or(false),
    })
}

fn note(part: &Part<'_>) -> Result<NoteLine, PageFault> {
    Ok(NoteLine {
        note: part.record("note")?,
        topic: part.typed("topic")?,
        text: part.text("text")?,
        class: part.typed("class")?,
        person: part.record("person")?,
        off: part.flag("off")?.unwrap_or(false),
    })
}

fn mood(part: &Part<'_>) -> Result<MoodLine, PageFault> {
    Ok(MoodLine {
        satisfaction: part.record("satisfaction")?,
        score: part.typed("score")?,
        source: part.typed("source")?,
        about: part.typed("about")?,
        person: part.record("person")?,
        quote: part.text("quote")?,
        conclusion: part.text("conclusion")?,
        off: part.flag("off")?.unwrap_or(false),
    })
}

fn next(part: &Part<'_>) -> Result<NextVisit, PageFault> {
    Ok(NextVisit {
        start: part.when("start")?,
        kind: part.typed("kind")?,
        minutes: part.typed("minutes")?,
        place_kind: part.typed("place_kind")?,
        place: part.text("place")?,
        purpose: part.text("purpose")?,
        off: part.flag("off")?.unwrap_or(false),
    })
}
