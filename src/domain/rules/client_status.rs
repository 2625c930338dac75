//! A client's status may go only where the procedure lets it, with what each move asks for.

use super::{client, client_stage, moved};
use crate::domain::entity::{Client, Commitment, Problem, Proposal};
use crate::domain::plan::Planning;
use crate::domain::refusal::Refusal;
use crate::domain::sentence::{Arg, Sentence};
use crate::domain::table::{Id, Row};
use crate::domain::words::{ClientStatus, ProblemState, ProposalState, VipCategory, Who};

/// # Errors
/// The move that is not possible, or what it still lacks.
pub(super) fn check(planning: &Planning<'_>, before: Option<&Client>, row: &Client) -> Result<(), Refusal> {
    let Some(before) = before else { return new(planning, row) };
    if before.status != row.status {
        status(planning, before, row)?;
    } else if before.vip_category != row.vip_category {
        agrees(row)?;
    }
    if before.stage != row.stage && row.stage.is_some() && before.status == ClientStatus::Prospect {
        client_stage::moves(planning, before, row)?;
    } else if before.stage != row.stage && before.status == row.status {
        return Err(Refusal::no(Sentence::new("stage-of-prospect")).at("stage"));
    }
    Ok(())
}

fn new(planning: &Planning<'_>, row: &Client) -> Result<(), Refusal> {
    match row.status {
        ClientStatus::Prospect | ClientStatus::Active => {
            agrees(row)?;
            client_stage::begins(planning, row)
        }
        status => {
            let allowed = [ClientStatus::Prospect, ClientStatus::Active].map(|status| Arg::word(status.term()));
            let sentence = Sentence::new("invalid-word").word("input", status.term());
            Err(Refusal::no(sentence.with("allowed", Arg::List(allowed.to_vec()))).at("status"))
        }
    }
}

/// Prospects are to be attracted, active clients have been.
fn agrees(row: &Client) -> Result<(), Refusal> {
    let attract = row.vip_category == VipCategory::Attract;
    match row.status {
        ClientStatus::Prospect if !attract => {
            Err(Refusal::no(Sentence::new("prospect-needs-attract")).at("vip_category"))
        }
        ClientStatus::Active | ClientStatus::Dormant if attract => {
            Err(Refusal::no(Sentence::new("attract-starts-as-prospect")).at("vip_category"))
        }
        _ => Ok(()),
    }
}

fn status(planning: &Planning<'_>, before: &Client, row: &Client) -> Result<(), Refusal> {
    use ClientStatus::{Active, Archived, Declined, Dormant, Left, Merged, Prospect};
    let at = |refusal: Refusal| refusal.at("status");
    match (before.status, row.status) {
        (Prospect, Active) => something_in_use(planning, row)?,
        (Prospect, Declined) => {
            needed(row.declined_reason.as_ref(), "reason-needed", "declined_reason")?;
            no_presented_offer(planning, row).map_err(at)?;
        }
        (Active, Dormant) => {
            moved::reason(planning)?;
            no_serious_problem(planning, row).map_err(at)?;
        }
        (Dormant, Active) => {}
        (Active | Dormant, Left) => {
            needed(row.left_reason.as_ref(), "left-needs-reason", "left_reason")?;
            needed(row.left_on.as_ref(), "left-needs-reason", "left_on")?;
        }
        (from, Archived) if from != Merged => no_open_promise(planning, row).map_err(at)?,
        (Declined | Left | Archived, Prospect | Active) => moved::reason(planning)?,
        (from, to) => {
            return Err(moved::not_possible(Client::ENTITY, "status", from.term(), to.term()));
        }
    }
    agrees(row)
}

fn needed<T>(value: Option<&T>, id: &str, field: &str) -> Result<(), Refusal> {
    if value.is_some() { Ok(()) } else { Err(Refusal::no(Sentence::new(id)).at(field)) }
}

fn offers<'p>(planning: &'p Planning<'_>, client: Id<Client>, state: ProposalState) -> Vec<&'p Proposal> {
    let rows = planning.of::<Proposal>(client).into_iter();
    rows.filter(|offer| offer.client == client && offer.state == state).collect()
}

/// # Errors
/// When a prospect has neither a product in use nor an accepted offer.
pub fn something_in_use(planning: &Planning<'_>, row: &Client) -> Result<(), Refusal> {
    let accepted = !offers(planning, row.uid(), ProposalState::Accepted).is_empty();
    if accepted || !client::in_use(planning, row.uid()).is_empty() {
        return Ok(());
    }
    Err(Refusal::no(Sentence::new("nothing-in-use-yet")).at("status"))
}

fn no_presented_offer(planning: &Planning<'_>, row: &Client) -> Result<(), Refusal> {
    let open = offers(planning, row.uid(), ProposalState::Presented);
    if open.is_empty() {
        return Ok(());
    }
    let titles = Arg::texts(open.iter().map(|offer| offer.title.clone()));
    Err(Refusal::no(Sentence::new("close-offers-first").with("list", titles)))
}

fn no_serious_problem(planning: &Planning<'_>, row: &Client) -> Result<(), Refusal> {
    let serious = |problem: &&Problem| {
        problem.client == row.uid()
            && problem.severity == 3
            && matches!(problem.state, ProblemState::Open | ProblemState::Reopened)
    };
    if planning.of::<Problem>(row.uid()).iter().any(serious) {
        return Err(Refusal::no(Sentence::new("close-serious-problems")));
    }
    Ok(())
}

fn no_open_promise(planning: &Planning<'_>, row: &Client) -> Result<(), Refusal> {
    let ours = |promise: &&Commitment| promise.client == row.uid() && promise.who == Who::We && promise.state.is_open();
    let n = planning.of::<Commitment>(row.uid()).into_iter().filter(ours).count();
    if n == 0 {
        return Ok(());
    }
    Err(Refusal::no(Sentence::new("own-promises-open").count("n", n).text("client", &row.name)))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value as Json, json};
    use uuid::Uuid;

    use crate::domain::book::Entity;
    use crate::domain::edit::{Amend, Edit};
    use crate::domain::entity::{Client, Commitment, Holding};
    use crate::domain::refusal::Answers;
    use crate::domain::table::Id;
    use crate::domain::trial::{Trial, add, amend, amend_because, fields};
    use crate::domain::words::{ClientStatus, CommitmentOrigin, VipCategory};

    fn client_with(trial: &mut Trial, row: Json) -> Uuid {
        let mut all = json!({ "handle": "beta", "name": "Beta", "assigned_on": "2020-01-01" });
        all.as_object_mut().unwrap().extend(fields(row));
        trial.has(Entity::Client, all)
    }

    fn product(trial: &mut Trial) -> String {
        let row = json!({ "code": "LC", "name": { "en": "Credit" }, "family": "trade" });
        trial.has(Entity::Product, row).to_string()
    }

    #[test]
    fn a_new_client_begins_as_a_prospect_or_active() {
        let mut trial = Trial::new();
        for (row, refusal) in [
            (json!({ "name": "B", "vip_category": "retain" }), "-"),
            (json!({ "name": "B", "vip_category": "attract" }), "-"),
            (json!({ "name": "B", "vip_category": "attract", "status": "active" }), "attract-starts-as-prospect"),
            (json!({ "name": "B", "vip_category": "retain", "status": "prospect" }), "prospect-needs-attract"),
            (json!({ "name": "B", "status": "prospect", "stage": null }), "prospect-needs-stage"),
            (json!({ "name": "B", "vip_category": "attract", "stage": 3 }), "stage-needs"),
            (json!({ "name": "B", "vip_category": "attract", "stage": 2 }), "stage-needs"),
            (
                json!({ "name": "B", "vip_category": "attract", "stage": 2, "attract_decision": "yes",
                    "attract_decided_on": "2026-11-20" }),
                "-",
            ),
            (json!({ "name": "B", "vip_category": "attract", "stage": 7 }), "stage-needs"),
            (json!({ "name": "B", "vip_category": "retain", "stage": 2 }), "stage-of-prospect"),
            (json!({ "name": "B", "status": "dormant" }), "invalid-word"),
            (json!({ "name": "B", "status": "archived" }), "invalid-word"),
        ] {
            let shown = row.to_string();
            assert_eq!(trial.refusal(&add(Entity::Client, row)), refusal, "{shown}");
        }
        trial.make(&add(Entity::Client, json!({ "name": "B", "vip_category": "attract" })));
        let made = trial.book.client.iter().find(|client| client.name == "B").unwrap();
        assert_eq!((made.status, made.stage, made.stage_since), (ClientStatus::Prospect, Some(1), Some(trial.today)));
        assert_eq!((made.assigned_on, made.handle.as_str()), (trial.today, "b"));
    }

    #[test]
    fn a_status_goes_only_where_the_procedure_lets_it() {
        let prospect = json!({ "status": "prospect", "vip_category": "attract", "stage": 3 });
        let declined = json!({ "status": "declined", "vip_category": "attract", "stage": 3 });
        let is = |status: &str| json!({ "status": status });
        for (before, to, reason, refusal) in [
            (prospect.clone(), is("active"), None, "nothing-in-use-yet"),
            (prospect.clone(), is("declined"), None, "reason-needed"),
            (prospect.clone(), is("declined"), Some("no interest"), "-"),
            (prospect.clone(), json!({ "status": "declined", "declined_reason": "price" }), None, "-"),
            (prospect.clone(), is("dormant"), Some("x"), "move-not-possible"),
            (prospect.clone(), is("left"), Some("x"), "move-not-possible"),
            (prospect.clone(), is("merged"), Some("x"), "move-not-possible"),
            (prospect, is("archived"), None, "-"),
            (is("active"), is("dormant"), None, "reason-needed"),
            (is("active"), is("dormant"), Some("quiet"), "-"),
            (is("active"), is("prospect"), Some("x"), "move-not-possible"),
            (is("active"), is("left"), None, "left-needs-reason"),
            (is("active"), is("left"), Some("to Other Bank, price"), "-"),
            (is("active"), json!({ "status": "left", "left_on": "2026-12-01" }), Some("x"), "not-after-today"),
            (is("dormant"), is("active"), None, "-"),
            (is("dormant"), is("left"), Some("x"), "-"),
            (is("left"), is("active"), None, "reason-needed"),
            (is("left"), is("active"), Some("came back"), "-"),
            (is("left"), is("archived"), None, "-"),
            (is("left"), is("dormant"), Some("x"), "move-not-possible"),
            (is("archived"), is("prospect"), Some("again"), "-"),
            (declined, is("active"), Some("signed"), "new-category-ask"),
        ] {
            let mut trial = Trial::new();
            let client = client_with(&mut trial, before.clone());
            let edit = match reason {
                Some(reason) => amend_because(Entity::Client, client, reason, to.clone()),
                None => amend(Entity::Client, client, to.clone()),
            };
            assert_eq!(trial.refusal(&edit), refusal, "{before} to {to}");
        }
    }

    #[test]
    fn what_is_open_holds_a_client_back() {
        let mut trial = Trial::new();
        let client = trial.client.to_string();
        trial.has(
            Entity::Problem,
            json!({ "client": client, "title": "Down", "severity": 3, "raised_on": "2026-11-20" }),
        );
        let to =
            |trial: &Trial, status: &str| amend_because(Entity::Client, trial.client, "r", json!({ "status": status }));
        let dormant = to(&trial, "dormant");
        assert_eq!(trial.refusal(&dormant), "close-serious-problems");
        trial
            .has(Entity::Commitment, json!({ "client": client, "who": "we", "text": "call", "made_on": "2026-11-20" }));
        let archived = to(&trial, "archived");
        assert_eq!(trial.refusal(&archived), "own-promises-open");
        let prospect = client_with(&mut trial, json!({ "status": "prospect", "vip_category": "attract", "stage": 6 }));
        trial.has(Entity::Proposal, json!({ "client": prospect.to_string(), "title": "Line", "state": "presented" }));
        let declined = amend_because(Entity::Client, prospect, "no", json!({ "status": "declined" }));
        assert_eq!(trial.refusal(&declined), "close-offers-first");
    }

    #[test]
    fn the_first_product_in_use_wins_a_prospect_in_the_same_step() {
        let mut trial = Trial::new();
        let product = product(&mut trial);
        let client = client_with(&mut trial, json!({ "status": "prospect", "vip_category": "attract", "stage": 7 }));
        let holding = |row: Json| {
            let mut all = json!({ "client": client.to_string(), "product": product });
            all.as_object_mut().unwrap().extend(fields(row));
            add(Entity::Holding, all)
        };
        assert_eq!(trial.refusal(&holding(json!({ "provider_other": "Other Bank" }))), "-");
        assert_eq!(trial.refusal(&holding(json!({}))), "new-category-ask");
        trial.answers = Answers::yes();
        trial.make(&holding(json!({ "from": "2026-11-23" })));
        let won = trial.row::<Client>(client).clone();
        assert_eq!((won.status, won.vip_category, won.stage), (ClientStatus::Active, VipCategory::Retain, Some(7)));
        assert_eq!(won.adaptation_until.unwrap().to_string(), "2027-02-21");
        let mut owed: Vec<(String, String)> = trial
            .book
            .commitment
            .iter()
            .filter(|promise| promise.origin == CommitmentOrigin::Adaptation)
            .map(|promise| (promise.due.unwrap().to_string(), promise.text.clone()))
            .collect();
        owed.sort();
        assert_eq!(owed.len(), 9);
        assert_eq!(owed[0], ("2026-11-25".to_owned(), "adaptation-welcome".to_owned()));
        assert_eq!(owed[8], ("2027-02-21".to_owned(), "adaptation-plan".to_owned()));
        trial.make(&holding(json!({})));
        assert_eq!(trial.book.count(Entity::Commitment), 9, "the checklist opens once");
    }

    #[test]
    fn a_client_entered_as_active_owes_no_checklist() {
        let mut trial = Trial::new();
        trial.make(&add(Entity::Client, json!({ "name": "Beta" })));
        assert!(trial.book.commitment.is_empty());
    }

    #[test]
    fn leaving_asks_what_becomes_of_the_products() {
        let mut trial = Trial::new();
        let product = product(&mut trial);
        let holding = trial.has(Entity::Holding, json!({ "client": trial.client.to_string(), "product": product }));
        let leave = amend_because(Entity::Client, trial.client, "to Other Bank", json!({ "status": "left" }));
        assert_eq!(trial.refusal(&leave), "end-holdings-ask");
        trial.answers = Answers::yes();
        trial.make(&leave);
        let ended = trial.row::<Holding>(holding);
        assert_eq!(ended.to.unwrap().to_string(), "2026-11-23");
        assert_eq!(ended.ended_reason.as_deref(), Some("to Other Bank"));
        let late = add(Entity::Commitment, json!({ "client": trial.client.to_string(), "text": "call" }));
        assert_eq!(trial.refusal(&late), "client-has-left");
    }

    fn stage(client: Uuid, n: i64, reason: Option<&str>, force: bool) -> Edit {
        let reason = reason.map(str::to_owned);
        Edit::Amend(Amend { reason, force, ..Amend::new(Entity::Client, client, fields(json!({ "stage": n }))) })
    }

    #[test]
    fn a_stage_is_left_through_its_gates_or_with_a_reason() {
        let mut trial = Trial::new();
        let client = client_with(&mut trial, json!({ "status": "prospect", "vip_category": "attract", "stage": 1 }));
        assert_eq!(trial.refusal(&stage(client, 2, None, false)), "stage-needs");
        assert_eq!(trial.refusal(&stage(client, 2, None, true)), "reason-needed");
        assert_eq!(trial.refusal(&stage(client, 8, None, false)), "out-of-range");
        assert_eq!(trial.refusal(&stage(trial.client, 2, None, false)), "stage-of-prospect");
        let forced = trial.plan(&stage(client, 2, Some("the head said so"), true)).unwrap();
        assert_eq!(
            (forced.title.id.as_str(), forced.reason.as_deref()),
            ("title-client-stage-forced", Some("the head said so"))
        );
        let decision = json!({ "attract_decision": "worth it", "attract_decided_on": "2026-11-20" });
        trial.make(&amend(Entity::Client, client, decision));
        trial.make(&stage(client, 2, None, false));
        assert_eq!(trial.row::<Client>(client).stage_since, Some(trial.today));
        assert_eq!(trial.refusal(&stage(client, 1, None, false)), "reason-needed");
        assert_eq!(trial.refusal(&stage(client, 1, Some("too early"), false)), "-");
    }

    #[test]
    fn every_gate_of_the_way_opens_in_its_turn() {
        let mut trial = Trial::new();
        let client = client_with(&mut trial, json!({ "status": "prospect", "vip_category": "attract", "stage": 2 }));
        let id = client.to_string();
        let boss = trial.person("boss", "Boss", "client").to_string();
        trial.has(Entity::Affiliation, json!({ "person": boss, "client": id, "level": "middle", "is_primary": true }));
        let visit = |kind: &str, more: Json| {
            let mut row = json!({ "client": id, "kind": kind, "start": "2026-10-01T10:00", "zone": "Europe/Sofia",
                "status": "held" });
            row.as_object_mut().unwrap().extend(fields(more));
            row
        };
        let came = json!([{ "person": boss, "expected": true, "came": "yes" }]);
        trial.has(Entity::Visit, visit("meeting", json!({ "our_top_present": true })));
        trial.make(&stage(client, 3, None, false));
        assert_eq!(trial.refusal(&stage(client, 4, None, false)), "stage-needs");
        trial.has(Entity::Visit, visit("meeting", json!({ "attendees": came })));
        trial.make(&stage(client, 4, None, false));
        let lacking = |trial: &mut Trial, n: i64| match trial.plan(&stage(client, n, None, false)) {
            Ok(_) => 0,
            Err(refusal) => match &refusal.sentence.args[1].1 {
                crate::domain::Arg::List(gates) => gates.len(),
                other => panic!("{other:?}"),
            },
        };
        assert_eq!(lacking(&mut trial, 5), 3);
        trial.has(Entity::Need, json!({ "client": id, "title": "Speed", "state": "probed" }));
        for kind in ["prepares", "agrees", "speaks_for", "budgets", "decides"] {
            let certainty = if kind == "decides" { "heard" } else { "assumed" };
            trial.has(
                Entity::Role,
                json!({ "person": boss, "client": id, "kind": kind, "certainty": certainty,
                "learned_on": "2026-10-01" }),
            );
        }
        trial.make(&stage(client, 5, None, false));
        assert_eq!(lacking(&mut trial, 7), 4, "a skip runs every gate between");
        let place = trial.book.affiliation.iter().find(|place| place.client == Id::new(client)).unwrap().head.uid;
        trial.make(&amend(Entity::Affiliation, place, json!({ "level": "board" })));
        trial.has(Entity::Visit, visit("call", json!({ "requested_by": "them" })));
        trial.make(&stage(client, 6, None, false));
        trial.has(Entity::Need, json!({ "client": id, "title": "Rates", "state": "confirmed" }));
        trial.has(Entity::ClientGoal, json!({ "client": id, "text": "Learn the rules", "kind": "decision_path" }));
        trial.make(&stage(client, 7, None, false));
        assert!(trial.book.commitment.iter().all(|promise: &Commitment| promise.client != Id::new(client)));
    }
}
