//! What is to be said of an offer besides its figures, the weightiest first. Board, tab and brief all say it.

use chrono::NaiveDate;

use super::board::Board;
use super::floor::{FloorNeed, unanswered, uncovered};
use super::{Ledger, Loss, Reach, TakenOff, ledger, reach};
use crate::domain::Book;
use crate::domain::entity::{Concession, Person};
use crate::domain::map::{Ask, Holder, Past};
use crate::domain::money::Money;
use crate::domain::sentence::{Arg, Sentence};
use crate::domain::table::Id;
use crate::domain::words::Who;

/// What a remark is about; its word stands before the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Topic {
    /// An essential need the offer answers, and whether it is covered.
    Floor,
    /// A confirmed essential need that it does not answer.
    Leaves,
    /// An essential need that it answered once.
    TakenOff,
    /// Staff are served before heads.
    Order,
    Loses,
    /// People of the map whose interests nobody has judged.
    Unheard,
    /// The sum against what the deciders can decide.
    Limit,
    /// A need still to be met that the offer does not answer.
    Uncovered,
    /// What was given for what, in sum.
    Ledger,
    /// One concession.
    Concession,
    /// Where we walk away.
    WalkAway,
}

impl Topic {
    /// The key of its word.
    pub fn term(self) -> String {
        let word: &'static str = self.into();
        format!("offer.remark.{word}")
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    pub topic: Topic,
    /// Said one after another.
    pub texts: Vec<Sentence>,
    /// Something is wrong, not only to be known.
    pub warns: bool,
}

impl Remark {
    /// Who wants what, and which needs there are, is confidential; what was given for what is ours to see.
    pub fn is_private(&self) -> bool {
        !matches!(self.topic, Topic::Ledger | Topic::Concession | Topic::WalkAway)
    }
}

/// Everything there is to say of an offer as its board stands, which may be a what-if. What was taken off it only the
/// journal knows.
pub fn remarks(book: &Book, board: &Board, taken_off: &[TakenOff], today: NaiveDate) -> Vec<Remark> {
    let Some(offer) = book.proposal.get(board.proposal) else { return Vec::new() };
    let say = |topic, warns, text| Remark { topic, texts: vec![text], warns };
    let mut found: Vec<Remark> = Vec::new();
    found.extend(board.floor().needs.iter().map(|need| say(Topic::Floor, !need.holds(), floor(book, need))));
    let left = unanswered(book, offer).into_iter();
    found.extend(
        left.map(|need| say(Topic::Leaves, true, Sentence::new("leaves-unanswered").text("need", &need.title))),
    );
    found.extend(taken_off.iter().map(|off| say(Topic::TakenOff, true, off.sentence(book))));
    let staff = board.staff_before_heads();
    found.extend(staff.map(|loss| say(Topic::Order, true, loss.sentence(book, "staff-before-heads"))));
    found.extend(board.losses().iter().map(|loss| say(Topic::Loses, false, loses(book, loss))));
    found.extend(unheard(book, board).map(|text| say(Topic::Unheard, false, text)));
    // Who decides today and up to what sum the rows say; what the journal adds is how old that is.
    let reach = reach(book, board.proposal, &Ask::today(offer.client, today), &Past::default());
    let reach = reach.filter(|reach| !reach.short.is_empty());
    found.extend(reach.map(|reach| say(Topic::Limit, reach.is_too_low(), limit(book, &reach))));
    found.extend(uncovered(book, offer).into_iter().map(|need| {
        let text = Sentence::new("remark-uncovered").text("need", &need.title).word("voice", need.voice.term());
        say(Topic::Uncovered, false, text.word("state", need.state.term()))
    }));
    let ledger = ledger(book, board.proposal, today);
    if !ledger.rows.is_empty() {
        let warns = !ledger.unreturned.is_empty();
        found.push(Remark { topic: Topic::Ledger, texts: given(book, &ledger), warns });
    }
    found.extend(ledger.rows.iter().map(|row| say(Topic::Concession, false, concession(book, &ledger, row))));
    let limit = offer.walk_away.as_ref();
    found.extend(limit.map(|text| say(Topic::WalkAway, false, Sentence::new("remark-walk-away").text("text", text))));
    found
}

fn name(book: &Book, person: Id<Person>) -> String {
    book.person.get(person).map(Person::short_name).unwrap_or_default()
}

/// People of whom nobody knows what they want, and those for whom it is only not judged yet.
fn unheard(book: &Book, board: &Board) -> impl Iterator<Item = Sentence> {
    let wants = |person: &Id<Person>| board.columns.iter().any(|column| column.person == *person);
    let (known, unknown): (Vec<Id<Person>>, Vec<_>) = board.unheard.iter().copied().partition(wants);
    let told = |(id, people): (&str, Vec<Id<Person>>)| {
        let names = Arg::texts(people.iter().map(|person| name(book, *person)));
        (!people.is_empty()).then(|| Sentence::new(id).with("list", names).count("n", people.len()))
    };
    [("remark-unheard", unknown), ("remark-unjudged", known)].into_iter().filter_map(told)
}

fn floor(book: &Book, need: &FloorNeed) -> Sentence {
    let title = book.need.get(need.need).map(|need| need.title.clone()).unwrap_or_default();
    let id = if need.holds() { "remark-floor-holds" } else { "remark-floor-broken" };
    let cover = |n: i64| format!("proposal_term.cover.{n}");
    Sentence::new(id).text("need", title).word("cover", cover(need.cover)).word("needed", cover(need.needed))
}

fn loses(book: &Book, loss: &Loss) -> Sentence {
    let label = |id| book.proposal_term.get(id).map(|term| term.label.clone());
    let terms = loss.because.iter().filter_map(|id| label(*id));
    loss.sentence(book, "remark-loses").with("list", Arg::texts(terms))
}

/// Nobody can decide on so much, or only some can.
fn limit(book: &Book, reach: &Reach) -> Sentence {
    let names = |holders: &[Holder]| Arg::texts(holders.iter().map(|holder| name(book, holder.person)));
    let id = if reach.is_too_low() { "remark-limit" } else { "remark-limit-others" };
    let text = Sentence::new(id).with("sum", Arg::Money(reach.amount)).with("list", names(&reach.short));
    let able = reach.able.iter().map(|holder| Arg::Sentence(Box::new(is_able(book, holder))));
    text.with("others", Arg::List(able.collect()))
}

/// Who may decide on so much, and how sure that is: a limit that nobody named is not one that was found high enough.
fn is_able(book: &Book, holder: &Holder) -> Sentence {
    let id = if holder.limit.is_some() { "remark-able" } else { "remark-able-limit-unknown" };
    Sentence::new(id).text("person", name(book, holder.person)).word("certainty", holder.certainty.term())
}

/// How many each side gave, what that is worth as far as known, what got nothing in return.
fn given(book: &Book, ledger: &Ledger<'_>) -> Vec<Sentence> {
    let worth = |sums: &[Money]| match sums {
        [] => Arg::word("word.unknown"),
        sums => Arg::List(sums.iter().copied().map(Arg::Money).collect()),
    };
    let mut said = vec![Sentence::new("ledger-line").count("we", ledger.we.count).count("they", ledger.they.count)];
    if !(ledger.we.worth.is_empty() && ledger.they.worth.is_empty()) {
        let text = Sentence::new("ledger-worth").with("given", worth(&ledger.we.worth));
        said.push(text.with("got", worth(&ledger.they.worth)));
    }
    let labels = ledger.unreturned_labels(book);
    if !labels.is_empty() {
        said.push(Sentence::new("ledger-unreturned").count("n", labels.len()).with("list", Arg::texts(labels)));
    }
    said
}

fn concession(book: &Book, ledger: &Ledger<'_>, row: &Concession) -> Sentence {
    let label = |id| book.proposal_term.get(id).map(|term| term.label.clone()).unwrap_or_default();
    let returned = ledger.answer(row).map(|other| label(other.term));
    let id = if returned.is_some() { "remark-concession-returned" } else { "remark-concession" };
    Sentence::new(id)
        .word("who", if row.by == Who::We { "concession.by.we" } else { "concession.by.they" })
        .text("term", label(row.term))
        .text("from", &row.from_value)
        .text("to", &row.to_value)
        .with("worth", row.worth.map_or_else(|| Arg::word("word.unknown"), Arg::Money))
        .text("return", returned.unwrap_or_default())
}
