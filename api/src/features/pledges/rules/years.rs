//! Which of an organisation's fiscal years bear a pledge, and with how much. Pure.
//!
//! Always holds: the parts of a pledge add up to it, to the cent.

use chrono::{Datelike as _, NaiveDate};

use crate::kernel::{Amount, FieldCode, Fraction, Invalid};

/// A fiscal year by the calendar year it ends in: FY27 of a year that begins in July ends in June 2027.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FiscalYear(i16);

impl FiscalYear {
    /// The fiscal year `day` belongs to, for a year that begins with `start_month`.
    pub fn of(day: NaiveDate, start_month: i16) -> Self {
        let begun = start_month > 1 && i64::from(day.month()) >= i64::from(start_month);
        Self(i16::try_from(day.year() + i32::from(begun)).unwrap_or(i16::MAX))
    }

    pub fn from_number(ends_in: i16) -> Self {
        Self(ends_in)
    }

    /// The calendar year it ends in.
    pub fn number(self) -> i16 {
        self.0
    }

    /// Reads `FY27` or `FY2027`.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let malformed = || Invalid::malformed("Write a fiscal year as FY and the year it ends in, such as \"FY27\".");
        let digits = text.strip_prefix("FY").ok_or_else(malformed)?;
        if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(malformed());
        }
        let number: i16 = digits.parse().map_err(|_| malformed())?;
        match digits.len() {
            2 => Ok(Self(2000 + number)),
            4 if (2000..2200).contains(&number) => Ok(Self(number)),
            _ => Err(malformed()),
        }
    }

    /// Its first and last day.
    pub fn days(self, start_month: i16) -> (NaiveDate, NaiveDate) {
        let month = u32::try_from(start_month).unwrap_or(1).clamp(1, 12);
        let first_year = i32::from(self.0) - i32::from(month > 1);
        let first = |year| NaiveDate::from_ymd_opt(year, month, 1).unwrap_or_default();
        (first(first_year), first(first_year + 1).pred_opt().unwrap_or_default())
    }
}

impl std::fmt::Display for FiscalYear {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.0 {
            2000..=2099 => write!(f, "FY{:02}", self.0 - 2000),
            year => write!(f, "FY{year}"),
        }
    }
}

impl serde::Serialize for FiscalYear {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// One fiscal year's part of a pledge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    pub year: FiscalYear,
    pub part: Fraction,
}

/// One to five years, each once, that make one whole.
pub fn check_parts(parts: &[Part]) -> Result<(), Invalid> {
    if !(1..=5).contains(&parts.len()) {
        return Err(Invalid::new(FieldCode::OutOfRange, "A pledge is split over one to five fiscal years."));
    }
    let mut years: Vec<FiscalYear> = parts.iter().map(|part| part.year).collect();
    years.sort_unstable();
    years.dedup();
    if years.len() != parts.len() {
        return Err(Invalid::new(FieldCode::NotAllowed, "Each fiscal year stands once."));
    }
    // p/q and 1 have the same dust in a whole that every denominator divides.
    let whole = Amount::MAX;
    let exact = parts.iter().fold(crate::kernel::Dust::NONE, |sum, part| {
        let (cents, dust) = part.part.of(whole);
        sum + crate::kernel::Dust::cents(cents.cents()) + dust
    });
    if exact != crate::kernel::Dust::cents(whole.cents()) {
        return Err(Invalid::new(FieldCode::NotAllowed, "The parts add up to 1."));
    }
    Ok(())
}

/// What each year bears. Cents that rounding leaves go to the last year.
pub fn split(amount: Amount, parts: &[Part]) -> Vec<(FiscalYear, Amount)> {
    let mut by_year: Vec<Part> = parts.to_vec();
    by_year.sort_unstable_by_key(|part| part.year);
    let mut left = amount;
    let last = by_year.len().saturating_sub(1);
    by_year
        .iter()
        .enumerate()
        .map(|(index, part)| {
            let share = if index == last { left } else { part.part.of(amount).0.min(left) };
            left = left.less(share);
            (part.year, share)
        })
        .collect()
}
