//! The Money screen as it is looked at and used.

use crate::domain::figures::testing::DEMO;
use crate::domain::{Client, Entity, Id, Row};
use crate::i18n::Lang;
use crate::tui::rig::Rig;
use crate::tui::target::{Tab, Target};
use crate::tui::theme::Depth;

fn rig() -> Rig {
    Rig::with(&DEMO)
}

fn client(name: &str) -> Id<Client> {
    DEMO.client.iter().find(|client| client.name.contains(name)).unwrap().uid()
}

#[test]
fn the_pyramid_its_moves_and_the_clients_beneath() {
    let mut rig = rig();
    rig.open(&Target::Money);
    insta::assert_snapshot!("money_en_80x24", rig.screen());
    let mut rig = self::rig().lang(Lang::Zh).size(100, 28).theme("dark", Depth::None);
    rig.open(&Target::Money);
    insta::assert_snapshot!("money_zh_100x28", rig.screen());
}

#[test]
fn enter_on_a_tier_lists_its_clients_alone_and_esc_all_of_them_again() {
    let mut rig = rig().size(80, 50);
    rig.open(&Target::Money).press("j j j <Enter>");
    assert!(rig.screen().contains(">Странджанска мебел"), "{}", rig.screen());
    assert!(!rig.screen().contains("Saltmere Ferries"), "{}", rig.screen());
    rig.press("<Esc>");
    assert!(rig.screen().contains(">Ballast"), "{}", rig.screen());
    assert!(rig.screen().contains("Saltmere Ferries"), "{}", rig.screen());
    rig.press("<Enter> <Enter>");
    assert!(rig.screen().contains("[5 Money]"), "{}", rig.screen());
}

#[test]
fn keys_lead_to_budget_plans_and_rates_and_b_again_spends() {
    let mut rig = rig();
    rig.open(&Target::Money).press("p");
    insta::assert_snapshot!("money_plans_en_80x24", rig.screen());
    rig.press("3 b");
    insta::assert_snapshot!("money_budget_en_80x24", rig.screen());
    let spends = rig.book().count(Entity::ServiceSpend);
    rig.press("b");
    assert!(rig.screen().starts_with(" Service spend"), "{}", rig.screen());
    rig.press("<Esc> <Esc> r");
    assert!(rig.screen().contains("Exchange rate"), "{}", rig.screen());
    assert_eq!(rig.book().count(Entity::ServiceSpend), spends);
}

#[test]
fn a_client_s_worth_is_told_with_its_test_spends_and_charts() {
    let mut rig = rig().size(80, 90);
    rig.open(&Target::Client(client("Калиакр"), Tab::Money));
    insta::assert_snapshot!("client_money_en_80x90", rig.screen());
}

#[test]
fn enter_on_a_currency_lists_its_months_and_each_can_be_opened() {
    let mut rig = rig();
    rig.open(&Target::Money).press("r <Enter>");
    insta::assert_snapshot!("money_rates_open_en_80x24", rig.screen());
    rig.press("j <Enter>");
    assert!(rig.screen().starts_with(" Exchange rate"), "{}", rig.screen());
    rig.press("<Esc> k <Enter>");
    assert!(!rig.screen().contains("    Oct 2026"), "{}", rig.screen());
}

#[test]
fn the_vip_test_is_gone_to_and_evidence_begins_with_its_criterion() {
    let mut rig = rig().size(80, 40);
    rig.open(&Target::Client(client("Калиакр"), Tab::Overview)).press("V");
    assert!(rig.screen().contains(">+ V3"), "the first line that can be opened: {}", rig.screen());
    rig.press("a");
    assert!(rig.screen().starts_with(" VIP evidence"), "{}", rig.screen());
}
