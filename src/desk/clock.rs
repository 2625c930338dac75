//! The one clock. `main` hands it in; `--today` makes it stand still.

use chrono::{LocalResult, NaiveDateTime, TimeZone, Utc};
use chrono_tz::Tz;

use crate::domain::date::Instant;

/// What time it is, for every screen and command.
#[derive(Debug, Clone, Copy)]
pub enum Clock {
    /// Runs: asks the machine.
    Running(fn() -> Instant),
    /// Stands still at a wall time of the book's zone.
    Standing(NaiveDateTime),
}

impl Clock {
    pub fn now(&self, zone: Tz) -> Instant {
        match self {
            Self::Running(ask) => ask(),
            Self::Standing(local) => instant_of(*local, zone),
        }
    }

    pub fn is_standing(&self) -> bool {
        matches!(self, Self::Standing(_))
    }
}

/// The first instant of a wall time; in a gap (clocks go forward) the same time read an hour earlier.
fn instant_of(local: NaiveDateTime, zone: Tz) -> Instant {
    match zone.from_local_datetime(&local) {
        LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => at.with_timezone(&Utc),
        LocalResult::None => {
            let earlier = local - chrono::TimeDelta::hours(1);
            zone.from_local_datetime(&earlier)
                .earliest()
                .map_or_else(|| Utc.from_utc_datetime(&local), |at| at.with_timezone(&Utc))
        }
    }
}
