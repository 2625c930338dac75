//! The words by which tables of four languages head the columns of monthly figures; folded.

use super::headings::Column;
use crate::domain::ledger_figure::Figure;

pub(super) const COLUMNS: &[(Column, &[&str])] = &[
    (
        Column::Client,
        &[
            "client",
            "customer",
            "company",
            "client name",
            "клиент",
            "наименование клиента",
            "компания",
            "клиент (наименование)",
            "име на клиента",
            "фирма",
            "客户",
            "客户名称",
            "公司",
        ],
    ),
    (
        Column::Month,
        &[
            "month",
            "period",
            "reporting month",
            "месяц",
            "период",
            "отчетный месяц",
            "отчетный период",
            "месец",
            "отчетен месец",
            "月份",
            "月",
            "期间",
            "报告月份",
        ],
    ),
    (Column::Currency, &["currency", "ccy", "cur", "валюта", "валута", "вал.", "вал", "币种", "货币"]),
    (
        Column::Figure(Figure::Income),
        &["income", "revenue", "доход", "доходы", "доходы банка", "приход", "приходи", "收入", "收益"],
    ),
    (
        Column::Figure(Figure::Cost),
        &["cost", "costs", "expenses", "расход", "расходы", "затраты", "разход", "разходи", "成本", "费用", "支出"],
    ),
    (
        Column::Figure(Figure::Turnover),
        &["turnover", "оборот", "обороты", "обороти", "周转额", "流水", "结算量", "账户流水"],
    ),
    (
        Column::Figure(Figure::AvgBalance),
        &[
            "avg_balance",
            "average balance",
            "avg balance",
            "average daily balance",
            "средний остаток",
            "среднедневной остаток",
            "средние остатки",
            "среден остатък",
            "средно салдо",
            "средно дневно салдо",
            "среднодневен остатък",
            "日均余额",
            "平均余额",
            "日均存款",
        ],
    ),
    (
        Column::Figure(Figure::Sales),
        &["sales", "client sales", "продажи", "выручка", "выручка клиента", "продажби", "销售额", "销售", "营业额"],
    ),
    (Column::Figure(Figure::Export), &["export", "exports", "экспорт", "износ", "експорт", "出口", "出口额"]),
    (
        Column::Closed,
        &[
            "closed",
            "закрыт",
            "закрыто",
            "месяц закрыт",
            "затворен",
            "приключен",
            "приключено",
            "已结账",
            "已关账",
            "关账",
            "结账",
        ],
    ),
    (Column::Correction, &["correction", "исправление", "корректировка", "корекция", "更正", "调整"]),
];
