//! When a membership is active. Pure.

use chrono::NaiveDate;

/// Both days included. Without a first day it has not begun; for a funder that is "not admitted yet".
pub fn membership_active(starts: Option<NaiveDate>, ends: Option<NaiveDate>, today: NaiveDate) -> bool {
    starts.is_some_and(|starts| starts <= today) && ends.is_none_or(|ends| today <= ends)
}

#[cfg(test)]
mod tests {
    use super::*;

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
