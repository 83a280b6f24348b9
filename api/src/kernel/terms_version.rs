//! The name of a version of the terms.

use std::fmt;

use super::{FieldCode, Invalid};

/// The month of its making, such as `2026-11`, and a number if there is more than one: `2026-11.2`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TermsVersion(String);

impl TermsVersion {
    const MAX: usize = 20;

    pub fn parse(text: &str) -> Result<Self, Invalid> {
        if text.len() > Self::MAX {
            return Err(Invalid::new(FieldCode::TooLong, "A version has at most 20 characters."));
        }
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        let (month, number) = text.split_once('.').map_or((text, None), |(month, number)| (month, Some(number)));
        let is_month =
            |(year, month): (&str, &str)| (year.len(), month.len()) == (4, 2) && digits(year) && digits(month);
        if !month.split_once('-').is_some_and(is_month) || !number.is_none_or(digits) {
            return Err(Invalid::malformed("A version is a year and a month, such as 2026-11 or 2026-11.2."));
        }
        Ok(Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for TermsVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_a_month_and_perhaps_a_number() {
        for good in ["2026-11", "0001-01", "2026-11.1", "2026-11.20"] {
            assert_eq!(TermsVersion::parse(good).unwrap().as_str(), good);
        }
        for bad in
            ["", "2026", "2026-1", "26-11", "2026-11.", "2026-11.a", "2026-11.1.1", "2026-11-1", " 2026-11", "２026-11"]
        {
            assert!(TermsVersion::parse(bad).is_err(), "{bad:?}");
        }
        assert!(TermsVersion::parse(&format!("2026-11.{}", "1".repeat(13))).is_err());
    }
}
