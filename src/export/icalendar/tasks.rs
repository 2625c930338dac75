//! A promise as a task.

use super::visits::kept_lines;
use super::{Steps, day, stamp};
use crate::domain::Commitment;
use crate::domain::words::{CommitmentState, Who};
use crate::export::content::Writer;

/// A promise; for a client its text alone, which was released. `other` is the uid under which another program knows it.
pub fn task(promise: &Commitment, for_client: bool, other: Option<&str>, steps: &Steps) -> String {
    let mut out = Writer::default();
    out.raw("BEGIN:VTODO");
    let own = promise.head.uid.to_string();
    stamp(&mut out, other.unwrap_or(&own), steps, promise.head.uid);
    out.text("SUMMARY", &promise.text);
    if let Some(due) = promise.due {
        out.raw(&day("DUE", due));
    }
    out.raw(match promise.state {
        CommitmentState::Open => "STATUS:NEEDS-ACTION",
        CommitmentState::Passed if for_client => "STATUS:NEEDS-ACTION",
        CommitmentState::Passed => "STATUS:IN-PROCESS",
        CommitmentState::Done => "STATUS:COMPLETED",
        CommitmentState::Cancelled => "STATUS:CANCELLED",
    });
    if let Some(done) = promise.done_on {
        out.raw(&format!("COMPLETED:{}T120000Z", done.format("%Y%m%d")));
    }
    if !for_client {
        if promise.who == Who::They {
            out.raw("X-ATTACHE-WHO:they");
        }
        if let Some(department) = promise.passed_to.as_ref().filter(|_| promise.state == CommitmentState::Passed) {
            out.text("X-ATTACHE-DEPARTMENT", department);
        }
        kept_lines(promise.extra.as_ref()).iter().for_each(|line| out.raw(line));
    }
    out.raw("END:VTODO");
    out.finish()
}
