//! Saying a message in a language: lookup by id, arguments put into words, terms with their short forms.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::spacing::spaced;
use super::{Lang, messages};
use crate::domain::text::display_safe;
use crate::domain::{Arg, Sentence};

type Messages = FluentBundle<FluentResource>;

/// Read when a language is first spoken, then shared: reading one takes longer than painting a screen.
static MESSAGES: [OnceLock<Messages>; 4] = [const { OnceLock::new() }; 4];

fn read(lang: Lang) -> Messages {
    // The four words of `Lang` are language subtags.
    let id: LanguageIdentifier = lang.word().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    bundle.set_use_isolating(lang == Lang::Zh);
    bundle.set_formatter(Some(match lang {
        Lang::En => |value, _| whole(Lang::En, value),
        Lang::Ru => |value, _| whole(Lang::Ru, value),
        Lang::Bg => |value, _| whole(Lang::Bg, value),
        Lang::Zh => |value, _| whole(Lang::Zh, value),
    }));
    for resource in messages::resources(lang) {
        // An id that stands twice keeps its first text; a test forbids it.
        let _ = bundle.add_resource(resource);
    }
    bundle
}

/// The words of one language. Saying something never fails: a message that is not there shows its id.
pub struct Words {
    lang: Lang,
}

impl Words {
    pub fn new(lang: Lang) -> Self {
        Self { lang }
    }

    pub fn lang(&self) -> Lang {
        self.lang
    }

    fn messages(&self) -> &'static Messages {
        MESSAGES[self.lang as usize].get_or_init(|| read(self.lang))
    }

    /// Whether there is such a message.
    pub fn has(&self, id: &str) -> bool {
        self.messages().has_message(id)
    }

    pub fn say(&self, id: &str) -> String {
        self.message(id, None, None).unwrap_or_else(|| id.to_owned())
    }

    pub fn say_with(&self, id: &str, args: &[(&str, Arg)]) -> String {
        let spoken: Vec<_> = args.iter().map(|(name, arg)| (*name, arg, self.arg(arg))).collect();
        self.spoken(id, None, &spoken)
    }

    /// Sentences one after another.
    pub fn sentences(&self, sentences: &[Sentence]) -> String {
        self.one_by_one(&sentences.iter().map(|sentence| self.sentence(sentence)).collect::<Vec<_>>())
    }

    /// Whole sentences, already in words, one after another.
    pub fn one_by_one<S: AsRef<str>>(&self, sentences: &[S]) -> String {
        let between = if self.lang == Lang::Zh { "" } else { " " };
        joined(sentences, between)
    }

    pub fn sentence(&self, sentence: &Sentence) -> String {
        self.said(sentence, None)
    }

    /// The same for the command line, where a sentence for the screen names its keys.
    pub fn sentence_in_shell(&self, sentence: &Sentence) -> String {
        self.said(sentence, Some("shell"))
    }

    fn said(&self, sentence: &Sentence, attribute: Option<&str>) -> String {
        let spoken: Vec<_> = sentence.args.iter().map(|(name, arg)| (name.as_str(), arg, self.arg(arg))).collect();
        self.spoken(&sentence.id, attribute, &spoken)
    }

    /// A term by its dotted key, e.g. `need.state.probed`, `stance.value.-1`.
    pub fn term(&self, key: &str) -> String {
        self.say(&term_id(key))
    }

    /// A term as a title.
    pub fn title(&self, key: &str) -> String {
        capitalised(&self.term(key))
    }

    /// The term's form for narrow places; the term itself where it has none.
    pub fn short(&self, key: &str) -> String {
        let id = term_id(key);
        self.message(&id, Some("short"), None).unwrap_or_else(|| self.say(&id))
    }

    /// The term's form for a cell of a grid; its short form, then the term itself, where it has none.
    pub fn mark(&self, key: &str) -> String {
        let id = term_id(key);
        self.message(&id, Some("mark"), None).unwrap_or_else(|| self.short(key))
    }

    /// What a field of an entity is called in forms, history and headings; `evidence.date` is a part of a field.
    pub fn label(&self, entity: &str, field: &str) -> String {
        if let Some((field, part)) = field.split_once('.') {
            return self.told(&self.label(entity, field), &self.label(entity, part));
        }
        self.message(&format!("field-{entity}-{field}"), None, None)
            .or_else(|| self.message(&format!("label-{field}"), None, None))
            .unwrap_or_else(|| field.to_owned())
    }

    /// A language that a person speaks: by its name where it is written as one of our codes.
    pub fn language_named(&self, said: &str) -> String {
        Lang::from_word(said).map_or_else(|| said.to_owned(), |language| self.term(&language.term()))
    }

    /// The other way: our code where it is the name of a language we speak, else what was said.
    pub fn language_code(&self, said: &str) -> String {
        let named = |lang: &&Lang| self.term(&lang.term()).to_lowercase() == said.trim().to_lowercase();
        Lang::all().iter().find(named).map_or_else(|| said.to_owned(), |lang| lang.word().to_owned())
    }

    /// The word for a value that is not there.
    pub fn unknown(&self) -> String {
        self.term("word.unknown")
    }

    /// Several, joined as the language does it.
    pub fn list<S: AsRef<str>>(&self, items: &[S]) -> String {
        joined(items, if self.lang == Lang::Zh { "、" } else { ", " })
    }

    /// Clauses of one sentence: where one has a comma of its own, a comma does not part them.
    fn clauses(&self, clauses: &[String]) -> String {
        let plain = self.lang != Lang::Zh && !clauses.iter().any(|clause| clause.contains(','));
        joined(clauses, if plain { self.comma() } else { self.semicolon() })
    }

    /// Remarks of different kinds on one thing.
    pub fn remarks<S: AsRef<str>>(&self, remarks: &[S]) -> String {
        joined(remarks, self.comma())
    }

    /// Stands between remarks.
    pub fn comma(&self) -> &'static str {
        if self.lang == Lang::Zh { "，" } else { ", " }
    }

    /// Stands between two that each have a comma within.
    pub fn semicolon(&self) -> &'static str {
        if self.lang == Lang::Zh { "；" } else { "; " }
    }

    /// Between one sentence and the next.
    pub fn full_stop(&self) -> &'static str {
        if self.lang == Lang::Zh { "。" } else { ". " }
    }

    /// Stands before what is told.
    pub fn colon(&self) -> &'static str {
        if self.lang == Lang::Zh { "：" } else { ": " }
    }

    /// What somebody said, in the quotation marks of the language.
    pub fn quoted(&self, text: &str) -> String {
        match self.lang {
            Lang::En | Lang::Zh => format!("“{text}”"),
            Lang::Ru => format!("«{}»", text.replace('«', "„").replace('»', "“")),
            Lang::Bg => format!("„{text}“"),
        }
    }

    /// What stands beside a name.
    pub fn aside(&self, remark: &str) -> String {
        if self.lang == Lang::Zh { format!("（{remark}）") } else { format!(" ({remark})") }
    }

    /// A question with the answers it takes, the capital one without a word: where no box shows them.
    pub fn asked(&self, question: &Sentence) -> String {
        let between = if self.lang == Lang::Zh { "" } else { " " };
        format!("{}{between}{}", self.sentence(question), self.say("yes-or-no"))
    }

    /// What is told, and of what.
    pub fn told(&self, of: &str, what: &str) -> String {
        format!("{of}{}{what}", self.colon())
    }

    /// An argument in this language's words.
    pub fn arg(&self, arg: &Arg) -> String {
        match arg {
            Arg::Text(text) => display_safe(text).into_owned(),
            Arg::Word(key) => self.term(key),
            Arg::Label(entity, field) => self.label(entity, field),
            Arg::Count(n) => self.number(*n),
            Arg::Decimal(value) => self.exact(*value),
            Arg::Sentence(sentence) => self.sentence(sentence),
            Arg::Date(day) => self.date(*day),
            Arg::Time(time) => self.moment(*time),
            Arg::Partial(day) => self.partial(*day),
            Arg::Month(month) => self.month(*month),
            Arg::Money(money) => self.money(*money),
            Arg::List(items) => {
                let said: Vec<String> = items.iter().map(|item| self.item(item)).collect();
                let clauses = items.iter().all(|item| matches!(item, Arg::Sentence(_)));
                if clauses { self.clauses(&said) } else { self.list(&said) }
            }
        }
    }

    /// One of several: a sentence among others does not begin with a capital letter.
    fn item(&self, item: &Arg) -> String {
        let Arg::Sentence(sentence) = item else { return self.arg(item) };
        let args: Vec<_> = sentence.args.iter().map(|(name, arg)| (name.as_str(), arg, self.arg(arg))).collect();
        without_second_stop(self.filled(&sentence.id, None, &args), &args)
    }

    fn spoken(&self, id: &str, attribute: Option<&str>, args: &[(&str, &Arg, String)]) -> String {
        tidied(self.filled(id, attribute, args), args)
    }

    fn filled(&self, id: &str, attribute: Option<&str>, args: &[(&str, &Arg, String)]) -> String {
        let mut values = FluentArgs::new();
        for (name, arg, text) in args {
            match arg {
                Arg::Count(n) => values.set(*name, *n),
                _ => values.set(*name, text.as_str()),
            }
        }
        let own = attribute.and_then(|_| self.message(id, attribute, Some(&values)));
        own.or_else(|| self.message(id, None, Some(&values))).unwrap_or_else(|| id.to_owned())
    }

    fn message(&self, id: &str, attribute: Option<&str>, args: Option<&FluentArgs<'_>>) -> Option<String> {
        let message = self.messages().get_message(id)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let said = self.messages().format_pattern(pattern, args, &mut Vec::new());
        Some(if self.lang == Lang::Zh { spaced(&said) } else { said.into_owned() })
    }
}

/// Fluent ids have no dots; a minus sign is spelt out.
fn term_id(key: &str) -> String {
    key.replace(".-", ".minus").replace('.', "-")
}

/// Counts are grouped as the language groups digits; everything else is Fluent's own affair.
fn whole(lang: Lang, value: &FluentValue<'_>) -> Option<String> {
    match value {
        #[allow(clippy::cast_possible_truncation, reason = "counts came in as whole numbers")]
        FluentValue::Number(number) => Some(super::numbers::grouped(lang, number.value as i64)),
        _ => None,
    }
}

/// An abbreviation's full stop (`2026 г.`) is not followed by another.
fn without_second_stop(mut said: String, args: &[(&str, &Arg, String)]) -> String {
    for (_, arg, text) in args {
        if text.ends_with('.') && !matches!(arg, Arg::Text(_)) {
            said = said.replace(&format!("{text}."), text);
        }
    }
    said
}

/// The same, and a full sentence begins with a capital letter even where it begins with a term.
fn tidied(said: String, args: &[(&str, &Arg, String)]) -> String {
    let said = without_second_stop(said, args);
    let starts_with_term = args.iter().any(|(_, arg, text)| {
        matches!(arg, Arg::Word(_) | Arg::Label(..)) && !text.is_empty() && said.starts_with(text.as_str())
    });
    if starts_with_term && said.ends_with(['.', '?', '!', ')']) { capitalised(&said) } else { said }
}

/// The text with its first letter as a capital.
pub fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

fn joined<S: AsRef<str>>(texts: &[S], between: &str) -> String {
    texts.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(between)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_said_in_each_language_with_its_plural() {
        let said = |lang, n| {
            let sentence = Sentence::new("used-by-records").text("what", "Sidrat").with("n", Arg::Count(n));
            Words::new(lang).sentence(&sentence)
        };
        for (lang, n, expected) in [
            (Lang::En, 1, "Sidrat is used by 1 record."),
            (Lang::En, 1500, "Sidrat is used by 1,500 records."),
            (Lang::Ru, 21, "Используется в 21 записи: Sidrat."),
            (Lang::Ru, 5, "Используется в 5 записях: Sidrat."),
            (Lang::Bg, 2, "Използва се в 2 записа: Sidrat."),
            (Lang::Zh, 2, "Sidrat 被 2 条记录使用。"),
        ] {
            assert_eq!(said(lang, n), expected);
        }
    }

    #[test]
    fn clauses_are_parted_by_more_than_the_commas_they_have() {
        let step =
            |id: &str, kind: &str| Arg::Sentence(Box::new(Sentence::new(id).word("step", format!("role.kind.{kind}"))));
        let list = Arg::List(vec![
            step("map-step-missing", "budgets"),
            step("map-step-assumed", "decides"),
            step("map-step-old", "speaks_for"),
        ]);
        let line = |lang: Lang| {
            let words = Words::new(lang);
            let percent = Arg::text(words.percent(34));
            words.say_with("map-line", &[("percent", percent), ("list", list.clone())])
        };
        assert_eq!(line(Lang::En), "Map 34 %: budgets missing, decides only assumed, speaks for is old.");
        assert_eq!(line(Lang::Zh).matches('；').count(), 2, "{}", line(Lang::Zh));
        let gates = ["gate-need-probed", "gate-attract-decision"];
        let list = Arg::List(gates.map(|id| Arg::Sentence(Box::new(Sentence::new(id)))).to_vec());
        for lang in Lang::all() {
            let words = Words::new(*lang);
            let commas = gates.iter().any(|id| words.say(id).contains(','));
            let expected = if commas || *lang == Lang::Zh { words.semicolon() } else { words.comma() };
            assert_eq!(words.arg(&list), gates.map(|id| words.say(id)).join(expected), "{lang:?}");
        }
        let names = Arg::texts(["a".to_owned(), "b".to_owned()]);
        assert_eq!(Words::new(Lang::Zh).arg(&names), "a、b");
    }

    #[test]
    fn terms_have_short_forms_and_marks_and_fall_back() {
        let ru = Words::new(Lang::Ru);
        assert_eq!(ru.term("role.kind.decides"), "принимает окончательное решение");
        assert_eq!(ru.short("role.kind.decides"), "решает");
        assert_eq!(ru.mark("role.certainty.heard"), "слова");
        assert_eq!(ru.mark("stance.value.-2"), "--");
        assert_eq!(ru.mark("need.voice.hidden"), "скрытая");
        assert_eq!(ru.short("vip.criterion.products"), "продукты");
        assert_eq!(ru.term("no.such.term"), "no-such-term");
        assert_eq!(ru.label("affiliation", "position"), "должность");
        assert_eq!(ru.label("settings", "vip_k"), "нужно критериев VIP");
        assert_eq!(ru.label("need", "evidence.date"), "подтверждения: дата");
    }

    #[test]
    fn what_came_from_outside_cannot_steer_the_terminal() {
        let words = Words::new(Lang::En);
        assert_eq!(words.say_with("not-a-date", &[("input", Arg::text("\x1b[2J"))]), {
            "Not a date: [2J. Try 2026-11-22, 22.11 or +3d."
        });
    }

    #[test]
    fn a_sentence_that_begins_with_a_term_begins_with_a_capital() {
        let sentence = Sentence::new("required-field").with("field", Arg::Label("client".into(), "name".into()));
        assert_eq!(Words::new(Lang::En).sentence(&sentence), "Name is required.");
        assert_eq!(Words::new(Lang::Ru).sentence(&sentence), "Название: обязательное поле.");
    }

    #[test]
    fn an_abbreviation_at_the_end_has_one_full_stop() {
        let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        let sentence = Sentence::new("held-in-future").date("date", day);
        assert_eq!(
            Words::new(Lang::Ru).sentence(&sentence),
            "Встреча ещё не могла состояться: 24\u{a0}ноября 2026\u{a0}г."
        );
    }
}
