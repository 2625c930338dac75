//! Commands of the palette that are typed with something after them: `:set KEY VALUE`, `:lang ru`, and those of one
//! client, `:asof DAY`, `:stage 4`, `:force REASON`, `:reopen REASON`, `:merge NAME`.

use super::merge::Merge;
use crate::desk::{Desk, Made, Trouble};
use crate::domain::adaptation;
use crate::domain::book::SETTINGS;
use crate::domain::entry::{EntryContext, assign};
use crate::domain::moves::{ClientMove, Move};
use crate::domain::refusal::Refusal;
use crate::domain::words::{AnswerKind, Language};
use crate::domain::{Amend, Arg, Client, Edit, Entity, Fields, Id, Sentence};
use crate::tui::command::Command;
use crate::tui::layer::{Reply, View};
use crate::tui::target::{Tab, Target};

/// What a command means on any screen.
pub fn anywhere(command: Command, argument: &str, view: &View<'_>) -> Reply {
    match command {
        Command::Set => set(argument, view),
        Command::Lang => lang(argument),
        Command::ImportFile if argument.trim().is_empty() => super::import::ask(view),
        Command::ImportFile => super::import::go(argument),
        Command::CloseMonth | Command::ToRates => Reply::Many(vec![Reply::Go(Target::Money), Reply::Run(command)]),
        Command::CheckBook => Reply::With(Box::new(check)),
        Command::Backup => Reply::Say(Sentence::new("backup-in-a-shell")),
        Command::Sync => Reply::Say(Sentence::new("sync-in-a-shell")),
        Command::AsOf => Reply::Refuse(Sentence::new("no-client-here")),
        Command::AdaptationList => adaptation_list(view),
        _ => Reply::Refuse(Sentence::new("command-not-here")),
    }
}

/// What it means where one client is on the screen; none when it is not about a client.
pub fn of_client(command: Command, argument: &str, client: Id<Client>, view: &View<'_>) -> Option<Reply> {
    let row = view.book().client.get(client)?;
    match command {
        Command::Stage => Some(stage(row, argument, false)),
        Command::Force => Some(stage(row, argument, true)),
        Command::Reopen => Some(reopen(row, argument)),
        Command::Merge => Some(Merge::client(client, argument)),
        Command::AsOf => {
            let map = Reply::Go(Target::Client(client, Tab::Map));
            Some(Reply::Many(vec![map, Reply::RunWith(command, argument.to_owned())]))
        }
        _ => None,
    }
}

/// Reads the file anew; what is not as its last change left it is counted, and the first named.
fn check(desk: &mut Desk) -> Result<Made, Trouble> {
    let unlike = desk.check_journal()?;
    match unlike.first() {
        None => Ok(Made {
            step: None,
            title: Sentence::new("book-is-whole"),
            warnings: Vec::new(),
            ending: None,
            changed: Vec::new(),
        }),
        Some(first) => {
            let field = Arg::Label(first.entity.table().to_owned(), first.field.clone());
            let told = Sentence::new("book-is-not-whole").count("n", unlike.len());
            Err(Refusal::no(told.word("entity", first.entity.term()).with("field", field)).into())
        }
    }
}

/// `KEY VALUE` or `KEY=VALUE`.
fn set(argument: &str, view: &View<'_>) -> Reply {
    let typed = argument.trim().replacen(' ', "=", usize::from(!argument.contains('=')));
    let cx = EntryContext::new(view.book(), view.now());
    let read = assign(Entity::Settings, &typed).and_then(|assignment| {
        let mut fields = Fields::new();
        let current = crate::domain::Row::field_json(view.book().settings(), assignment.field.name).unwrap_or_default();
        assignment.put(&mut fields, &current, &cx)?;
        Ok(fields)
    });
    match read {
        Ok(fields) => amend(Entity::Settings, SETTINGS, fields, None, false),
        Err(why) => Reply::Refuse(why),
    }
}

/// The list of what a new client is owed stands in the catalogue; the shipped one is copied there first.
fn adaptation_list(view: &View<'_>) -> Reply {
    let language = view.words.lang();
    let catalogue = || Reply::Go(Target::Catalogue);
    if !adaptation::own(view.book(), language).is_empty() {
        return Reply::Many(vec![catalogue(), Reply::Say(Sentence::new("adaptation-list-here"))]);
    }
    let line = |(id, days): &(&str, i64)| {
        let text = view.say(id);
        let fields = [
            ("question".to_owned(), text.as_str().into()),
            ("body".to_owned(), text.as_str().into()),
            ("kind".to_owned(), AnswerKind::Standard.word().into()),
            ("language".to_owned(), language.word().into()),
            ("topic".to_owned(), adaptation::topic(*days).into()),
        ];
        Edit::Add { entity: Entity::Answer, fields: fields.into_iter().collect() }
    };
    let edits = adaptation::SHIPPED.iter().map(line).collect();
    let copied = Edit::Together { title: Sentence::new("title-adaptation-list"), client: None, edits };
    let copied = Reply::Many(vec![Reply::Make(copied), catalogue()]);
    Reply::Ask(Sentence::new("adaptation-list-ask"), Box::new(copied))
}

fn lang(argument: &str) -> Reply {
    let word = argument.trim();
    if Language::from_word(word).is_none() {
        return Reply::Refuse(Sentence::new("unknown-language").text("input", word));
    }
    let fields = [("ui_language".to_owned(), word.into())].into_iter().collect();
    amend(Entity::Settings, SETTINGS, fields, None, false)
}

/// To the stage named, else to the next; forced with what is typed as the reason.
fn stage(client: &Client, argument: &str, force: bool) -> Reply {
    let Some(now) = client.stage else { return Reply::Refuse(Sentence::new("stage-of-prospect")) };
    let (to, reason) = match argument.trim().split_once(' ') {
        Some((first, rest)) => first.parse().map_or((now + 1, argument), |to| (to, rest)),
        None => argument.trim().parse().map_or((now + 1, argument), |to| (to, "")),
    };
    let fields = [("stage".to_owned(), to.into())].into_iter().collect();
    amend(Entity::Client, client.head.uid, fields, Some(reason), force)
}

fn reopen(client: &Client, reason: &str) -> Reply {
    Reply::Make(Edit::Move(Move::Client(Id::new(client.head.uid), ClientMove::Reopen { reason: said(reason) })))
}

fn amend(entity: Entity, uuid: uuid::Uuid, fields: Fields, reason: Option<&str>, force: bool) -> Reply {
    let reason = reason.and_then(said);
    Reply::Make(Edit::Amend(Amend { reason, force, ..Amend::new(entity, uuid, fields) }))
}

fn said(text: &str) -> Option<String> {
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}
