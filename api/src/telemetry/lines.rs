//! Lines go out together: a system call for each would be a good part of what a ready answer costs.
//!
//! What is said is written within [`PACE`]; a warning or an error at once, after all that was said before it; and what
//! is left when the program ends ([`Flush`]). Whoever kills it outright may lose what it said in that time.

use std::io::{self, Write};
use std::sync::{Mutex, MutexGuard, OnceLock};
use std::thread;
use std::time::Duration;

use tracing::{Level, Metadata};
use tracing_subscriber::fmt::MakeWriter;

const PACE: Duration = Duration::from_millis(50);

/// As many bytes as wait at most.
const MOST: usize = 64 * 1024;

static WAITING: Mutex<Vec<u8>> = Mutex::new(Vec::new());

/// Writes whatever waits.
fn flush() {
    write_out(waiting());
}

/// Does so when it is dropped: at the end of the program, however that comes about.
pub struct Flush;

impl Drop for Flush {
    fn drop(&mut self) {
        flush();
    }
}

fn waiting() -> MutexGuard<'static, Vec<u8>> {
    WAITING.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// Whoever comes meanwhile waits, so that lines stay in order. There is nobody to tell that nothing can be told.
fn write_out(mut lines: MutexGuard<'_, Vec<u8>>) {
    let _ = io::stderr().write_all(&lines);
    lines.clear();
}

/// Where the log is written.
pub struct Lines;

impl Lines {
    pub fn start() -> Self {
        static WRITER: OnceLock<()> = OnceLock::new();
        WRITER.get_or_init(|| {
            thread::spawn(|| {
                loop {
                    thread::sleep(PACE);
                    flush();
                }
            });
        });
        Self
    }
}

impl MakeWriter<'_> for Lines {
    type Writer = Line;

    fn make_writer(&self) -> Line {
        Line { urgent: false }
    }

    fn make_writer_for(&self, metadata: &Metadata<'_>) -> Line {
        Line { urgent: *metadata.level() <= Level::WARN }
    }
}

pub struct Line {
    urgent: bool,
}

impl Write for Line {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        let mut lines = waiting();
        lines.extend_from_slice(line);
        if self.urgent || lines.len() > MOST {
            write_out(lines);
        }
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        flush();
        Ok(())
    }
}
