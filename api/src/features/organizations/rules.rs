//! When a membership is active, and which dates it may have. Pure.

use chrono::NaiveDate;

use crate::kernel::{FieldCode, Invalid};

/// Both days included. Without a first day it has not begun; for a funder that is "not admitted yet".
pub fn membership_active(starts: Option<NaiveDate>, ends: Option<NaiveDate>, today: NaiveDate) -> bool {
    starts.is_some_and(|starts| starts <= today) && ends.is_none_or(|ends| today <= ends)
}

/// A membership that ends has begun, and not after its end.
pub fn check_dates(starts: Option<NaiveDate>, ends: Option<NaiveDate>) -> Result<(), Invalid> {
    match (starts, ends) {
        (None, Some(_)) => Err(Invalid::new(FieldCode::NotAllowed, "A membership that ends needs a first day.")),
        (Some(starts), Some(ends)) if ends < starts => {
            Err(Invalid::new(FieldCode::OutOfRange, "A membership does not end before it starts."))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_membership_ends_after_it_began() {
        let day = |d| NaiveDate::from_ymd_opt(2027, 3, d);
        for (starts, ends) in [(None, None), (day(1), None), (day(1), day(1)), (day(1), day(2))] {
            assert!(check_dates(starts, ends).is_ok(), "{starts:?} {ends:?}");
        }
        assert!(check_dates(None, day(1)).is_err());
        assert!(check_dates(day(2), day(1)).is_err());
    }

    #[test]
    fn both_days_count() {
        let day = |d| NaiveDate::from_ymd_opt(2027, 3, d);
        assert!(!membership_active(None, None, day(1).unwrap()));
        assert!(!membership_active(None, day(9), day(1).unwrap()));
        assert!(!membership_active(day(2), None, day(1).unwrap()));
        assert!(membership_active(day(2), None, day(2).unwrap()));
        assert!(membership_active(day(2), day(3), day(3).unwrap()));
        assert!(!membership_active(day(2), day(3), day(4).unwrap()));
    }
}
