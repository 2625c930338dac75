//! The program: the one clock, the arguments and the exit code. Everything else is the library's.

use std::process::ExitCode;

use attache::domain::date::Instant;

#[allow(clippy::disallowed_methods, reason = "this is the one clock")]
fn now() -> Instant {
    chrono::Utc::now()
}

fn main() -> ExitCode {
    ExitCode::from(attache::cli::run(std::env::args_os(), now))
}
