//! A wait that goes on while the machine sleeps: what came due meanwhile is said when it wakes. Knows nothing of what
//! is waited for.

use std::os::fd::BorrowedFd;
use std::time::Duration;

#[cfg(target_os = "linux")]
mod timer {
    use std::io;
    use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
    use std::time::Duration;

    use rustix::time::{
        ClockId, Itimerspec, TimerfdClockId, TimerfdFlags, TimerfdTimerFlags, Timespec, clock_gettime, timerfd_create,
        timerfd_settime,
    };

    /// `poll` and [`std::time::Instant`] stop with the machine; this timer counts its sleep.
    pub struct Timer(OwnedFd);

    impl Timer {
        pub fn new() -> io::Result<Self> {
            Ok(Self(timerfd_create(TimerfdClockId::Boottime, TimerfdFlags::CLOEXEC | TimerfdFlags::NONBLOCK)?))
        }

        pub fn now() -> Duration {
            Duration::try_from(clock_gettime(ClockId::Boottime)).unwrap_or_default()
        }

        /// Zero takes it back.
        pub fn set(&self, after: Duration) {
            let zero = Timespec { tv_sec: 0, tv_nsec: 0 };
            let it_value = Timespec::try_from(after).unwrap_or(zero);
            let when = Itimerspec { it_interval: zero, it_value };
            // Without it the wait still ends, only later.
            let _ = timerfd_settime(&self.0, TimerfdTimerFlags::empty(), &when);
        }

        pub fn rings(&self) -> Option<BorrowedFd<'_>> {
            Some(self.0.as_fd())
        }
    }
}

#[cfg(not(target_os = "linux"))]
mod timer {
    use std::io;
    use std::os::fd::BorrowedFd;
    use std::sync::OnceLock;
    use std::time::{Duration, Instant};

    pub struct Timer;

    impl Timer {
        pub fn new() -> io::Result<Self> {
            Ok(Self)
        }

        pub fn now() -> Duration {
            static START: OnceLock<Instant> = OnceLock::new();
            START.get_or_init(Instant::now).elapsed()
        }

        pub fn set(&self, _after: Duration) {}

        pub fn rings(&self) -> Option<BorrowedFd<'_>> {
            None
        }
    }
}

/// One wait after another.
pub struct Alarm {
    timer: timer::Timer,
    until: Option<Duration>,
}

impl Alarm {
    pub fn new() -> std::io::Result<Self> {
        Ok(Self { timer: timer::Timer::new()?, until: None })
    }

    /// Begins a wait; None: for ever.
    pub fn set(&mut self, after: Option<Duration>) {
        self.until = after.map(|after| timer::Timer::now() + after);
        self.timer.set(after.unwrap_or_default());
    }

    /// What is left of it.
    pub fn left(&self) -> Option<Duration> {
        self.until.map(|until| until.saturating_sub(timer::Timer::now()))
    }

    /// Can be read when it is over, where the machine has such a thing.
    pub fn rings(&self) -> Option<BorrowedFd<'_>> {
        self.timer.rings()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wait_ends_and_a_new_one_begins() {
        let mut alarm = Alarm::new().unwrap();
        assert_eq!(alarm.left(), None);
        alarm.set(Some(Duration::from_secs(3600)));
        assert!(alarm.left().is_some_and(|left| left > Duration::from_secs(3500)));
        alarm.set(Some(Duration::ZERO));
        assert_eq!(alarm.left(), Some(Duration::ZERO));
        alarm.set(None);
        assert_eq!(alarm.left(), None);
    }
}
