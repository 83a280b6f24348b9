//! What the pledges of one fiscal year come to. Pure.
//!
//! Always holds: what waits is part of what is committed, what is signed part of the share; a request is in neither.

use crate::kernel::{Amount, PledgeStatus};

/// One pledge's part of the year.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    pub status: PledgeStatus,
    pub active: bool,
    /// Of its full amount.
    pub amount: Amount,
    /// Of what it bears as things stand.
    pub share: Amount,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sums {
    pub committed: Amount,
    pub waiting: Amount,
    pub requested: Amount,
    pub signed: Amount,
    pub share: Amount,
}

pub fn sums(entries: &[Entry]) -> Sums {
    let of = |counts: &dyn Fn(&Entry) -> bool, what: &dyn Fn(&Entry) -> Amount| -> Amount {
        entries.iter().filter(|entry| counts(entry)).map(what).sum()
    };
    let (amount, share) = (|entry: &Entry| entry.amount, |entry: &Entry| entry.share);
    Sums {
        committed: of(&|entry| entry.status.stands(), &amount),
        waiting: of(&|entry| entry.status.stands() && !entry.active, &amount),
        requested: of(&|entry| entry.status == PledgeStatus::Requested, &amount),
        signed: of(&|entry| entry.status.is_signed(), &share),
        share: of(&|entry| entry.status.stands(), &share),
    }
}

/// What the ceiling leaves. One that was lowered below what is committed leaves nothing.
pub fn left(ceiling: Option<Amount>, committed: Amount) -> Option<Amount> {
    ceiling.map(|ceiling| ceiling.less(committed))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cents(cents: i64) -> Amount {
        Amount::from_cents(cents).unwrap()
    }

    #[test]
    fn counts_each_pledge_where_it_belongs() {
        let entry =
            |status, active, amount, share| Entry { status, active, amount: cents(amount), share: cents(share) };
        let entries = [
            entry(PledgeStatus::Pledged, true, 101, 67),
            entry(PledgeStatus::Pledged, false, 20, 0),
            entry(PledgeStatus::Signed, true, 7, 7),
            entry(PledgeStatus::Requested, false, 1_000, 0),
            entry(PledgeStatus::Withdrawn, false, 5_000, 0),
        ];
        let expected = Sums {
            committed: cents(128),
            waiting: cents(20),
            requested: cents(1_000),
            signed: cents(7),
            share: cents(74),
        };
        assert_eq!(sums(&entries), expected);
    }

    #[test]
    fn a_ceiling_that_was_lowered_leaves_nothing() {
        assert_eq!(left(None, cents(5)), None);
        assert_eq!(left(Some(cents(7)), cents(5)), Some(cents(2)));
        assert_eq!(left(Some(cents(4)), cents(5)), Some(Amount::ZERO));
    }
}
