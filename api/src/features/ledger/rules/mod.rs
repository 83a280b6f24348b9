//! What makes a line, a ledger of lines, and what they add up to. Pure: whoever has the lines can check them.

use std::fmt;

pub mod chain;
pub mod line;
pub mod replay;
mod tally;
pub mod totals;

/// The first thing that is wrong with a ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line at which it shows; after the last one if something is missing there.
    pub seq: i32,
    pub what: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.seq, self.what)
    }
}
