//! Whether lines follow each other: numbers without a gap, each hash over the one before.

use super::Fault;
use super::line::{Head, Line};
use crate::kernel::ProjectId;

/// The lines of one project, looked at one after the other.
pub struct Chain {
    project: ProjectId,
    head: Head,
}

impl Chain {
    pub fn of(project: ProjectId) -> Self {
        Self { project, head: Head::start() }
    }

    pub fn take(&mut self, line: &Line) -> Result<(), Fault> {
        let expected = self.head.seq + 1;
        let fault = |what: String| Err(Fault { seq: expected, what });
        if line.seq != expected {
            return fault(format!("it is missing; the next line is {}", line.seq));
        }
        if line.project != self.project {
            return fault("it belongs to another project".to_owned());
        }
        if line.prev_hash != self.head.hash {
            return fault("its prev_hash is not the hash of the line before".to_owned());
        }
        if line.hash != line.computed_hash() {
            return fault("its hash is not that of its content".to_owned());
        }
        self.head = line.head();
        Ok(())
    }

    pub fn head(&self) -> &Head {
        &self.head
    }
}

/// The head of a whole ledger, or the first fault.
pub fn verify(project: ProjectId, lines: &[Line]) -> Result<Head, Fault> {
    let mut chain = Chain::of(project);
    lines.iter().try_for_each(|line| chain.take(line))?;
    Ok(chain.head)
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;
    use crate::kernel::LedgerEntry;

    fn lines(project: ProjectId, count: usize) -> Vec<Line> {
        let mut lines: Vec<Line> = Vec::new();
        for number in 0..count {
            let head = lines.last().map_or_else(Head::start, Line::head);
            let entry = LedgerEntry { project, kind: "edited", data: json!({ "number": number }) };
            lines.push(Line::after(&head, DateTime::UNIX_EPOCH, entry));
        }
        lines
    }

    proptest! {
        #[test]
        fn a_ledger_that_was_not_touched_holds(count in 0_usize..12) {
            let project = ProjectId::new();
            let lines = lines(project, count);
            let head = lines.last().map_or_else(Head::start, Line::head);
            prop_assert_eq!(verify(project, &lines), Ok(head));
        }

        #[test]
        fn whatever_is_touched_shows_at_its_line(count in 2_usize..12, at in 0_usize..12, how in 0..9) {
            let project = ProjectId::new();
            let mut touched = lines(project, count);
            // A last line that is gone leaves a shorter ledger that holds: only the head tells.
            let at = at % (count - 1);
            match how {
                0 => touched[at].data = json!({ "number": "0" }),
                1 => touched[at].kind = "closed".to_owned(),
                2 => touched[at].at += chrono::TimeDelta::microseconds(1),
                3 => touched[at].project = ProjectId::new(),
                4 => touched[at].seq += 1,
                5 => touched[at].hash.replace_range(0..1, "g"),
                6 => touched[at].prev_hash.replace_range(0..1, "g"),
                7 => drop(touched.remove(at)),
                _ => touched.swap(at, at + 1),
            }
            let fault = verify(project, &touched).unwrap_err();
            prop_assert_eq!(fault.seq, i32::try_from(at).unwrap() + 1);
        }

        #[test]
        fn a_change_with_a_new_hash_shows_at_the_next_line(count in 2_usize..12, at in 0_usize..12) {
            let project = ProjectId::new();
            let mut touched = lines(project, count);
            let at = at % (count - 1);
            touched[at].data = json!({ "number": "0" });
            touched[at].hash = touched[at].computed_hash();
            let fault = verify(project, &touched).unwrap_err();
            prop_assert_eq!(fault.seq, i32::try_from(at).unwrap() + 2);
        }
    }
}
