//! Progress lines: what is being done, and how long it took.

use std::io::{self, Write};
use std::time::{Duration, Instant};

pub struct Step {
    started: Instant,
    /// Whether the tool prints below the line, so that the time needs a line of its own.
    loud: bool,
    finished: bool,
}

impl Step {
    /// For work that prints nothing: the time is put on the same line.
    pub fn quiet(what: &str) -> Step {
        print!("{what} … ");
        let _ = io::stdout().flush();
        Step { started: Instant::now(), loud: false, finished: false }
    }

    /// For tools that show their own progress.
    pub fn loud(what: &str) -> Step {
        println!("{what} …");
        Step { started: Instant::now(), loud: true, finished: false }
    }

    pub fn done(self, result: &str) {
        let took = seconds(self.started.elapsed());
        let indent = if self.loud { "  … " } else { "" };
        println!("{indent}{result}, {took}");
        let mut this = self;
        this.finished = true;
    }
}

impl Drop for Step {
    /// A step that failed still ends its line, so that the error starts on a new one.
    fn drop(&mut self) {
        if !self.finished && !self.loud {
            println!();
        }
    }
}

pub fn seconds(duration: Duration) -> String {
    format!("{:.1} s", duration.as_secs_f64())
}
