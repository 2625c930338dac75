//! The four languages say the same things: same ids, same variables, no message that cannot be said.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use attache::domain::book::Entity;
use attache::domain::field::{Field, Kind};
use attache::domain::table::Row;
use attache::domain::words::SignalKind;
use attache::domain::{Arg, Sentence, Settings};
use attache::i18n::{AREAS, Lang, Words};
use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, PatternElement};

/// A message: the variables of its text and the names of its attributes.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Said {
    variables: BTreeSet<String>,
    attributes: BTreeSet<String>,
}

fn text(lang: Lang, area: &str) -> String {
    let path = format!("{}/assets/i18n/{}/{area}.ftl", env!("CARGO_MANIFEST_DIR"), lang.word());
    std::fs::read_to_string(&path).unwrap_or_else(|why| panic!("{path}: {why}"))
}

fn messages(lang: Lang, area: &str) -> BTreeMap<String, Said> {
    let resource =
        FluentResource::try_new(text(lang, area)).unwrap_or_else(|(_, why)| panic!("{lang:?} {area}: {why:?}"));
    let mut found = BTreeMap::new();
    for entry in resource.entries() {
        let Entry::Message(message) = entry else { continue };
        let mut variables = BTreeSet::new();
        for element in message.value.iter().flat_map(|pattern| &pattern.elements) {
            element_variables(element, &mut variables);
        }
        let attributes = message.attributes.iter().map(|attribute| attribute.id.name.to_owned()).collect();
        let said = Said { variables, attributes };
        assert!(found.insert(message.id.name.to_owned(), said).is_none(), "{lang:?} {area}: {} twice", message.id.name);
    }
    found
}

fn element_variables(element: &PatternElement<&str>, out: &mut BTreeSet<String>) {
    let PatternElement::Placeable { expression } = element else { return };
    match expression {
        Expression::Inline(inline) => inline_variables(inline, out),
        Expression::Select { selector, variants } => {
            inline_variables(selector, out);
            for element in variants.iter().flat_map(|variant| &variant.value.elements) {
                element_variables(element, out);
            }
        }
    }
}

fn inline_variables(inline: &InlineExpression<&str>, out: &mut BTreeSet<String>) {
    if let InlineExpression::VariableReference { id } = inline {
        out.insert(id.name.to_owned());
    }
}

#[test]
fn every_language_has_the_same_messages_with_the_same_variables() {
    for area in AREAS {
        let english = messages(Lang::En, area);
        for lang in [Lang::Ru, Lang::Bg, Lang::Zh] {
            let other = messages(lang, area);
            let missing: Vec<_> = english.keys().filter(|id| !other.contains_key(*id)).collect();
            let extra: Vec<_> = other.keys().filter(|id| !english.contains_key(*id)).collect();
            assert!(missing.is_empty() && extra.is_empty(), "{lang:?} {area}: missing {missing:?}, extra {extra:?}");
            for (id, said) in &english {
                assert_eq!(said.variables, other[id].variables, "{lang:?} {area}: {id}");
            }
        }
    }
}

#[test]
fn an_id_stands_in_one_area_only_and_attributes_are_known() {
    let mut seen = BTreeMap::new();
    for area in AREAS {
        for (id, said) in messages(Lang::En, area) {
            let known = |name: &String| ["short", "mark", "shell"].contains(&name.as_str());
            assert!(said.attributes.iter().all(known), "{id}: {said:?}");
            if let Some(before) = seen.insert(id.clone(), area) {
                panic!("{id} stands in {before} and in {area}");
            }
        }
    }
}

#[test]
fn every_message_is_said_with_any_count_without_a_place_left_empty() {
    for lang in Lang::all() {
        let words = Words::new(*lang);
        for area in AREAS {
            for (id, said) in messages(*lang, area) {
                for n in [1, 2, 5, 21, 1_000] {
                    let sentence = said
                        .variables
                        .iter()
                        .fold(Sentence::new(&*id), |sentence, name| sentence.with(name, Arg::Count(n)));
                    let text = words.sentence(&sentence);
                    assert!(words.has(&id) && !text.is_empty() && !text.contains('{'), "{lang:?} {id}: {text}");
                }
            }
        }
    }
}

/// Counts of a message choose among all the forms its language has, so that none is forgotten.
#[test]
fn plurals_have_every_form_of_their_language() {
    for (lang, forms) in [(Lang::En, 2), (Lang::Ru, 3), (Lang::Bg, 2)] {
        for area in AREAS {
            let source = text(lang, area);
            let resource = FluentResource::try_new(source).unwrap_or_else(|(resource, _)| resource);
            for entry in resource.entries() {
                let Entry::Message(message) = entry else { continue };
                for element in message.value.iter().flat_map(|pattern| &pattern.elements) {
                    if let PatternElement::Placeable { expression: Expression::Select { variants, .. } } = element {
                        assert!(variants.len() >= forms, "{lang:?} {}", message.id.name);
                    }
                }
            }
        }
    }
}

#[test]
fn every_word_of_the_book_has_a_term_and_every_field_a_label() {
    let words = Words::new(Lang::En);
    let mut without = BTreeSet::new();
    let tables = Entity::ALL.iter().map(|entity| (entity.table(), entity.fields()));
    for (table, fields) in tables.chain([("settings", Settings::FIELDS)]) {
        check_fields(&words, table, fields, &mut without);
        if table != "settings" && !words.has(&format!("entity-{table}")) {
            without.insert(format!("entity.{table}"));
        }
    }
    assert!(without.is_empty(), "{without:?}");
}

fn check_fields(words: &Words, table: &str, fields: &[Field], without: &mut BTreeSet<String>) {
    for field in fields {
        let label = [format!("field-{table}-{}", field.name), format!("label-{}", field.name)];
        if !label.iter().any(|id| words.has(id)) {
            without.insert(label[1].clone());
        }
        match field.kind {
            Kind::Word { term, words: all } | Kind::Words { term, words: all } => {
                for word in all {
                    if !words.has(&format!("{term}.{word}").replace('.', "-")) {
                        without.insert(format!("{term}.{word}"));
                    }
                }
            }
            Kind::Part(parts) | Kind::Parts(parts) => check_fields(words, table, parts, without),
            _ => {}
        }
    }
}

/// Files that exist for tests alone say what they like.
const TEST_ONLY: &[&str] = &["rig.rs", "testing.rs", "tests.rs", "trial.rs"];

/// The code of a file without the items that are for tests alone, wherever they stand in it.
fn code(file: &Path) -> String {
    let source = std::fs::read_to_string(file).unwrap();
    let mut kept = String::new();
    let mut lines = source.lines();
    while let Some(line) = lines.next() {
        if line.trim() != "#[cfg(test)]" {
            kept.push_str(line);
            kept.push('\n');
            continue;
        }
        // The item ends where its bracket is closed under its first letter, or with its first line.
        let indent = line.len() - line.trim_start().len();
        let is_last = |line: &str| line.len() > indent && !line[indent..].starts_with([' ', '#', '/']);
        let first = lines.by_ref().find(|line| is_last(line)).unwrap_or_default();
        if first.trim_end().ends_with(['{', '(', '[']) {
            lines.by_ref().find(|line| is_last(line));
        }
    }
    kept
}

/// A message asked for by a literal id is there.
#[test]
fn every_id_said_in_the_sources_has_a_message() {
    let words = Words::new(Lang::En);
    let mut without = BTreeSet::new();
    for file in sources(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))) {
        let code = code(&file);
        for opening in ["Sentence::new(\"", " refuse(\"", " wrong(\"", ".say(\"", ".say_with(\""] {
            for rest in code.split(opening).skip(1) {
                let id = rest.split('"').next().unwrap_or_default();
                if !id.contains('{') && !words.has(id) {
                    without.insert(format!("{id} ({})", file.display()));
                }
            }
        }
    }
    assert!(without.is_empty(), "{without:#?}");
}

/// How ids begin that are put together: of a kind and one of its numbers or words, of a screen and a part of it.
const FAMILIES: &[&str] = &[
    "affiliation-level-",
    "cli-clients-",
    "cli-department-",
    "cli-today-",
    "client-stage-",
    "command-",
    "concession-by-",
    "finding-kind-",
    "hint-",
    "language-",
    "map-client-",
    "map-finding-",
    "offer-remark-",
    "palette-",
    "place-",
    "playbook-stage-",
    "problem-severity-",
    "way-commitment-",
    "way-problem-",
    "proposal_term-cover-",
    "question-",
    "report-col-",
    "report-figure-",
    "report-section-",
    "report-source-",
    "report-table-",
    "report-to-date-",
    "role-freshness-",
    "satisfaction-trend-",
    "settings-group-",
    "settings-help-",
    "stance-value-",
    "today-",
    "vip-criterion-",
    "vip-result-",
    "vip-verdict-",
    "visits-",
];

/// A message that nothing says is a burden on four translations.
#[test]
fn every_message_is_said_somewhere() {
    let mut said = book_ids();
    for file in sources(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))) {
        said.extend(code(&file).split('"').map(|literal| literal.replace('.', "-")));
    }
    let mut idle = Vec::new();
    for area in AREAS {
        let is_said = |id: &String| {
            let label = id.strip_prefix("label-").is_some_and(|field| said.contains(field));
            label || said.contains(id) || FAMILIES.iter().any(|family| id.starts_with(family))
        };
        let unsaid = messages(Lang::En, area).into_keys().filter(|id| !is_said(id));
        idle.extend(unsaid.map(|id| format!("{area}: {id}")));
    }
    assert_eq!(idle, [] as [String; 0]);
}

/// The ids that the lists of fields ask for: entities, labels, words.
fn book_ids() -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    for entity in Entity::ALL {
        ids.insert(format!("entity-{}", entity.table()));
        field_ids(entity.table(), entity.fields(), &mut ids);
    }
    // Figures speak of these; no field holds one.
    ids.extend(SignalKind::all().iter().map(|kind| kind.term().replace('.', "-")));
    ids
}

fn field_ids(table: &str, fields: &[Field], ids: &mut BTreeSet<String>) {
    for field in fields {
        ids.insert(format!("field-{table}-{}", field.name));
        ids.insert(format!("label-{}", field.name));
        match field.kind {
            Kind::Word { term, words } | Kind::Words { term, words } => {
                ids.extend(words.iter().map(|word| format!("{term}.{word}").replace('.', "-")));
            }
            Kind::Part(parts) | Kind::Parts(parts) => field_ids(table, parts, ids),
            _ => {}
        }
    }
}

fn sources(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|ext| ext == "rs") && !TEST_ONLY.iter().any(|name| path.ends_with(name))
        {
            found.push(path);
        }
    }
    found
}
