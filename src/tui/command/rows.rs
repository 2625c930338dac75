//! The rows of the table, by screen. Nothing else: to add a command, add its name in `names.rs`, a row here and its
//! words in the four `screen.ftl`.

use super::Command as C;
use super::{Place, Row};

type Keys = &'static [&'static str];

const fn row(command: C, keys: Keys, at: Place) -> Row {
    Row::new(command, keys, at)
}

/// Rows that only move; the palette has no use for them.
const fn step(command: C, keys: Keys, at: Place) -> Row {
    Row::new(command, keys, at).quiet()
}

const fn hint(command: C, keys: Keys, at: Place) -> Row {
    Row::new(command, keys, at).hint()
}

/// Known by name only, with what is typed after it.
const fn named(command: C, name: &'static str) -> Row {
    Row::new(command, &[], Place::COMMON).colon(name)
}

/// The whole table, in the order in which footer and help show it.
pub(super) fn all() -> impl Iterator<Item = Row> {
    [TODAY, CLIENTS, MONEY, CLIENT, MAP, VISITS, AFTER, NEEDS, FIGURES, REPORT, BOARD, BOXES, FORMS, COMMON, NAMED]
        .into_iter()
        .flatten()
        .copied()
}

const PERIODS: Place = Place::TODAY.and(Place::VISITS).and(Place::REPORT);
/// Boxes in which a file is prepared.
const FILES: Place = Place::EXPORT.and(Place::REPORT_FILE);
/// Lists of one kind: `a` adds that kind.
const ONE_KIND: Place = Place::CLIENTS
    .and(Place::VISITS)
    .and(Place::NEEDS)
    .and(Place::CLIENT_NEEDS)
    .and(Place::OFFERS)
    .and(Place::CLIENT_OFFERS)
    .and(Place::LOG_OF_KIND)
    .and(Place::BOARD)
    .and(Place::CLIENT_MONEY)
    .and(Place::LEDGER)
    .and(Place::CATALOGUE)
    .and(Place::MONEY)
    .and(Place::PEOPLE)
    .and(Place::MAP)
    .and(Place::BEFORE)
    .and(Place::AFTER_PEOPLE)
    .and(Place::AFTER_QUESTIONS)
    .and(Place::AFTER_NEEDS)
    .and(Place::AFTER_PROMISES);
const TABS: Place = Place::CLIENT;
/// Where `J` and `K` go on to the next client.
const NEIGHBOURS: Place = Place::CLIENT.and(Place::BRIEF);
/// Texts in which something can be sought.
const READING: Place = Place::BRIEF.and(Place::EXPORT).and(Place::HISTORY).and(Place::REPORT_FILE);
/// Where a line has something to copy.
const COPIES: Place = Place::PERSON
    .and(Place::PEOPLE)
    .and(Place::CATALOGUE)
    .and(Place::SETTINGS)
    .and(Place::FORM)
    .and(Place::BRIEF)
    .and(Place::REPORT_FILE);
const NEED_LISTS: Place = Place::NEEDS.and(Place::CLIENT_NEEDS);
const ROLES: Place = Place::MAP.and(Place::AFTER_PEOPLE);

/// Where promises, problems and occasions stand.
const MARKED: Place = Place::TODAY.and(Place::OVERVIEW).and(Place::LOG).and(Place::PERSON);

const TODAY: &[Row] = &[
    hint(C::Toggle, &["Space"], MARKED.and(Place::AFTER_PROMISES)),
    hint(C::Ways, &["s"], MARKED),
    row(C::OpenClient, &["c"], Place::TODAY.and(Place::VISITS).and(NEED_LISTS).and(Place::OFFERS)),
    row(C::Earlier, &["["], PERIODS),
    row(C::Later, &["]"], PERIODS),
    row(C::Now, &["t"], PERIODS),
];

const CLIENTS: &[Row] = &[
    hint(C::Filter, &["f"], Place::CLIENTS.and(Place::NEEDS).and(Place::SETTINGS).and(Place::CATALOGUE)),
    hint(C::SavedFilters, &["F"], Place::CLIENTS),
    row(C::SortName, &["s n"], Place::CLIENTS),
    row(C::SortTier, &["s t"], Place::CLIENTS),
    row(C::SortOverdue, &["s o"], Place::CLIENTS),
    row(C::SortLtv, &["s l"], Place::CLIENTS),
    row(C::SortMap, &["s m"], Place::CLIENTS),
    row(C::SortSatisfaction, &["s a"], Place::CLIENTS),
    row(C::SortStage, &["s g"], Place::CLIENTS),
];

const MONEY: &[Row] = &[
    hint(C::ToBudget, &["b"], Place::MONEY),
    hint(C::ToPlans, &["p"], Place::MONEY),
    hint(C::ToRates, &["r"], Place::MONEY),
];

const CLIENT: &[Row] = &[
    row(C::StageBox, &["S"], TABS),
    row(C::StageBox, &["R"], Place::CLIENTS),
    row(C::VipTest, &["V"], TABS),
    row(C::Invite, &["i"], TABS.and(Place::VISITS)),
    row(C::NarrowAll, &["f a"], Place::LOG),
    row(C::NarrowVisits, &["f v"], Place::LOG),
    row(C::NarrowNotes, &["f o"], Place::LOG),
    row(C::NarrowPromises, &["f p"], Place::LOG),
    row(C::NarrowProblems, &["f b"], Place::LOG),
    row(C::NarrowSatisfaction, &["f s"], Place::LOG),
    hint(C::TakeBack, &["u"], Place::HISTORY),
    hint(C::Restore, &["R"], Place::HISTORY),
];

const MAP: &[Row] = &[
    hint(C::RolePrepares, &["P"], ROLES),
    row(C::RoleAgrees, &["A"], ROLES),
    row(C::RoleSpeaks, &["S"], ROLES),
    row(C::RoleBudgets, &["B"], ROLES),
    row(C::RoleDecides, &["D"], ROLES),
    row(C::RoleInfluences, &["I"], ROLES),
    row(C::RoleOperates, &["O"], ROLES),
    row(C::RoleInforms, &["F"], ROLES),
    hint(C::Surer, &["Space"], Place::MAP),
    hint(C::LessSure, &["Backspace"], ROLES),
    hint(C::Warmer, &["+", "="], ROLES),
    hint(C::Cooler, &["-"], ROLES),
    row(C::MoreInfluence, &[">", "}"], ROLES),
    row(C::LessInfluence, &["<", "{"], ROLES),
    hint(C::Came, &["c"], Place::AFTER_PEOPLE),
    hint(C::ToPerson, &["f"], Place::MAP),
    row(C::Source, &["s"], Place::MAP),
    row(C::Interests, &["i"], ROLES.and(Place::BOARD)),
    row(C::Line, &["R"], Place::MAP),
    row(C::Absent, &["z"], Place::MAP),
    row(C::WhichMap, &["o"], Place::MAP),
    hint(C::AskNextVisit, &["v"], Place::MAP),
    row(C::AsOf, &["t"], Place::MAP),
    row(C::EarlierChange, &["["], Place::MAP),
    row(C::LaterChange, &["]"], Place::MAP),
    row(C::SinceLast, &["d"], Place::MAP),
];

const VISITS: &[Row] = &[
    hint(C::WeekView, &["z"], Place::VISITS),
    hint(C::AgendaView, &["z"], Place::WEEK),
    row(C::DayEarlier, &["<", "{"], Place::WEEK),
    hint(C::DayLater, &[">", "}"], Place::WEEK),
    row(C::StartEarlier, &["-"], Place::WEEK),
    hint(C::StartLater, &["+", "="], Place::WEEK),
    hint(C::MoveVisit, &["M"], Place::VISITS.and(Place::BEFORE)),
    hint(C::TakeQuestion, &["Space"], Place::BEFORE),
    hint(C::Invite, &["i"], Place::BEFORE),
];

const AFTER: &[Row] = &[
    hint(C::Answered, &["Space"], Place::AFTER_QUESTIONS),
    hint(C::GiveEvidence, &["Space"], Place::AFTER_NEEDS),
    hint(C::Voiced, &["v"], Place::AFTER_NEEDS),
    hint(C::WeOwe, &["w"], Place::AFTER_PROMISES),
    hint(C::TheyOwe, &["t"], Place::AFTER_PROMISES),
    row(C::EditPage, &["E"], Place::AFTER),
    hint(C::Next, &["Tab"], Place::AFTER_FIELDS),
    step(C::Previous, &["S-Tab"], Place::AFTER_FIELDS),
    step(C::NextPane, &["Tab"], Place::LAST_TEXT).hint(),
];

const NEEDS: &[Row] = &[
    hint(C::MoveNeed, &["Space"], NEED_LISTS),
    row(C::MoveNeedBack, &["Backspace"], NEED_LISTS),
    hint(C::Evidence, &["E"], NEED_LISTS),
    row(C::HiddenOnly, &["H"], Place::NEEDS),
    row(C::WhomToTell, &["T"], Place::NEEDS),
];

const REPORT: &[Row] = &[
    hint(C::ByMonth, &["M"], Place::REPORT),
    hint(C::ByQuarter, &["Q"], Place::REPORT),
    hint(C::ByYear, &["Y"], Place::REPORT),
    hint(C::WriteReport, &["x"], Place::REPORT),
];

const FIGURES: &[Row] = &[
    hint(C::CloseMonth, &["C"], Place::MONEY.and(Place::CLIENT_MONTH).and(Place::LEDGER)),
    hint(C::ImportFile, &["i"], Place::MONEY),
    hint(C::TakeLine, &["Space"], Place::IMPORT),
    hint(C::Choose, &["Space"], Place::MERGE),
    hint(C::ReplaceFigures, &["R"], Place::IMPORT_FIGURES),
];

const BOARD: &[Row] = &[
    hint(C::ScoreUp, &["+", "="], Place::BOARD),
    hint(C::ScoreDown, &["-"], Place::BOARD),
    row(C::Unjudged, &["Backspace"], Place::BOARD),
    hint(C::WhatIf, &["W"], Place::BOARD),
    hint(C::Concede, &["c"], Place::BOARD),
    hint(C::AgreeTerm, &["Space"], Place::BOARD),
    hint(C::NewVersion, &["v"], Place::BOARD),
    hint(C::Present, &["P"], Place::BOARD),
    row(C::AcceptOffer, &["Y"], Place::BOARD),
    row(C::DeclineOffer, &["X"], Place::BOARD),
    row(C::CopyOffer, &[], Place::BOARD).colon("copy"),
    row(C::EarlierVersion, &["["], Place::BOARD),
    row(C::LaterVersion, &["]"], Place::BOARD),
    hint(C::Back, &["Esc"], Place::BOARD_VERSION),
    hint(C::EarlierVersion, &["["], Place::BOARD_VERSION),
    hint(C::LaterVersion, &["]"], Place::BOARD_VERSION),
];

const BOXES: &[Row] = &[
    hint(C::WriteFile, &["Enter"], FILES),
    hint(C::InternalBrief, &["i"], Place::EXPORT),
    hint(C::ClientCopy, &["c"], Place::EXPORT),
    row(C::WithPersonal, &["p"], Place::EXPORT.and(Place::BRIEF)),
    row(C::OnePage, &["P"], Place::EXPORT.and(Place::BRIEF)),
    hint(C::ChooseFormat, &["f"], FILES),
    hint(C::ChooseLanguage, &["L"], FILES.and(Place::BRIEF)),
    hint(C::ChooseSections, &["s"], Place::EXPORT),
    hint(C::TurnSection, &["Space"], Place::EXPORT_SECTIONS),
    step(C::Up, &["k", "Up"], Place::EXPORT_SECTIONS),
    step(C::Down, &["j", "Down"], Place::EXPORT_SECTIONS),
    step(C::Back, &["Esc", "Enter", "q", "s"], Place::EXPORT_SECTIONS),
    row(C::ShowPrivate, &["l"], Place::EXPORT),
    row(C::Release, &["y"], Place::EXPORT),
    row(C::OpenFile, &["o"], FILES),
    row(C::OpenLink, &["o"], Place::PERSON.and(Place::PEOPLE).and(Place::OVERVIEW)),
    step(C::Yes, &["y"], Place::QUESTION.and(Place::IMPORT)),
    step(C::No, &["n"], Place::QUESTION.and(Place::IMPORT)),
    step(C::Back, &["Esc", "Enter", "Ctrl-C"], Place::QUESTION),
    step(C::Back, &["Esc", "Ctrl-C", "q"], Place::HELP),
    step(C::Up, &["k", "Up"], Place::HELP),
    step(C::Down, &["j", "Down"], Place::HELP),
    step(C::PageUp, &["PgUp", "Ctrl-B"], Place::HELP),
    step(C::PageDown, &["PgDn", "Ctrl-F", "Space"], Place::HELP),
    hint(C::NextStage, &["Enter"], Place::STAGE),
    hint(C::PastGate, &["f"], Place::STAGE),
    hint(C::Edit, &["e"], Place::STAGE.and(Place::STAGES_PAST)),
    hint(C::Invite, &["i"], Place::STAGE),
    step(C::Open, &["Enter"], Place::LOCKED),
    step(C::Up, &["Up", "Ctrl-P"], LISTS_TO_TYPE_IN),
    step(C::Down, &["Down", "Ctrl-N"], LISTS_TO_TYPE_IN),
    step(C::PageUp, &["PgUp"], LISTS_TO_TYPE_IN),
    step(C::PageDown, &["PgDn"], LISTS_TO_TYPE_IN),
    step(C::Open, &["Enter"], LISTS_TO_TYPE_IN),
    step(C::Next, &["Tab"], LISTS_TO_TYPE_IN),
    step(C::Back, &["Esc", "Ctrl-C"], LISTS_TO_TYPE_IN),
];
/// Boxes in which typing narrows a list.
const LISTS_TO_TYPE_IN: Place = Place::PICKER.and(Place::PALETTE).and(Place::SEARCH);

const TYPING: Place = Place::TEXT.and(Place::LONG_TEXT);
const FORMS: &[Row] = &[
    hint(C::Save, &["Ctrl-S"], Place::FORM.and(Place::AFTER).and(Place::LEDGER).and(Place::IMPORT).and(Place::MERGE)),
    row(C::MoreFields, &["m"], Place::FORM),
    hint(C::Next, &["Tab"], TYPING),
    step(C::Previous, &["S-Tab"], TYPING),
    step(C::Open, &["Enter"], Place::TEXT),
    hint(C::InsertAnswer, &["Ctrl-T"], Place::LONG_TEXT.and(Place::AFTER_QUESTIONS)),
    row(C::Editor, &["Ctrl-O"], Place::LONG_TEXT),
    step(C::Up, &["Up"], Place::TEXT),
    step(C::Down, &["Down"], Place::TEXT),
    step(C::Back, &["Esc"], TYPING),
    step(C::Stop, &["Ctrl-C"], TYPING),
    step(C::Help, &["F1"], TYPING).hint(),
    step(C::Redraw, &["Ctrl-L"], TYPING),
    step(C::Suspend, &["Ctrl-Z"], TYPING),
];

const COMMON: &[Row] = &[
    hint(C::WriteUp, &["w"], Place::COMMON),
    hint(C::Brief, &["b"], Place::COMMON),
    hint(C::Map, &["m"], Place::COMMON),
    hint(C::Export, &["x"], Place::COMMON).colon("export"),
    hint(C::Add, &["a"], ONE_KIND),
    row(C::AddVisit, &["a v"], Place::COMMON),
    row(C::AddCall, &["a c"], Place::COMMON),
    row(C::AddPromise, &["a p"], Place::COMMON),
    row(C::AddNeed, &["a n"], Place::COMMON),
    row(C::AddNote, &["a o"], Place::COMMON),
    row(C::AddProblem, &["a b"], Place::COMMON),
    row(C::AddGoal, &["a g"], Place::COMMON),
    row(C::AddTarget, &["a t"], Place::COMMON),
    row(C::AddSpend, &["a s"], Place::COMMON),
    row(C::AddAudit, &["a u"], Place::COMMON),
    row(C::AddSatisfaction, &["a m"], Place::COMMON),
    row(C::AddOccasion, &["a d"], Place::COMMON),
    row(C::AddRole, &["a r"], Place::COMMON),
    row(C::AddPerson, &["a a"], Place::COMMON),
    row(C::AddWriteUp, &["a w"], Place::COMMON),
    row(C::Edit, &["e"], Place::COMMON),
    row(C::Remove, &["Delete"], Place::COMMON).colon("remove"),
    row(C::Copy, &["y"], COPIES),
    hint(C::Open, &["Enter"], Place::COMMON),
    step(C::Number(0), &["1", "2", "3", "4", "5", "6", "7", "8", "9"], Place::COMMON).hint(),
    step(C::Up, &["k", "Up"], Place::COMMON),
    step(C::Down, &["j", "Down"], Place::COMMON),
    step(C::Left, &["h", "Left"], Place::COMMON),
    step(C::Right, &["l", "Right"], Place::COMMON),
    step(C::First, &["g g", "Home"], Place::COMMON),
    step(C::Last, &["G", "End"], Place::COMMON),
    step(C::HalfDown, &["Ctrl-D"], Place::COMMON),
    step(C::HalfUp, &["Ctrl-U"], Place::COMMON),
    step(C::PageDown, &["Ctrl-F", "PgDn"], Place::COMMON),
    step(C::PageUp, &["Ctrl-B", "PgUp"], Place::COMMON),
    step(C::NextPane, &["Tab"], Place::COMMON),
    step(C::PreviousPane, &["S-Tab"], Place::COMMON),
    step(C::Back, &["Esc"], Place::COMMON),
    row(C::NextClient, &["J"], NEIGHBOURS),
    row(C::PreviousClient, &["K"], NEIGHBOURS),
    row(C::Search, &["/"], Place::COMMON),
    hint(C::Find, &["/"], READING),
    step(C::NextHit, &["n"], READING),
    step(C::PreviousHit, &["N"], READING),
    step(C::Palette, &[":", "Ctrl-P"], Place::COMMON),
    row(C::Undo, &["u"], Place::COMMON).colon("undo"),
    row(C::Redo, &["Ctrl-R"], Place::COMMON).colon("redo"),
    row(C::JumpBack, &["Ctrl-O"], Place::COMMON),
    row(C::GoToday, &["g t"], Place::COMMON),
    row(C::GoClients, &["g c"], Place::COMMON),
    row(C::GoVisits, &["g v"], Place::COMMON),
    row(C::GoNeeds, &["g n"], Place::COMMON),
    row(C::GoOffers, &["g o"], Place::COMMON),
    row(C::GoMoney, &["g m"], Place::COMMON),
    row(C::GoReport, &["g r"], Place::COMMON).colon("report"),
    row(C::GoCatalogue, &["g k"], Place::COMMON),
    row(C::GoSettings, &["g s"], Place::COMMON),
    row(C::GoHistory, &["g h"], Place::COMMON),
    row(C::GoDrafts, &["g d"], Place::COMMON),
    row(C::Privacy, &["g p"], Place::COMMON),
    row(C::Lock, &["g l"], Place::COMMON).colon("lock"),
    row(C::Redraw, &["Ctrl-L"], Place::COMMON),
    row(C::Suspend, &["Ctrl-Z"], Place::COMMON),
    step(C::Stop, &["Ctrl-C"], Place::COMMON),
    row(C::Quit, &["q"], Place::COMMON).colon("q"),
    hint(C::Help, &["?", "F1"], Place::COMMON).colon("help"),
];

const NAMED: &[Row] = &[
    named(C::GoWeek, "week"),
    named(C::Write, "w"),
    named(C::WriteQuit, "wq"),
    named(C::Discard, "discard"),
    named(C::Stage, "stage"),
    named(C::Force, "force"),
    named(C::Set, "set"),
    named(C::Lang, "lang"),
    named(C::Reopen, "reopen"),
    named(C::Merge, "merge"),
    named(C::ImportFile, "import"),
    named(C::AsOf, "asof"),
    named(C::CloseMonth, "close"),
    named(C::ToRates, "rate"),
    named(C::CheckBook, "check"),
    named(C::Backup, "backup"),
    named(C::Sync, "sync"),
    named(C::AdaptationList, "adaptation"),
];
