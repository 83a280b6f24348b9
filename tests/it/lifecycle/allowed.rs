//! What may happen when, as the product says it: written down here on purpose, apart from the program and from the
//! reviewed table.

use super::states::{Standing, State};

/// Whether somebody (a lead, or staff) may do this there.
pub fn is_allowed(state: State, standing: Standing, deed: &str) -> bool {
    use Standing::{Ended, Nothing, Pledged, Requested, Signed};
    let words: &[&str] = match (state, standing) {
        (State::Draft, Nothing) => {
            &["edit words", "edit minimum", "raise goal", "lower goal", "publish candidate", "publish open", "close"]
        }
        (State::Candidate, Nothing) => {
            &["edit words", "edit minimum", "raise goal", "lower goal", "publish open", "close"]
        }
        // Within the freeze: a pledge stands.
        (State::OpenFixed | State::Uncovered, Nothing) => &["edit words", "lower goal", "extend", "close", "place"],
        (State::Covered, Nothing) => &["edit words", "lower goal", "extend", "settle", "close", "place"],
        (State::Missed, Nothing) => &["extend", "close"],
        (State::Funded, Nothing) => &["delivery", "queue", "close"],
        (State::FundedSigned, Nothing) => &["delivery", "queue"],
        (State::Gap, Nothing) => &["delivery", "queue", "close", "place"],
        (State::OpenFixed, Requested) => &[
            "approve",
            "decline",
            "raise",
            "lower",
            "drop conditions",
            "instalments",
            "widen",
            "note",
            "withdraw",
            "release",
        ],
        (State::Uncovered | State::Covered, Requested) => &[
            "approve",
            "decline",
            "raise",
            "lower",
            "conditions",
            "drop conditions",
            "instalments",
            "widen",
            "note",
            "withdraw",
            "release",
        ],
        // It has none, and says so.
        (State::OpenFixed, Pledged) => {
            &["raise", "lower", "drop conditions", "instalments", "widen", "note", "withdraw", "release"]
        }
        (State::Uncovered | State::Covered, Pledged) => {
            &["raise", "lower", "conditions", "drop conditions", "instalments", "widen", "note", "withdraw", "release"]
        }
        (State::Missed, Requested | Pledged) => &["lower", "withdraw", "release"],
        (State::Funded | State::FundedSigned, Pledged) => &["widen", "note", "withdraw", "release", "sign"],
        (State::FundedSigned | State::Gap, Signed) => &["widen", "note", "default"],
        (State::Gap, Pledged) => &["raise", "widen", "note", "withdraw", "release", "sign"],
        (State::Gap, Requested) => &["approve", "widen", "note", "withdraw", "release"],
        (State::Closed, Nothing | Ended) => &[],
        other => unreachable!("{other:?} is no row"),
    };
    words.contains(&deed)
}
