//! Figures: the ledger, rates, tiers month by month, and what is spent on the client.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::{Client, Person, entity};
use crate::domain::date::Month;
use crate::domain::field::{Kind, int, line};
use crate::domain::money::{Currency, Money};
use crate::domain::parts::{BudgetOverride, Coverage};
use crate::domain::table::Id;
use crate::domain::words::{SpendCategory, Tier};

/// Minor units of the row's currency.
const MINOR: Kind = Kind::Minor;

entity! {
    /// A client's figures of one month in one currency. An empty figure is unknown, never 0.
    LedgerMonth.ledger_month {
        client: Id<Client>, in, y;
        month: Month, in, y;
        currency: Currency, in, y;
        income: Option<i64>, in, - [MINOR];
        cost: Option<i64>, in, - [MINOR];
        correction: bool, in, y = false;
        turnover: Option<i64>, in, - [MINOR];
        avg_balance: Option<i64>, in, - [MINOR];
        sales: Option<i64>, in, - [MINOR];
        export: Option<i64>, in, - [MINOR];
        closed: bool, in, y = false;
        source: String, in, y [line(200)] = "manual".to_owned();
    }

    /// The year's pool for extras.
    ServiceBudget.service_budget {
        year: i64, in, y [int(1900, 2199)];
        currency: Currency, in, y;
        pool: Option<Money>, in, -;
        r#override: Vec<BudgetOverride>, in, -;
    }

    /// What was spent on a client.
    ServiceSpend.service_spend {
        client: Id<Client>, in, y;
        on: NaiveDate, in, y;
        amount: Money, in, y;
        category: SpendCategory, in, y;
        text: Option<String>, in, - [line(160)];
        person: Option<Id<Person>>, in, -;
        approved_by: Option<String>, in, - [line(80)];
    }

    /// The month's average rate of a currency to the reporting currency.
    FxRate.fx_rate {
        currency: Currency, in, y;
        month: Month, in, y;
        rate: Decimal, in, y;
        source: Option<String>, in, - [line(120)];
    }

    /// A client's tier as it stood when a month was closed.
    TierSnapshot.tier_snapshot {
        client: Id<Client>, in, y;
        month: Month, in, y;
        tier: Tier, in, y;
        ltv: Option<Money>, in, -;
        coverage: Option<Coverage>, in, -;
    }
}
