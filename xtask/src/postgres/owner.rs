//! The user PostgreSQL runs as, and the folder that user can reach.
//!
//! PostgreSQL refuses to run as root. As root we hand it to `postgres` or `nobody` and keep its files in /var/tmp, because
//! a repository below /root is closed to both. Anybody else runs it as themselves, inside `.cofund/`.

use std::ffi::OsStr;
use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use rustix::process::{getegid, geteuid};

use crate::process;
use crate::state::State;

pub struct Owner {
    pub uid: u32,
    gid: u32,
    /// Whether that is somebody else than who runs the command.
    pub borrowed: bool,
}

impl Owner {
    pub fn for_this_user() -> Result<Owner> {
        let (uid, gid) = (geteuid().as_raw(), getegid().as_raw());
        if uid != 0 {
            return Ok(Owner { uid, gid, borrowed: false });
        }
        ["postgres", "nobody"]
            .into_iter()
            .find_map(|name| Some(Owner { uid: id("-u", name)?, gid: id("-g", name)?, borrowed: true }))
            .context("PostgreSQL refuses to run as root, and this machine has neither a user `postgres` nor `nobody`; run the command as an ordinary user")
    }

    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        self.runs(Command::new(program))
    }

    /// Makes a command run as the owner, with nothing of our own PostgreSQL settings in its way.
    pub fn runs(&self, mut command: Command) -> Command {
        for (name, _) in std::env::vars_os() {
            if name.as_encoded_bytes().starts_with(b"PG") {
                command.env_remove(name);
            }
        }
        // Our own working directory may be closed to the owner.
        command.current_dir("/");
        if self.borrowed {
            command.uid(self.uid).gid(self.gid).env("HOME", "/nonexistent");
        }
        command
    }

    /// A folder only the owner (and root) can read.
    pub fn folder(&self, state: &State, name: &str) -> Result<PathBuf> {
        let path = self.folder_path(state, name);
        match fs::create_dir(&path) {
            Ok(()) => {
                fs::set_permissions(&path, Permissions::from_mode(0o700))?;
                self.give(&path)?;
            }
            // /var/tmp is everybody's: what we find there counts only if it is the owner's own folder.
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
                let found = fs::symlink_metadata(&path)?;
                ensure!(
                    found.is_dir() && found.uid() == self.uid,
                    "{} is in the way: it should be a folder of user {} and is not",
                    path.display(),
                    self.uid
                );
            }
            Err(error) => {
                return Err(error).with_context(|| format!("cannot create {}", path.display()));
            }
        }
        Ok(path)
    }

    pub fn folder_path(&self, state: &State, name: &str) -> PathBuf {
        if self.borrowed {
            Path::new("/var/tmp").join(format!("{}-{name}", state.checkout_name()))
        } else {
            state.path(name)
        }
    }

    /// Makes a file of ours theirs.
    pub fn give(&self, path: &Path) -> Result<()> {
        if !self.borrowed {
            return Ok(());
        }
        chown(path, Some(self.uid), Some(self.gid))
            .with_context(|| format!("cannot hand {} to user {}", path.display(), self.uid))
    }
}

fn id(which: &str, user: &str) -> Option<u32> {
    process::read(Command::new("id").args([which, user])).ok()?.trim().parse().ok()
}
