//! The program: the one clock, the arguments, the screen for whoever asks for it, and the exit code. Everything else is
//! the library's.

use std::process::ExitCode;

use attache::cli::{self, Shown};
use attache::domain::date::Instant;
use attache::domain::{Arg, Sentence};
use attache::machine::{Scratch, directories};
use attache::tui::config::{self, Config};
use attache::tui::theme::Depth;
use attache::tui::{self, Machine, Options};

#[allow(clippy::disallowed_methods, reason = "this is the one clock")]
fn now() -> Instant {
    chrono::Utc::now()
}

fn environment(name: &str) -> Option<String> {
    std::env::var_os(name)?.into_string().ok().filter(|value| !value.is_empty())
}

/// What went wrong with the terminal goes to a file in the state directory; never a client's data. Where no log can be
/// kept the program runs without.
fn keep_log() -> Option<tracing_appender::non_blocking::WorkerGuard> {
    let dirs = directories()?;
    let folder = dirs.state_dir().unwrap_or_else(|| dirs.data_local_dir());
    std::fs::create_dir_all(folder).ok()?;
    let file = tracing_appender::rolling::RollingFileAppender::builder()
        .rotation(tracing_appender::rolling::Rotation::DAILY)
        .max_log_files(3)
        .filename_prefix("attache")
        .filename_suffix("log")
        .build(folder);
    let (writer, guard) = tracing_appender::non_blocking(file.ok()?);
    tracing_subscriber::fmt().with_writer(writer).with_ansi(false).try_init().ok()?;
    Some(guard)
}

/// Opens the screen on a book, with this machine's keys, theme and editor.
fn show(shown: Shown) -> anyhow::Result<()> {
    let Shown { desk, lang, passphrase, colour } = shown;
    let depth = if colour { Depth::from_env(environment) } else { Depth::None };
    let folder = directories().map(|dirs| dirs.config_dir().to_path_buf());
    let _log = keep_log();
    let folder = folder.unwrap_or_default();
    let Config { commands, theme, exports, templates, mut told } = config::read(&folder, None, depth);
    let scratch = Scratch::new()?;
    told.extend(
        scratch
            .left_behind()
            .iter()
            .map(|file| Sentence::new("editor-left").with("file", Arg::text(file.display().to_string()))),
    );
    let editor = environment("VISUAL").or_else(|| environment("EDITOR")).unwrap_or_else(|| "vi".to_owned());
    let machine = Machine { editor, scratch: scratch.path().to_path_buf() };
    tui::open(desk, Options { lang, theme, commands, exports, templates, passphrase, told }, machine)?;
    Ok(())
}

fn main() -> ExitCode {
    ExitCode::from(cli::run(std::env::args_os(), now, show))
}
