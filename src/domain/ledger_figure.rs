//! The figures that a month of the ledger keeps, each by its field.

use super::entity::LedgerMonth;

/// The figures of a month, as the ledger keeps them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Figure {
    Income,
    Cost,
    Turnover,
    AvgBalance,
    Sales,
    Export,
}

impl Figure {
    pub const ALL: [Self; 6] = [Self::Income, Self::Cost, Self::Turnover, Self::AvgBalance, Self::Sales, Self::Export];

    /// The name of its field.
    pub fn field(self) -> &'static str {
        match self {
            Self::Income => "income",
            Self::Cost => "cost",
            Self::Turnover => "turnover",
            Self::AvgBalance => "avg_balance",
            Self::Sales => "sales",
            Self::Export => "export",
        }
    }
}

impl LedgerMonth {
    pub fn figure(&self, figure: Figure) -> Option<i64> {
        match figure {
            Figure::Income => self.income,
            Figure::Cost => self.cost,
            Figure::Turnover => self.turnover,
            Figure::AvgBalance => self.avg_balance,
            Figure::Sales => self.sales,
            Figure::Export => self.export,
        }
    }

    pub fn set_figure(&mut self, figure: Figure, value: Option<i64>) {
        *match figure {
            Figure::Income => &mut self.income,
            Figure::Cost => &mut self.cost,
            Figure::Turnover => &mut self.turnover,
            Figure::AvgBalance => &mut self.avg_balance,
            Figure::Sales => &mut self.sales,
            Figure::Export => &mut self.export,
        } = value;
    }
}
