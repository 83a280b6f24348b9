//! PostgreSQL's versions: what a binary says of itself, and which one wrote a data folder.

use std::fmt;
use std::fs;
use std::io;
use std::path::Path;

use anyhow::{Context, Result};

/// What the migrations are written for.
pub const OLDEST_SUPPORTED: u32 = 15;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version {
    pub major: u32,
    pub minor: u32,
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.major, self.minor)
    }
}

impl Version {
    /// Reads `postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)` and its relatives.
    pub fn parse(said: &str) -> Option<Version> {
        let (_, after) = said.split_once("(PostgreSQL) ")?;
        let mut numbers = after.split(|c: char| !c.is_ascii_digit());
        let major = numbers.next()?.parse().ok()?;
        // A beta has no minor number of its own: `18beta1`.
        let is_release = after.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with('.');
        let minor = if is_release { numbers.next()?.parse().ok()? } else { 0 };
        Some(Version { major, minor })
    }
}

/// The major version that wrote the folder; only that one can read it. `None` when nothing is there yet.
pub fn of_data(data: &Path) -> Result<Option<u32>> {
    let file = data.join("PG_VERSION");
    match fs::read_to_string(&file) {
        Ok(text) => text.trim().parse().map(Some).with_context(|| format!("{} is damaged", file.display())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| format!("cannot read {}", file.display())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(said: &str) -> Option<(u32, u32)> {
        Version::parse(said).map(|version| (version.major, version.minor))
    }

    #[test]
    fn reads_what_packagers_print() {
        assert_eq!(parsed("postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)\n"), Some((15, 18)));
        assert_eq!(parsed("postgres (PostgreSQL) 18.4\n"), Some((18, 4)));
        assert_eq!(parsed("postgres (PostgreSQL) 17.2 - Percona Distribution"), Some((17, 2)));
    }

    #[test]
    fn reads_a_beta_and_refuses_noise() {
        assert_eq!(parsed("postgres (PostgreSQL) 19beta1"), Some((19, 0)));
        assert_eq!(parsed("postgres: command not found"), None);
        assert_eq!(parsed(""), None);
    }

    #[test]
    fn newer_sorts_higher() {
        let newest =
            ["(PostgreSQL) 9.6.1", "(PostgreSQL) 16.2", "(PostgreSQL) 16.10"].map(Version::parse).into_iter().max();
        assert_eq!(newest.flatten(), Some(Version { major: 16, minor: 10 }));
    }
}
