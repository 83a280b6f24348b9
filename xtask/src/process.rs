//! Child processes that cannot outlive us.
//!
//! Each child leads a process group of its own: a Ctrl-C in the terminal then reaches only us and we decide the order in
//! which things stop, and one signal to the group ends the grandchildren as well.

use std::fs::{self, OpenOptions};
use std::io::{self, Read};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::LazyLock;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use rustix::io::Errno;
use rustix::process::{Pid, Signal, kill_process, kill_process_group, test_kill_process, test_kill_process_group};

use crate::interrupt;

const POLL: Duration = Duration::from_millis(20);

/// A running child and everything it started.
pub struct Group {
    child: Child,
    /// What a polite request to stop is for this program.
    stop_signal: Signal,
    patience: Duration,
    status: Option<ExitStatus>,
}

impl Group {
    pub fn spawn(command: &mut Command) -> Result<Group> {
        Group::spawn_stopped_by(command, Signal::TERM, Duration::from_secs(10))
    }

    pub fn spawn_stopped_by(command: &mut Command, stop_signal: Signal, patience: Duration) -> Result<Group> {
        interrupt::check()?;
        command.process_group(0).stdin(Stdio::null());
        let name = command.get_program().to_string_lossy().into_owned();
        let child = command.spawn().map_err(|error| not_started(&name, error))?;
        Ok(Group { child, stop_signal, patience, status: None })
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// The exit status if it has ended by itself.
    pub fn ended(&mut self) -> Result<Option<ExitStatus>> {
        if self.status.is_none() {
            self.status = self.child.try_wait().context("cannot wait for a child process")?;
        }
        Ok(self.status)
    }

    /// Waits for the end; a Ctrl-C stops the group first.
    pub fn wait(mut self) -> Result<ExitStatus> {
        loop {
            if let Some(status) = self.ended()? {
                return Ok(status);
            }
            interrupt::check()?;
            thread::sleep(POLL);
        }
    }

    /// Like [`Group::wait`], for tools that may hang on a network; `None` when time ran out.
    pub fn wait_at_most(mut self, limit: Duration) -> Result<Option<ExitStatus>> {
        let end = Instant::now() + limit;
        while Instant::now() < end {
            if let Some(status) = self.ended()? {
                return Ok(Some(status));
            }
            interrupt::check()?;
            thread::sleep(POLL);
        }
        Ok(None)
    }

    /// Asks politely, then insists. Deaf to Ctrl-C on purpose: this is what a Ctrl-C runs.
    pub fn stop(&mut self) {
        if !matches!(self.ended(), Ok(None)) {
            return;
        }
        self.signal(self.stop_signal);
        let end = Instant::now() + self.patience;
        // Until all have ended: a leader that goes first must not cost its children the time to tidy up.
        while Instant::now() < end && (matches!(self.ended(), Ok(None)) || self.is_populated()) {
            thread::sleep(POLL);
        }
        self.signal(Signal::KILL);
        let _ = self.child.wait();
    }

    fn is_populated(&self) -> bool {
        pid(self.child.id()).is_some_and(|group| test_kill_process_group(group).is_ok())
    }

    fn signal(&self, signal: Signal) {
        if let Some(group) = pid(self.child.id()) {
            // It may have ended in the meantime, which is what we want.
            let _ = kill_process_group(group, signal);
        }
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        self.stop();
        // The leader is gone; what it forgot to end (a browser, a watcher) goes too.
        self.signal(Signal::KILL);
    }
}

/// Runs a command that shows its own output.
pub fn run(command: &mut Command) -> Result<ExitStatus> {
    Group::spawn(command)?.wait()
}

/// Runs a command whose output goes to the end of a file.
pub fn run_into(command: &mut Command, log: &Path) -> Result<ExitStatus> {
    Group::spawn(into(command, log)?)?.wait()
}

pub fn into<'a>(command: &'a mut Command, log: &Path) -> Result<&'a mut Command> {
    let file = OpenOptions::new().append(true).create(true).open(log);
    let file = file.with_context(|| format!("cannot write {}", log.display()))?;
    Ok(command.stdout(Stdio::from(file.try_clone()?)).stderr(Stdio::from(file)))
}

/// Standard output of a command that ends by itself soon; an error carries what it said on standard error.
pub fn read(command: &mut Command) -> Result<String> {
    let name = command.get_program().to_string_lossy().into_owned();
    command.process_group(0).stdin(Stdio::null());
    let output = command.output().map_err(|error| not_started(&name, error))?;
    if !output.status.success() {
        anyhow::bail!("{name} failed ({}): {}", output.status, String::from_utf8_lossy(&output.stderr).trim());
    }
    String::from_utf8(output.stdout).with_context(|| format!("{name} printed something that is not UTF-8"))
}

/// The same for a command that takes its time: a Ctrl-C ends it.
pub fn read_unless_interrupted(command: &mut Command) -> Result<String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let mut group = Group::spawn(command.stdout(Stdio::piped()).stderr(Stdio::piped()))?;
    let (output, errors) = (group.child.stdout.take(), group.child.stderr.take());
    thread::scope(|scope| {
        let (output, errors) = (scope.spawn(|| read_all(output)), scope.spawn(|| read_all(errors)));
        let status = group.wait()?;
        let text = |reader: thread::ScopedJoinHandle<'_, String>| reader.join().unwrap_or_default();
        let (output, errors) = (text(output), text(errors));
        anyhow::ensure!(status.success(), "{name} failed ({status}): {}\n{}", errors.trim(), output.trim());
        Ok(output)
    })
}

fn read_all(source: Option<impl Read>) -> String {
    let mut bytes = Vec::new();
    // What came before an error is still worth showing.
    let _ = source.map(|mut source| source.read_to_end(&mut bytes));
    String::from_utf8_lossy(&bytes).into_owned()
}

pub fn is_alive(process: u32) -> bool {
    pid(process).is_some_and(|process| test_kill_process(process) != Err(Errno::SRCH))
}

pub fn signal(process: u32, signal: Signal) {
    if let Some(process) = pid(process) {
        let _ = kill_process(process, signal);
    }
}

/// How a process was called, with its arguments; empty when there is none.
pub fn command_line(process: u32) -> String {
    // Small Linux images have no `ps`; macOS has no /proc.
    if let Ok(line) = fs::read(format!("/proc/{process}/cmdline")) {
        return String::from_utf8_lossy(&line).into_owned();
    }
    read(Command::new("ps").args(["-ww", "-o", "command=", "-p", &process.to_string()])).unwrap_or_default()
}

/// The processes that have a path of ours among their arguments.
pub fn called_with(path: &Path) -> Vec<u32> {
    let path = path.display().to_string();
    let all: Vec<u32> = match fs::read_dir("/proc") {
        Ok(entries) => entries.flatten().filter_map(|entry| entry.file_name().to_str()?.parse().ok()).collect(),
        Err(_) => {
            let list = read(Command::new("ps").args(["-ax", "-o", "pid="])).unwrap_or_default();
            list.split_whitespace().filter_map(|number| number.parse().ok()).collect()
        }
    };
    all.into_iter().filter(|&process| command_line(process).contains(&path)).collect()
}

/// A command for what runs until we stop it. Where the kernel and `setpriv` can arrange it (on most Linux systems), it also
/// gets the signal when we are killed outright and can stop nothing any more.
pub fn long_running(program: &Path, signal: &str) -> Command {
    static CAN_ARRANGE: LazyLock<bool> =
        LazyLock::new(|| read(Command::new("setpriv").args(["--pdeathsig", "TERM", "true"])).is_ok());
    if !*CAN_ARRANGE {
        return Command::new(program);
    }
    let mut command = Command::new("setpriv");
    command.args(["--pdeathsig", signal, "--"]).arg(program);
    command
}

fn pid(process: u32) -> Option<Pid> {
    i32::try_from(process).ok().and_then(Pid::from_raw)
}

fn not_started(name: &str, error: io::Error) -> anyhow::Error {
    if error.kind() == io::ErrorKind::NotFound {
        anyhow::anyhow!("{name} was not found on this machine")
    } else {
        anyhow::anyhow!("{name} could not be started: {error}")
    }
}
