//! The limit of what goes through SQL: `pgbench` with the same statements, prepared, on as many connections.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use super::sample::Sample;
use crate::postgres::Cluster;
use crate::process;

/// Seconds.
const WARM_UP: u64 = 1;

pub struct Pgbench<'a> {
    pub program: &'a Path,
    pub cluster: &'a Cluster,
    pub seconds: u64,
}

impl Pgbench<'_> {
    /// Runs a script with these variables. What is counted comes from its log: as with ours, not the first second.
    pub fn run(
        &self,
        database: &str,
        script: &Path,
        connections: u64,
        variables: &[(&str, String)],
        folder: &Path,
    ) -> Result<Sample> {
        let mut command = Command::new(self.program);
        // One thread, as the load has: it shares the machine as well.
        command.args(["--no-vacuum", "--protocol=prepared", "--jobs=1", "--random-seed=1", "--log"]);
        command.arg(format!("--client={connections}")).arg(format!("--time={}", self.seconds + WARM_UP));
        command.arg(format!("--log-prefix={}", folder.join("pgbench").display()));
        for (name, value) in variables {
            command.arg(format!("--define={name}={value}"));
        }
        command.arg(format!("--file={}", script.display())).arg(database);
        command.envs(self.cluster.client_settings()).env("LC_ALL", "C");
        let outcome = process::read_unless_interrupted(&mut command);
        let mut done = take_log(folder);
        outcome.with_context(|| format!("pgbench could not run {}", script.display()))?;
        let begin = done.iter().map(Transaction::began).min().context("pgbench did nothing")? + WARM_UP * 1_000_000;
        done.retain(|one| one.began() >= begin && one.ended <= begin + self.seconds * 1_000_000);
        let mut times: Vec<u64> = done.iter().map(|one| one.took).collect();
        times.sort_unstable();
        let at = |percent: usize| times.get(times.len() * percent / 100).copied().unwrap_or(0);
        let per_second = u64::try_from(times.len())? / self.seconds;
        Ok(Sample { per_second, p50: at(50), p99: at(99), max: times.last().copied().unwrap_or(0) })
    }
}

/// A transaction in pgbench's log, in microseconds.
struct Transaction {
    ended: u64,
    took: u64,
}

impl Transaction {
    /// `client number took script seconds microseconds`
    fn of_line(line: &str) -> Option<Transaction> {
        let numbers: Vec<u64> = line.split(' ').take(6).map(str::parse).collect::<Result<_, _>>().ok()?;
        let [_, _, took, _, seconds, micros] = numbers.as_slice().try_into().ok()?;
        Some(Transaction { ended: seconds * 1_000_000 + micros, took })
    }

    fn began(&self) -> u64 {
        self.ended.saturating_sub(self.took)
    }
}

/// Reads the log of every transaction, and removes it.
fn take_log(folder: &Path) -> Vec<Transaction> {
    let mut done = Vec::new();
    let Ok(entries) = std::fs::read_dir(folder) else { return done };
    for path in entries.flatten().map(|entry| entry.path()) {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if name.starts_with("pgbench.") {
            let text = std::fs::read_to_string(&path).unwrap_or_default();
            done.extend(text.lines().filter_map(Transaction::of_line));
            let _ = std::fs::remove_file(path);
        }
    }
    done
}

#[cfg(test)]
mod tests {
    use super::Transaction;

    #[test]
    fn a_line_of_the_log_is_read() {
        let one = Transaction::of_line("0 199 2241 0 1175850568 995598").expect("it is one");
        assert_eq!((one.ended, one.took), (1_175_850_568_995_598, 2241));
        assert!(Transaction::of_line("").is_none());
    }
}
