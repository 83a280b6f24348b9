//! Where the commands keep what outlives them: `.cofund/` in the repository, ignored by git.
//!
//! Secrets made here are readable by their owner only. Deleting the folder loses development data and nothing else.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

pub struct State {
    pub repository: PathBuf,
    pub folder: PathBuf,
}

/// Held as long as the value lives, and given back by the kernel however the process ends.
pub struct Lock {
    file: File,
}

pub enum Locked {
    Ours(Lock),
    /// Somebody else has it and left this note.
    Theirs(String),
}

impl State {
    pub fn open() -> Result<State> {
        let manifest =
            std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
        let repository = manifest.parent().context("xtask has no parent folder")?.canonicalize()?;
        let folder = repository.join(".cofund");
        fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
        Ok(State { repository, folder })
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// A short name for this checkout, for what has to live outside it; two checkouts never share one.
    pub fn checkout_name(&self) -> String {
        format!("cofund-{:016x}", hash_of(&self.repository))
    }

    /// A random secret that stays the same from start to start.
    pub fn secret(&self, name: &str) -> Result<String> {
        let path = self.path(name);
        if let Ok(secret) = fs::read_to_string(&path)
            && !secret.trim().is_empty()
        {
            return Ok(secret.trim().to_owned());
        }
        let secret = random_hex()?;
        write_private(&path, &secret)?;
        Ok(secret)
    }

    pub fn try_lock(&self, name: &str) -> Result<Locked> {
        let path = self.path(name);
        let mut file = open_lock(&path)?;
        match file.try_lock() {
            Ok(()) => Ok(Locked::Ours(Lock { file })),
            Err(TryLockError::WouldBlock) => {
                let mut note = String::new();
                file.read_to_string(&mut note)?;
                Ok(Locked::Theirs(note.trim().to_owned()))
            }
            Err(TryLockError::Error(error)) => Err(error).with_context(|| format!("cannot lock {}", path.display())),
        }
    }

    /// Waits for its turn; for work that two commands must not do at once, such as `npm ci` in the same folder.
    pub fn lock(&self, name: &str) -> Result<Lock> {
        let path = self.path(name);
        let file = open_lock(&path)?;
        file.lock().with_context(|| format!("cannot lock {}", path.display()))?;
        Ok(Lock { file })
    }
}

impl Lock {
    /// What the next one who tries reads.
    pub fn leave_note(&mut self, note: &str) -> Result<()> {
        self.file.set_len(0)?;
        self.file.write_all(note.as_bytes())?;
        Ok(())
    }
}

fn open_lock(path: &Path) -> Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).append(true).create(true);
    options.open(path).with_context(|| format!("cannot open {}", path.display()))
}

pub fn write_private(path: &Path, text: &str) -> Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true).mode(0o600);
    let mut file = options.open(path).with_context(|| format!("cannot write {}", path.display()))?;
    file.write_all(text.as_bytes()).with_context(|| format!("cannot write {}", path.display()))
}

/// 256 bits from the kernel; every Unix has this file.
pub fn random_hex() -> Result<String> {
    let mut bytes = [0_u8; 32];
    File::open("/dev/urandom")
        .and_then(|mut source| source.read_exact(&mut bytes))
        .context("cannot read /dev/urandom")?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// For names and fingerprints of caches. Should a new Rust hash differently, a cache is filled once more.
pub fn hash_of(value: &(impl Hash + ?Sized)) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}
