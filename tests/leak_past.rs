//! What the book no longer shows is as private as what it does: old values of the journal, drafts, amounts in their
//! short form; and a yes about shared words holds until the text is another.

use attache::desk::{Clock, Desk};
use attache::domain::date::parse_local;
use attache::domain::figures::View;
use attache::domain::offer::AllTakenOff;
use attache::domain::words::Language;
use attache::domain::{Amend, Answers, Client, Edit, Entity, Fields, Id, Sentence, Visit};
use attache::export::brief::leak::{self, Finished, Report};
use attache::export::brief::{self, Format, Reader, Request, Templates};
use attache::export::snapshot;
use serde_json::{Value as Json, json};

fn desk() -> Desk {
    let mut desk = Desk::throwaway(Clock::Standing(parse_local("2026-11-23T08:00").unwrap())).unwrap();
    let rows = snapshot::read(include_str!("../assets/demo.json"), desk.now()).unwrap().rows;
    desk.make(&Edit::Import { title: Sentence::new("title-snapshot"), rows }, &Answers::yes()).unwrap();
    desk
}

fn volga(desk: &Desk) -> Id<Client> {
    Id::new(desk.book().client.iter().find(|client| client.handle == "volga-metall").unwrap().head.uid)
}

fn next(desk: &Desk) -> Id<Visit> {
    desk.book().contacts(volga(desk), desk.today()).next(desk.today()).unwrap().visit
}

fn amend(desk: &mut Desk, entity: Entity, uuid: uuid::Uuid, fields: Json) {
    let fields: Fields = fields.as_object().unwrap().clone();
    desk.make(&Edit::Amend(Amend::new(entity, uuid, fields)), &Answers::yes()).unwrap();
}

fn report(desk: &mut Desk, agenda: &str) -> Report {
    let visit = next(desk);
    amend(desk, Entity::Visit, visit.uuid, json!({ "agenda": agenda }));
    let view = View::on(desk.book(), desk.today());
    let request = Request { language: Some(Language::Ru), ..Request::new(volga(desk), Reader::Client) };
    let made = brief::make(&view, &request, &AllTakenOff::new()).unwrap();
    let text = brief::write(&made, Format::Markdown, &Templates::built_in()).unwrap();
    let finished = Finished { format: Format::Markdown, bytes: &text, template: None };
    let report = leak::scan(&desk.private_set().unwrap(), &view, &request, &made, finished);
    report.releasing(&desk.released().unwrap())
}

fn told(report: &Report) -> Vec<String> {
    report.sources().map(|hit| format!("{}.{}", hit.entity.table(), hit.field())).collect()
}

#[test]
fn the_demo_with_its_journal_is_clean() {
    let mut desk = desk();
    let report = report(&mut desk, "Аккредитивы первого квартала");
    assert_eq!(told(&report), [] as [String; 0]);
}

#[test]
fn an_old_value_is_found_after_it_was_changed_or_undone() {
    let mut desk = desk();
    let client = volga(&desk).uuid;
    amend(&mut desk, Entity::Client, client, json!({ "source_note": "Тихо выйти из трейдинга к лету" }));
    amend(&mut desk, Entity::Client, client, json!({ "source_note": "Растить переработку" }));
    assert_eq!(told(&report(&mut desk, "О том, как тихо выйти из трейдинга к лету")), ["client.source_note"]);
    let note = json!({ "client": client.to_string(), "text": "просил не звонить бухгалтеру Львовой" });
    let fields: Fields = note.as_object().unwrap().clone();
    desk.make(&Edit::Add { entity: Entity::Note, fields }, &Answers::yes()).unwrap();
    desk.undo(&Answers::yes()).unwrap();
    assert_eq!(told(&report(&mut desk, "Просил не звонить бухгалтеру Львовой")), ["note.text"]);
}

#[test]
fn what_lies_in_a_draft_is_found() {
    let mut desk = desk();
    let key = format!("after.visit.{}", next(&desk));
    let draft = json!({ "outcome": "уйдут к конкуренту весной", "agenda": "Порядок на складах" }).to_string();
    desk.keep_draft(&key, &draft).unwrap();
    assert_eq!(told(&report(&mut desk, "Почему уйдут к конкуренту весной")), ["visit.draft"]);
    assert_eq!(told(&report(&mut desk, "Порядок на складах")), [] as [String; 0]);
}

#[test]
fn a_reason_of_a_step_is_found() {
    let mut desk = desk();
    let client = volga(&desk).uuid;
    let fields: Fields = json!({ "status": "dormant" }).as_object().unwrap().clone();
    let amend = Amend {
        reason: Some("ждут нового директора завода".to_owned()),
        ..Amend::new(Entity::Client, client, fields)
    };
    desk.make(&Edit::Amend(amend), &Answers::yes()).unwrap();
    desk.undo(&Answers::yes()).unwrap();
    assert_eq!(told(&report(&mut desk, "Ждут нового директора завода")), ["client.reason"]);
}

#[test]
fn an_amount_is_found_in_its_short_form() {
    let mut desk = desk();
    let client = volga(&desk).uuid;
    let target = json!({ "client": client.to_string(), "measure": "income", "year": 2027,
        "target": { "minor": 873_400_000, "currency": "RUB" } });
    let fields: Fields = target.as_object().unwrap().clone();
    let made = desk.make(&Edit::Add { entity: Entity::PlanTarget, fields }, &Answers::yes());
    assert!(made.is_ok(), "{made:?}");
    for (agenda, found) in [
        ("Оборот 8,73 млн RUB", true),
        ("Turnover RUB 8.73 m", true),
        ("营业额 RUB 873 万", true),
        ("Оборот 8,71 млн RUB", false),
        ("Партия 8,73 млн штук", false),
    ] {
        assert_eq!(told(&report(&mut desk, agenda)).contains(&"plan_target.target".to_owned()), found, "{agenda}");
    }
}

#[test]
fn a_yes_holds_until_the_shared_text_is_another() {
    let mut desk = desk();
    let visit = next(&desk);
    amend(&mut desk, Entity::Visit, visit.uuid, json!({ "purpose": "Понять, кто готов ждать до конца января" }));
    let agenda = "Рады, что можно ждать до конца января";
    let asked = report(&mut desk, agenda);
    assert_eq!((asked.hits.len(), asked.fragments.len()), (0, 1), "{asked:?}");
    desk.release(&asked.fragments[0].answer).unwrap();
    desk.release(&asked.fragments[0].answer).unwrap();
    assert_eq!(desk.released().unwrap().len(), 1);
    assert_eq!(desk.drafts().unwrap(), [], "an answer is no draft");
    assert!(report(&mut desk, agenda).is_clean());
    assert_eq!(report(&mut desk, "Просим ждать до конца января").fragments.len(), 1, "another text is asked anew");
}
