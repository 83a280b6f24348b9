//! What a run says: a line when a part begins and ends, a table at the end, what to do about what is red.

use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::time::Duration;

use super::part::{Outcome, Part};
use crate::step::seconds;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Green,
    Red,
    NotRun,
}

pub struct Line {
    pub part: &'static Part,
    pub verdict: Verdict,
    outcome: Outcome,
    took: Duration,
}

impl Line {
    pub fn of(part: &'static Part, outcome: Outcome, took: Duration) -> Line {
        let verdict = if outcome.failed == 0 { Verdict::Green } else { Verdict::Red };
        Line { part, verdict, outcome, took }
    }

    pub fn not_run(part: &'static Part, because: String) -> Line {
        let outcome = Outcome { note: Some(because), ..Outcome::default() };
        Line { part, verdict: Verdict::NotRun, outcome, took: Duration::ZERO }
    }

    /// The end of the line that [`announce`] began, or the whole line of a part that did not run.
    pub fn spoken(&self) -> String {
        match self.verdict {
            Verdict::Green => format!("ok, {} passed, {}", self.outcome.passed, seconds(self.took)),
            Verdict::Red => format!("RED, {} failed, {}", self.outcome.failed, seconds(self.took)),
            Verdict::NotRun => format!("{} not run: {}", self.part.name, self.outcome.note.as_deref().unwrap_or("")),
        }
    }

    fn result(&self) -> &'static str {
        match self.verdict {
            Verdict::Green => "ok",
            Verdict::Red => "RED",
            Verdict::NotRun => "not run",
        }
    }
}

pub fn announce(part: &Part) {
    print!("{}: {} … ", part.name, part.about);
    let _ = io::stdout().flush();
}

pub fn list(parts: &[Part]) -> String {
    parts.iter().map(|part| format!("{:12} {}\n", part.name, part.about)).collect()
}

/// Ends with the one line that machines read: `N passed, N failed`.
pub fn summary(lines: &[Line]) -> String {
    let mut text = format!("\n{:12} {:8} {:>7} {:>7} {:>8}\n", "part", "result", "passed", "failed", "seconds");
    for line in lines {
        let Outcome { passed, failed, note, .. } = &line.outcome;
        let row = format!(
            "{:12} {:8} {passed:>7} {failed:>7} {:>8.1}  ",
            line.part.name,
            line.result(),
            line.took.as_secs_f64()
        );
        let _ = writeln!(text, "{}", format!("{row}{}", note.as_deref().unwrap_or("")).trim_end());
    }
    let red: Vec<&Line> = lines.iter().filter(|line| line.verdict == Verdict::Red).collect();
    if !red.is_empty() {
        text.push_str("\nWhat to do\n");
    }
    for line in red {
        let _ = writeln!(text, "  {}: {}", line.part.name, line.outcome.reason.as_deref().unwrap_or(line.part.remedy));
    }
    let passed: usize = lines.iter().map(|line| line.outcome.passed).sum();
    let failed: usize = lines.iter().map(|line| line.outcome.failed).sum();
    let _ = writeln!(text, "\n{passed} passed, {failed} failed");
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test::part::PARTS;

    #[test]
    fn tells_what_is_red_and_ends_with_the_sum() {
        let lines = [
            Line::of(&PARTS[0], Outcome::green(1), Duration::from_millis(420)),
            Line::of(&PARTS[5], Outcome { passed: 140, failed: 2, ..Outcome::default() }, Duration::from_secs(41)),
            Line::not_run(&PARTS[10], "it needs web-install".to_owned()),
        ];
        let expected = "
part         result    passed  failed  seconds
fmt          ok             1       0      0.4
http         RED          140       2     41.0
web-lint     not run        0       0      0.0  it needs web-install

What to do
  http: read the failures above; one test alone: cargo xtask test --only http -- NAME

141 passed, 2 failed
";
        assert_eq!(summary(&lines), expected);
    }

    #[test]
    fn every_need_is_a_part_that_runs_before() {
        for (position, part) in PARTS.iter().enumerate() {
            for needed in part.needs {
                assert!(
                    PARTS[..position].iter().any(|earlier| earlier.name == *needed),
                    "{} needs {needed}",
                    part.name
                );
            }
        }
    }
}
