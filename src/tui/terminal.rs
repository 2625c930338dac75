//! Takes over the terminal and gives it back as it was found: on return, on an error, on a panic, when suspended.
//! Knows nothing of the book.

use std::ffi::OsStr;
use std::io::{self, IsTerminal, Write, stdout};
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use crossterm::clipboard::CopyToClipboard;
use crossterm::cursor::Show;
use crossterm::event::{DisableBracketedPaste, DisableFocusChange, EnableBracketedPaste, EnableFocusChange};
use crossterm::style::Print;
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, SetTitle, disable_raw_mode, enable_raw_mode};
use crossterm::{execute, queue};

use super::cells;
use crate::machine::PREFIX;

/// An opener that knows no program says so at once: how often that is looked for, and when.
const LOOKS: u32 = 20;
const BETWEEN_LOOKS: Duration = Duration::from_millis(15);

static TAKEN: AtomicBool = AtomicBool::new(false);

// Clicks and the wheel only: reports of every movement would wake the program while the mouse passes over it.
const MOUSE_ON: &str = "\x1b[?1000h\x1b[?1006h";
const MOUSE_OFF: &str = "\x1b[?1006l\x1b[?1000l";
// The window's title is put aside and brought back.
const TITLE_KEEP: &str = "\x1b[22;0t";
const TITLE_BACK: &str = "\x1b[23;0t";

/// While it lives the terminal is ours.
pub struct Taken(());

impl Taken {
    pub fn new() -> io::Result<Self> {
        restore_on_panic();
        take()?;
        Ok(Self(()))
    }
}

impl Drop for Taken {
    fn drop(&mut self) {
        give_back();
    }
}

fn take() -> io::Result<()> {
    enable_raw_mode()?;
    if !TAKEN.swap(true, Ordering::SeqCst) {
        execute!(stdout(), Print(TITLE_KEEP))?;
    }
    execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste, EnableFocusChange, Print(MOUSE_ON))
}

/// Safe to call twice. A terminal that is gone cannot be restored, so failures are let pass.
fn give_back() {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    let _ = execute!(
        stdout(),
        Print(MOUSE_OFF),
        DisableFocusChange,
        DisableBracketedPaste,
        LeaveAlternateScreen,
        Show,
        Print(TITLE_BACK)
    );
    let _ = disable_raw_mode();
}

/// The message of a panic belongs on the normal screen, after the terminal is itself again. One on another thread ends
/// that thread's work alone: who waits for it says so, and the screen goes on.
fn restore_on_panic() {
    static ONCE: std::sync::Once = std::sync::Once::new();
    ONCE.call_once(|| {
        let before = std::panic::take_hook();
        let own = std::thread::current().id();
        std::panic::set_hook(Box::new(move |info| {
            if std::thread::current().id() == own {
                give_back();
                before(info);
            }
        }));
    });
}

/// Whether there is a terminal to draw on at all.
pub fn is_there() -> bool {
    stdout().is_terminal()
}

/// What the program does to the world around its screen. The tests have one that only notes what was asked.
pub trait Outside {
    /// Gives the terminal back and stops until the shell's `fg`.
    fn suspend(&mut self);
    /// After the process was stopped and goes on: the modes of the terminal are set again.
    fn retake(&mut self);
    /// Shows the text in the user's editor; the text as it was saved there.
    fn edit(&mut self, text: &str, ending: &str) -> io::Result<String>;
    /// To the clipboard of the terminal (OSC 52), so that it works over ssh.
    fn copy(&mut self, text: &str);
    fn title(&mut self, text: &str);
    fn bell(&mut self);
    /// Opens a file or a link with the desktop's program for it.
    fn open(&mut self, what: &OsStr) -> io::Result<()>;
    /// How long the program has been running; never goes back.
    fn running_for(&self) -> Duration;
}

/// The text as the editor left it, also when it ended badly after something was saved; None when it did nothing.
fn edited(before: &str, ended_well: bool, left: &[u8]) -> Option<String> {
    let left = String::from_utf8_lossy(left);
    (ended_well || left != before).then(|| left.into_owned())
}

/// The real one.
pub struct Console {
    /// `VISUAL` or `EDITOR`, read by `main`.
    pub editor: String,
    /// A private directory for the text under the editor.
    pub scratch: std::path::PathBuf,
    pub began: Instant,
}

impl Outside for Console {
    fn running_for(&self) -> Duration {
        self.began.elapsed()
    }

    fn suspend(&mut self) {
        give_back();
        let _ = signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP);
        let _ = take();
    }

    fn retake(&mut self) {
        let _ = take();
    }

    fn edit(&mut self, text: &str, ending: &str) -> io::Result<String> {
        let mut file = tempfile::Builder::new().prefix(PREFIX).suffix(ending).tempfile_in(&self.scratch)?;
        file.write_all(text.as_bytes())?;
        file.flush()?;
        give_back();
        // The variable may hold arguments, as in `code --wait`; the shell splits them, the path stays one word.
        let ran =
            Command::new("sh").arg("-c").arg(format!("{} \"$1\"", self.editor)).arg("sh").arg(file.path()).status();
        let left = std::fs::read(file.path());
        take()?;
        edited(text, ran?.success(), &left?).ok_or_else(|| io::Error::other(self.editor.clone()))
    }

    fn copy(&mut self, text: &str) {
        let _ = execute!(stdout(), CopyToClipboard::to_clipboard_from(text));
    }

    fn title(&mut self, text: &str) {
        let _ = execute!(stdout(), SetTitle(cells::fit(text, 60, "")));
    }

    fn bell(&mut self) {
        let mut out = stdout();
        let _ = queue!(out, Print("\x07"));
        let _ = out.flush();
    }

    fn open(&mut self, what: &OsStr) -> io::Result<()> {
        let opener = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
        let quiet = std::process::Stdio::null;
        let mut opened = Command::new(opener).arg(what).stdin(quiet()).stdout(quiet()).stderr(quiet()).spawn()?;
        for _ in 0..LOOKS {
            match opened.try_wait()? {
                Some(ended) if ended.success() => return Ok(()),
                Some(_) => return Err(io::Error::other(opener)),
                None => std::thread::sleep(BETWEEN_LOOKS),
            }
        }
        // It goes on as the program itself; its end is waited for, so that nothing dead is left behind.
        std::thread::spawn(move || opened.wait());
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::edited;

    #[test]
    fn a_text_saved_in_the_editor_is_never_lost() {
        for (ended_well, left, expected) in
            [(true, "a", Some("a")), (true, "b", Some("b")), (false, "b", Some("b")), (false, "a", None)]
        {
            assert_eq!(edited("a", ended_well, left.as_bytes()).as_deref(), expected);
        }
    }
}
