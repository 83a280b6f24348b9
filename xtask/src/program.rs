//! The program itself: build `cofund`, and ask it things.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::process;
use crate::state::State;

/// `cargo`, the one that started us.
pub fn cargo(state: &State) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(&state.repository);
    // What cargo told us about our own package would look to build scripts like a change of their surroundings.
    for (name, _) in std::env::vars_os() {
        let about_us =
            name.to_str().is_some_and(|name| name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_"));
        if about_us {
            command.env_remove(name);
        }
    }
    command
}

/// Where `cargo build -p cofund` puts it: beside ourselves.
pub fn path() -> Result<PathBuf> {
    let this = std::env::current_exe().context("cannot find the folder this program was built in")?;
    Ok(this.with_file_name("cofund"))
}

/// Builds with cargo's own progress on the terminal.
pub fn build(state: &State) -> Result<PathBuf> {
    let status = process::run(cargo(state).args(["build", "--package", "cofund"]))?;
    ensure!(status.success(), "the API does not build; cargo's messages are above");
    path()
}

/// Brings the schema of a database up; says something only when it fails.
pub fn migrate(program: &Path, database_url: &str) -> Result<()> {
    process::read(Command::new(program).arg("migrate").env("DATABASE_URL", database_url))
        .map(drop)
        .context("`cofund migrate` failed")
}

/// What `cofund <arguments>` prints; for commands that need no database.
pub fn output(program: &Path, arguments: &[&str]) -> Result<String> {
    process::read(Command::new(program).args(arguments))
}

/// A C compiler is needed by crates that carry C code; without one cargo fails late and at length.
pub fn require_c_compiler() -> Result<()> {
    let named = std::env::var("CC").ok().filter(|name| !name.is_empty());
    let names = named.map_or_else(|| vec!["cc".to_owned(), "gcc".to_owned(), "clang".to_owned()], |name| vec![name]);
    let found = names.iter().any(|name| process::read(Command::new(name).arg("--version")).is_ok());
    ensure!(
        found,
        "a C compiler is missing; install one (Debian: apt-get install gcc libc6-dev, macOS: xcode-select --install)"
    );
    Ok(())
}
