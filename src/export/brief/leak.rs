//! The last look at a client's copy: nothing private of the whole book may stand in its finished bytes or in the name
//! of its file. Knows the private set and what this copy shows by right; changes nothing and has no override.

mod amounts;
mod file;
mod folded;
mod fragments;
mod names;
mod past;
mod private;
mod shown;
mod template;

pub use file::{SharedFile, addresses, scan_file};
pub use fragments::Fragment;
pub use private::{Private, Source};
pub use template::{Added, OwnTemplate};

use crate::domain::date::{PartialDate, in_force};
use crate::domain::figures::View;
use crate::domain::words::{RoleKind, Side};
use crate::domain::{Arg, Client, Id, Person, Role, Sentence};
use crate::i18n::Words;
use chrono::{Datelike, NaiveDate};
use folded::{Folded, Span, bare};
use private::{Day, Value, What};
use shown::Shown;

use super::{Block, Brief, Format, Request, Section};

/// Signs between a person's name and what would be harmless elsewhere.
const NEAR: usize = 40;

/// What the scan found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// How many strings were looked for.
    pub strings: usize,
    /// Where the private values stand that would be in the copy, each once.
    pub hits: Vec<Source>,
    /// Runs of private words that the manager may release, each once.
    pub fragments: Vec<Fragment>,
    /// Those of the hits that the manager's own template brings.
    pub added: Option<Added>,
    /// The bytes could not be read back: nothing is known of them.
    pub is_unreadable: bool,
}

impl Report {
    pub fn is_clean(&self) -> bool {
        self.hits.is_empty() && self.fragments.is_empty() && !self.is_unreadable
    }

    /// The same once these answers have been given. One is about the words in their text: another text is asked anew.
    #[must_use]
    pub fn releasing(mut self, answers: &[String]) -> Self {
        self.fragments.retain(|fragment| !answers.contains(&fragment.answer));
        self
    }

    /// Everything that keeps the copy from being written.
    pub fn sources(&self) -> impl Iterator<Item = Source> + '_ {
        self.hits.iter().copied().chain(self.fragments.iter().map(|fragment| fragment.source))
    }

    /// Why nothing is written; none when the copy is clean. Names fields, never values.
    pub fn refusal(&self) -> Option<Sentence> {
        if self.is_unreadable {
            return Some(Sentence::new("leak-unreadable"));
        }
        if let Some(added) = &self.added {
            return Some(added.sentence());
        }
        let n = self.sources().count();
        (n > 0).then(|| Sentence::new("not-exported-private").count("n", n))
    }

    /// The same for where no key can be pressed: with the fields.
    pub fn refusal_with_fields(&self) -> Option<Sentence> {
        if self.is_unreadable || self.added.is_some() {
            return self.refusal();
        }
        let fields: Vec<Arg> = self.sources().map(|hit| Arg::Sentence(Box::new(hit.sentence()))).collect();
        let n = fields.len();
        (n > 0).then(|| Sentence::new("export-leak-fields").count("n", n).with("fields", Arg::List(fields)))
    }
}

impl Fragment {
    /// Asks whether the words may be shared although they are private elsewhere.
    pub fn question(&self) -> Sentence {
        let field = Arg::Label(self.source.entity.table().to_owned(), self.source.field());
        Sentence::new("leak-fragment-ask").with("field", field).text("run", &self.run)
    }
}

impl Source {
    /// `promise: text`.
    pub fn sentence(&self) -> Sentence {
        let field = Arg::Label(self.entity.table().to_owned(), self.field());
        Sentence::new("leak-hit").word("entity", self.entity.term()).with("field", field)
    }
}

/// A finished file, and the template of the manager's own that it was written with.
#[derive(Debug, Clone, Copy)]
pub struct Finished<'a> {
    pub format: Format,
    pub bytes: &'a [u8],
    pub template: Option<&'a OwnTemplate>,
}

/// Scans the finished bytes of a client's copy and the name of its file.
pub fn scan(
    private: &Private,
    view: &View<'_>,
    request: &Request,
    brief: &Brief,
    Finished { format, bytes, template }: Finished<'_>,
) -> Report {
    let strings = private.strings();
    let Some(text) = read_back(bytes, format) else {
        return Report { strings, hits: Vec::new(), fragments: Vec::new(), added: None, is_unreadable: true };
    };
    let words = Words::new(brief.language);
    let copy = Folded::new(&text);
    let shown = Shown::of(view, request, brief, &words, &standing(brief, format, &copy));
    let mut hits = Vec::new();
    for text in [&text, &brief.file_stem] {
        Scan { private, view, shown: &shown, copy: Folded::new(text), names: Vec::new() }.run(&mut hits);
    }
    // What a template has changed, or paper has broken, is looked at as it was before.
    let changed: Vec<&str> = brief.texts().into_iter().filter(|text| !copy.holds(&bare(text))).collect();
    if !changed.is_empty() {
        let all: Vec<&str> = brief.sections.iter().map(|section| section.key).collect();
        let shown = Shown::of(view, request, brief, &words, &all);
        let copy = Folded::new(&changed.join("\n"));
        Scan { private, view, shown: &shown, copy, names: Vec::new() }.run(&mut hits);
    }
    hits.sort();
    hits.dedup();
    let mut fragments = fragments::found(view.book, private, &shown, &brief.texts(), &copy);
    // What is refused as a whole is not asked about in parts.
    fragments.retain(|fragment| !hits.contains(&fragment.source));
    let added = template.and_then(|own| Added::of(own, brief, &hits, (private, view, &shown)));
    Report { strings, hits, fragments, added, is_unreadable: false }
}

/// Sections that stand in the copy, by their keys: a template may leave one out. On paper a long text is broken by its
/// column, and no template of the manager's own is used.
fn standing(brief: &Brief, format: Format, copy: &Folded) -> Vec<&'static str> {
    let stands = |section: &&Section| {
        let longest = section.blocks.iter().flat_map(Block::texts).max_by_key(|text| text.len());
        format == Format::Pdf || longest.is_none_or(|text| copy.holds(&bare(text)))
    };
    brief.sections.iter().filter(stands).map(|section| section.key).collect()
}

/// What a reader of the file sees: escapes undone, keys of a document left out. None when it cannot be read.
pub fn read_back(finished: &[u8], format: Format) -> Option<String> {
    let text = || std::str::from_utf8(finished).ok();
    match format {
        // A reader of Markdown sees entities as those of HTML.
        Format::Markdown => super::html::read_back(&text()?.replace('\\', "").replace('<', "&lt;")),
        Format::Html => super::html::read_back(text()?),
        Format::Pdf => super::pdf::read_back(finished),
        Format::Plain(_) => Some(text()?.to_owned()),
        Format::Json => {
            let mut out = String::new();
            strings(&serde_json::from_str(text()?).ok()?, &mut out);
            Some(out)
        }
    }
}

fn strings(json: &serde_json::Value, out: &mut String) {
    match json {
        serde_json::Value::String(text) => {
            out.push_str(text);
            out.push('\n');
        }
        serde_json::Value::Array(items) => items.iter().for_each(|item| strings(item, out)),
        serde_json::Value::Object(map) => map.values().for_each(|item| strings(item, out)),
        _ => {}
    }
}

/// People the copy names who tell us what goes on there: nothing of it is in the copy, but the manager should know.
pub fn informers(view: &View<'_>, request: &Request) -> Vec<Sentence> {
    informing(view, request.client, shown::named(view, request))
}

/// The same of the people of a file.
pub fn informing(view: &View<'_>, client: Id<Client>, people: Vec<Id<Person>>) -> Vec<Sentence> {
    let informs = |role: &&Role| {
        let now = in_force(role.from, role.to, view.today).yes();
        role.client == client && role.kind == RoleKind::Informs && now
    };
    let informs = |person: &Id<Person>| view.book.role.of(*person).any(|role| informs(&role));
    let people = people.into_iter().filter(informs);
    let name = |id: Id<Person>| view.book.person.get(id).map(Person::display_name).unwrap_or_default();
    people.map(|id| Sentence::new("person-informs").text("person", name(id))).collect()
}

struct Scan<'a> {
    private: &'a Private,
    view: &'a View<'a>,
    shown: &'a Shown,
    copy: Folded,
    /// Where people are named, and who.
    names: Vec<(Span, Id<Person>)>,
}

impl<'a> Scan<'a> {
    fn run(mut self, hits: &mut Vec<Source>) {
        let found = self.found();
        for (span, value) in &found {
            if let What::Person { uuid, .. } = value.what {
                self.names.push((*span, Id::new(uuid)));
            }
        }
        hits.extend(found.iter().filter_map(|(span, value)| self.hit(*span, value)));
        self.amounts(hits);
        self.numbers(hits);
        for day in &self.private.days {
            self.day(day, hits);
        }
    }

    /// Every private value that stands in the copy, with its place.
    fn found(&self) -> Vec<(Span, &'a Value)> {
        let mut found = Vec::new();
        self.copy.keys(|at, key| {
            for n in self.private.by_key.get(&key).into_iter().flatten() {
                let value = self.private.values.get(*n as usize);
                found.extend(value.and_then(|value| Some((self.copy.holds_at(at, &value.bare)?, value))));
            }
        });
        found
    }

    fn hit(&self, span: Span, value: &Value) -> Option<Source> {
        if value.short && !self.is_near_a_name(span, |_| true) {
            return None;
        }
        let is_private = match value.what {
            What::Text => !self.shown.publishes(&value.bare),
            What::Secret => true,
            What::Client(uuid) => !self.is_own(uuid) && !self.shown.is_part_of_a_name(&value.bare),
            What::Person { uuid, alone } => {
                let counts = !alone || self.shown.theirs.contains(&uuid);
                counts && !self.shown.people.contains(&Id::new(uuid)) && !self.shown.publishes(&value.bare)
            }
            What::Word => return self.word(span, value),
        };
        is_private.then_some(value.source)
    }

    /// A word of role, stance or certainty beside a person of a client: the hit names that person.
    fn word(&self, span: Span, value: &Value) -> Option<Source> {
        let near = self.names.iter().find(|(name, id)| name.is_near(span, NEAR) && self.is_of_a_client(*id))?;
        (!self.shown.publishes(&value.bare)).then_some(Source { uuid: near.1.uuid, ..value.source })
    }

    fn is_own(&self, uuid: uuid::Uuid) -> bool {
        let own = self.shown.client;
        uuid == own.uuid || self.view.book.client.by_uuid(uuid).is_some_and(|row| row.merged_into == Some(own))
    }

    fn is_of_a_client(&self, id: Id<Person>) -> bool {
        self.view.book.person.get(id).is_some_and(|person| person.side == Side::Client)
    }

    fn is_near_a_name(&self, span: Span, whose: impl Fn(Id<Person>) -> bool) -> bool {
        self.names.iter().any(|(name, id)| *name != span && whose(*id) && name.is_near(span, NEAR))
    }

    fn amounts(&self, hits: &mut Vec<Source>) {
        for amount in amounts::written(&self.copy.text) {
            if !self.shown.amounts.contains(&amount) {
                hits.extend(self.private.amounts.whole.get(&amount));
            }
        }
        for short in amounts::written_short(&self.copy.text) {
            if !self.shown.shorts.contains(&short) {
                hits.extend(self.private.amounts.short.get(&short));
            }
        }
        for rate in amounts::rates(&self.copy.text) {
            let floors = self.shown.floors.iter().filter(|(floor, _)| *floor == rate);
            hits.extend(floors.filter(|_| !self.shown.rates.contains(&rate)).map(|(_, source)| *source));
        }
    }

    fn numbers(&self, hits: &mut Vec<Source>) {
        let runs = self.copy.digit_runs();
        for (digits, source) in &self.private.numbers {
            if runs.iter().any(|run| run.contains(digits.as_str())) && !self.shown.publishes(digits) {
                hits.push(*source);
            }
        }
    }

    /// A full date anywhere; day and month only beside the name of the person whose they are.
    fn day(&self, day: &Day, hits: &mut Vec<Source>) {
        let full = match day.day {
            PartialDate::Day(date) => !self.shown.gives(date) && self.holds_date(date),
            _ => false,
        };
        let on = day.day.month_day().filter(|(month, on)| !self.shown.gives_in_any_year(*month, *on));
        if full || day.person.zip(on).is_some_and(|(person, on)| self.holds_day_beside(person, on)) {
            hits.push(day.source);
        }
    }

    fn holds_date(&self, date: NaiveDate) -> bool {
        if !self.copy.holds(&date.year().to_string()) {
            return false;
        }
        let iso = bare(&date.to_string());
        let digits = format!("{:02}{:02}{}", date.day(), date.month(), date.year());
        let forms = names::all_words().map(|words| bare(&words.date(date)).trim_end_matches('г').to_owned());
        forms.chain([iso, digits]).any(|form| self.copy.holds(&form))
    }

    fn holds_day_beside(&self, person: Id<Person>, (month, day): (u32, u32)) -> bool {
        let theirs = |id: Id<Person>| id == person;
        if !self.names.iter().any(|(_, id)| theirs(*id)) {
            return false;
        }
        let forms = names::all_words().map(|words| bare(&words.partial(PartialDate::MonthDay(month, day))));
        let mut forms = forms.chain([format!("{day:02}{month:02}")]);
        forms.any(|form| self.copy.find(&form).any(|span| self.is_near_a_name(span, theirs)))
    }
}
