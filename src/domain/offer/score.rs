//! The score of an offer: how far its terms serve the interests of the people it concerns, heads weighing more.

use super::board::{Board, InterestColumn};
use crate::domain::Book;
use crate::domain::entity::{Need, ProposalTerm};
use crate::domain::figures::Figure;
use crate::domain::figures::exact::half_even;
use crate::domain::sentence::Sentence;
use crate::domain::table::Id;
use crate::domain::words::Level;

/// The furthest a term, or all of them together, can serve or harm an interest.
pub const MOST: i64 = 2;

/// Whole points from -100 to 100.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Score {
    /// Unknown when the floor is not met or nobody is judged.
    pub value: Figure<i64>,
    /// With every unjudged cell of the interests that count at its worst, and at its best.
    pub low: Option<i64>,
    pub high: Option<i64>,
}

/// An interest that the offer harms on the whole, and the terms that do it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loss {
    pub column: InterestColumn,
    pub net: i64,
    pub because: Vec<Id<ProposalTerm>>,
}

impl Board {
    /// What the judged cells of an interest come to; none when no cell is judged.
    pub fn net(&self, column: usize) -> Option<i64> {
        self.judged(column).reduce(|sum, score| sum + score).map(|sum| sum.clamp(-MOST, MOST))
    }

    /// The same with every unjudged cell at `guess`.
    fn net_if(&self, column: usize, guess: i64) -> Option<i64> {
        self.net(column)?;
        let cells = self.terms.iter().filter_map(|term| term.cells.get(column));
        Some(cells.map(|cell| cell.unwrap_or(guess)).sum::<i64>().clamp(-MOST, MOST))
    }

    /// 100 times what is reached over what could be; none when nothing is judged.
    fn points(&self, net: impl Fn(usize) -> Option<i64>) -> Option<i64> {
        let nets = self.columns.iter().enumerate().filter_map(|(at, column)| Some((column.weight, net(at)?)));
        let (sum, most) = nets.fold((0, 0), |(sum, most), (weight, net)| {
            (sum + i128::from(weight) * i128::from(net), most + i128::from(MOST) * i128::from(weight))
        });
        (most > 0).then(|| half_even(100 * sum, most)).and_then(|points| i64::try_from(points).ok())
    }

    /// Cells that are judged, of those of the interests that count.
    fn cells(&self) -> (usize, usize) {
        let counting = (0..self.columns.len()).filter(|at| self.net(*at).is_some());
        counting.fold((0, 0), |(known, of), at| (known + self.judged(at).count(), of + self.terms.len()))
    }

    pub fn score(&self, book: &Book) -> Score {
        if let Some(broken) = self.floor().broken() {
            let why = Sentence::new("floor-not-met").text("need", need_title(book, broken.need));
            return Score { value: Figure::unknown(why), low: None, high: None };
        }
        let Some(points) = self.points(|at| self.net(at)) else {
            return Score { value: Figure::unknown(Sentence::new("nobody-judged")), low: None, high: None };
        };
        let (known, of) = self.cells();
        Score {
            value: Figure::counted(points, known, of),
            low: self.points(|at| self.net_if(at, -MOST)),
            high: self.points(|at| self.net_if(at, MOST)),
        }
    }

    /// Who loses, heads first.
    pub fn losses(&self) -> Vec<Loss> {
        let harmed = self.columns.iter().enumerate().filter_map(|(at, column)| {
            let net = self.net(at).filter(|net| *net < 0)?;
            let harms = |cell: &Option<i64>| cell.is_some_and(|score| score < 0);
            let because = self.terms.iter().filter(|term| term.cells.get(at).is_some_and(harms));
            Some(Loss { column: *column, net, because: because.map(|term| term.term).collect() })
        });
        harmed.collect()
    }

    /// Interests of board and top people that the offer harms.
    pub fn harmed_heads(&self) -> Vec<Loss> {
        let is_head = |loss: &Loss| loss.column.level.is_some_and(|level| level <= Level::Top);
        self.losses().into_iter().filter(is_head).collect()
    }

    /// A head who loses while somebody of a lower level gains.
    pub fn staff_before_heads(&self) -> Option<Loss> {
        let gains = |than: Level| {
            let below = |column: &InterestColumn| column.level.unwrap_or(Level::Specialist) > than;
            let mut columns = self.columns.iter().enumerate();
            columns.any(|(at, column)| below(column) && self.net(at).is_some_and(|net| net > 0))
        };
        self.harmed_heads().into_iter().find(|loss| loss.column.level.is_some_and(gains))
    }
}

fn need_title(book: &Book, need: Id<Need>) -> String {
    book.need.get(need).map(|need| need.title.clone()).unwrap_or_default()
}

impl Loss {
    /// The sentence of a message about a person's interest, e.g. `who-loses`.
    pub fn sentence(&self, book: &Book, id: &str) -> Sentence {
        let person = book.person.get(self.column.person).map(crate::domain::Person::short_name).unwrap_or_default();
        let interest = book.interest.get(self.column.interest).map(|row| row.text.clone()).unwrap_or_default();
        Sentence::new(id).text("person", person).text("interest", interest)
    }
}
