//! A day, as the contract writes it.

use chrono::{Datelike as _, NaiveDate};

use super::Invalid;

/// Reads `2027-03-31`, and no other way to write it: a year has four digits, so every day is one that the database and
/// whoever reads the contract know.
pub fn parse_day(text: &str) -> Result<NaiveDate, Invalid> {
    let malformed = || Invalid::malformed("Write a day as year, month and day, such as 2027-03-31.");
    let day: NaiveDate = text.parse().map_err(|_| malformed())?;
    if (1..=9999).contains(&day.year()) && day.to_string() == text { Ok(day) } else { Err(malformed()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_only_days_with_four_digits_for_the_year() {
        for good in ["0001-01-01", "2028-02-29", "9999-12-31"] {
            assert_eq!(parse_day(good).unwrap().to_string(), good);
        }
        let years = ["0000-01-01", "-0001-01-01", "-5000-01-01", "+10000-01-01", "10000-01-01"];
        for bad in years.into_iter().chain(["", "2027-3-1", " 2027-03-01", "2027-02-29", "2027-03-01T00:00:00Z"]) {
            assert!(parse_day(bad).is_err(), "{bad}");
        }
    }
}
