//! The folders in which this platform keeps a program's data, configuration and log.

/// The folders of attache; none where the platform names no home.
pub fn directories() -> Option<directories::ProjectDirs> {
    directories::ProjectDirs::from("", "", "attache")
}
