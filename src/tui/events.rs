//! What can wake the loop: keys, signals, a lost terminal, work that is done. Knows nothing of the book.

use std::fs::File;
use std::io::{self, Read, Write};
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crossterm::event::Event;
use rustix::event::{PollFd, PollFlags, Timespec};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGTERM, SIGTSTP, SIGWINCH};

use super::alarm::Alarm;

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Happening {
    /// A key, a paste, the mouse, a new size, the focus.
    Input(Event),
    /// Nothing came for as long as was asked.
    Timeout,
    /// SIGTERM, SIGHUP or a terminal that is gone: end at once.
    End,
    /// SIGTSTP from elsewhere: stop until `fg`.
    Suspend,
    /// SIGCONT: the terminal may have lost its modes.
    Continue,
    /// Work on another thread has something to tell.
    Woken,
}

/// Where happenings come from. The tests have one that plays a list.
pub trait Events {
    /// Sleeps until something happens, or for `timeout`; without one for ever.
    fn wait(&mut self, timeout: Option<Duration>) -> Happening;
    /// What is already there, without sleeping.
    fn more(&mut self) -> Option<Happening>;
}

/// Wakes the loop from another thread.
#[derive(Debug)]
pub struct Waker(Option<UnixStream>);

impl Waker {
    /// One that wakes nobody, for tests.
    pub const fn none() -> Self {
        Self(None)
    }

    pub fn wake(&self) {
        // A full pipe wakes just as well.
        if let Some(mut pipe) = self.0.as_ref() {
            let _ = pipe.write(&[1]);
        }
    }
}

/// The terminal's own events. crossterm spins on a lost terminal, so the descriptor is watched here and crossterm
/// is asked only when there is something to read.
pub struct TerminalEvents {
    tty: OwnedFd,
    bell: UnixStream,
    ring: UnixStream,
    alarm: Alarm,
    ending: Arc<AtomicBool>,
    suspend: Arc<AtomicBool>,
    resumed: Arc<AtomicBool>,
}

impl TerminalEvents {
    pub fn new() -> io::Result<Self> {
        let (bell, ring) = UnixStream::pair()?;
        bell.set_nonblocking(true)?;
        ring.set_nonblocking(true)?;
        // crossterm's own handler of SIGWINCH must stand before ours, so that it knows when ours wakes the loop.
        crossterm::event::poll(Duration::ZERO)?;
        let (ending, suspend, resumed) = Default::default();
        let events = Self { tty: tty()?, bell, ring, alarm: Alarm::new()?, ending, suspend, resumed };
        events.listen()?;
        Ok(events)
    }

    fn listen(&self) -> io::Result<()> {
        for (signal, flag) in
            [(SIGTERM, &self.ending), (SIGHUP, &self.ending), (SIGTSTP, &self.suspend), (SIGCONT, &self.resumed)]
        {
            if matches!(signal, SIGTERM | SIGHUP) {
                // The second one ends a program that no longer listens.
                signal_hook::flag::register_conditional_shutdown(signal, 1, Arc::clone(flag))?;
            }
            signal_hook::flag::register(signal, Arc::clone(flag))?;
            signal_hook::low_level::pipe::register(signal, self.ring.try_clone()?)?;
        }
        signal_hook::low_level::pipe::register(SIGWINCH, self.ring.try_clone()?)?;
        Ok(())
    }

    pub fn waker(&self) -> io::Result<Waker> {
        Ok(Waker(Some(self.ring.try_clone()?)))
    }

    /// Whether a signal or the loss of the terminal ended it.
    pub fn is_over(&self) -> bool {
        let tty = poll(&[self.tty.as_fd()], Some(Duration::ZERO));
        self.ending.load(Ordering::SeqCst) || tty.is_ok_and(|ready| ready.lost)
    }

    fn signalled(&self) -> Option<Happening> {
        if self.ending.load(Ordering::SeqCst) {
            return Some(Happening::End);
        }
        let fell = |flag: &AtomicBool| flag.swap(false, Ordering::SeqCst);
        if fell(&self.suspend) {
            return Some(Happening::Suspend);
        }
        fell(&self.resumed).then_some(Happening::Continue)
    }

    fn read(&self) -> Option<Happening> {
        if poll(&[self.tty.as_fd()], Some(Duration::ZERO)).is_ok_and(|ready| ready.lost) {
            return Some(Happening::End);
        }
        match crossterm::event::poll(Duration::ZERO) {
            Ok(true) => crossterm::event::read().ok().map(Happening::Input),
            Ok(false) => None,
            Err(_) => Some(Happening::End),
        }
    }

    /// Empties the pipe; whether there was anything in it.
    fn rung(&mut self) -> bool {
        let mut bytes = [0; 64];
        let mut rung = false;
        while matches!(self.bell.read(&mut bytes), Ok(n) if n > 0) {
            rung = true;
        }
        rung
    }
}

impl Events for TerminalEvents {
    fn wait(&mut self, timeout: Option<Duration>) -> Happening {
        self.alarm.set(timeout);
        loop {
            if let Some(happening) = self.more() {
                return happening;
            }
            let left = self.alarm.left();
            if left.is_some_and(|left| left.is_zero()) {
                return Happening::Timeout;
            }
            let watched = [self.tty.as_fd(), self.bell.as_fd()].into_iter().chain(self.alarm.rings());
            let ready = poll(&watched.collect::<Vec<_>>(), left);
            match ready {
                Ok(ready) if ready.lost => return Happening::End,
                Ok(_) => {
                    if self.rung() && self.more_is_none() {
                        return Happening::Woken;
                    }
                }
                Err(_) => {} // interrupted by a signal: look again
            }
        }
    }

    fn more(&mut self) -> Option<Happening> {
        self.signalled().or_else(|| self.read())
    }
}

impl TerminalEvents {
    fn more_is_none(&self) -> bool {
        !self.ending.load(Ordering::SeqCst)
            && !self.suspend.load(Ordering::SeqCst)
            && !self.resumed.load(Ordering::SeqCst)
            && matches!(crossterm::event::poll(Duration::ZERO), Ok(false))
    }
}

struct Ready {
    lost: bool,
}

fn poll(fds: &[BorrowedFd<'_>], timeout: Option<Duration>) -> rustix::io::Result<Ready> {
    let mut polled: Vec<PollFd<'_>> = fds.iter().map(|fd| PollFd::from_borrowed_fd(*fd, PollFlags::IN)).collect();
    let timeout = timeout.and_then(|timeout| Timespec::try_from(timeout).ok());
    rustix::event::poll(&mut polled, timeout.as_ref())?;
    let gone = PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL;
    Ok(Ready { lost: polled.first().is_some_and(|tty| tty.revents().intersects(gone)) })
}

/// The terminal that crossterm reads: standard input, or else the controlling terminal.
fn tty() -> io::Result<OwnedFd> {
    let stdin = rustix::stdio::stdin();
    if rustix::termios::isatty(stdin) {
        return Ok(rustix::io::fcntl_dupfd_cloexec(stdin, 3)?);
    }
    Ok(File::open("/dev/tty")?.into())
}
