//! Quarters, and when work passes what there is. Pure.

use std::fmt;

use chrono::{DateTime, Datelike as _, Utc};

use crate::kernel::Invalid;

/// A quarter of a calendar year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quarter {
    year: i32,
    /// 1 to 4.
    number: u32,
}

impl Quarter {
    pub fn of(now: DateTime<Utc>) -> Self {
        Self { year: now.year(), number: now.month0() / 3 + 1 }
    }

    /// Reads `2027-Q1`.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let malformed = || Invalid::malformed("Write a quarter as year and number, such as \"2027-Q1\".");
        let (year, number) = text.split_once("-Q").ok_or_else(malformed)?;
        let digits = |part: &str, length| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(year, 4) || !digits(number, 1) {
            return Err(malformed());
        }
        let year = year.parse().map_err(|_| malformed())?;
        let number = number.parse().ok().filter(|number| (1..=4).contains(number)).ok_or_else(malformed)?;
        Ok(Self { year, number })
    }
}

impl fmt::Display for Quarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-Q{}", self.year, self.number)
    }
}

/// What funded work takes together with one project more, if that is more than there is.
pub fn beyond(funded: i64, own: i32, capacity: i32) -> Option<i64> {
    let hours = funded + i64::from(own);
    (hours > i64::from(capacity)).then_some(hours)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_writes_and_nothing_else() {
        for text in ["2027-Q1", "2027-Q4", "0001-Q2", "9999-Q3"] {
            assert_eq!(Quarter::parse(text).unwrap().to_string(), text);
        }
        for text in ["", "2027", "2027-Q0", "2027-Q5", "2027-Q", "27-Q1", "2027-q1", "2027-Q11", "-027-Q1", "2027-Q+"] {
            assert!(Quarter::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_quarter_begins_with_its_first_month() {
        for (instant, quarter) in [
            ("2027-01-01T00:00:00Z", "2027-Q1"),
            ("2027-03-31T23:59:59Z", "2027-Q1"),
            ("2027-04-01T00:00:00Z", "2027-Q2"),
            ("2027-09-30T00:00:00Z", "2027-Q3"),
            ("2027-12-31T23:59:59Z", "2027-Q4"),
        ] {
            assert_eq!(Quarter::of(instant.parse().unwrap()).to_string(), quarter);
        }
    }

    #[test]
    fn all_hours_used_are_not_too_many() {
        assert_eq!(beyond(80, 20, 100), None);
        assert_eq!(beyond(80, 21, 100), Some(101));
        assert_eq!(beyond(0, 0, 0), None);
    }
}
