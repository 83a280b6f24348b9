//! Money: an exact number of cents, never a float.

use std::fmt;
use std::iter::Sum;
use std::ops::Add;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;
use serde::{Serialize, Serializer};

use super::{FieldCode, Invalid};

/// An amount of the settlement currency that is not negative. One that somebody wrote fits `NUMERIC(14,2)`.
///
/// On the wire it is a string with exactly two decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount {
    cents: i64,
}

impl Amount {
    pub const ZERO: Self = Self { cents: 0 };
    pub const CENT: Self = Self { cents: 1 };
    /// 100 billion: the most anybody can write.
    pub const MAX: Self = Self { cents: 10_000_000_000_000 };
    /// The most a sum can come to; ceilings may add up to far more than a goal.
    const MAX_SUM: Self = Self { cents: 1_000_000_000_000_000_000 };

    pub fn from_cents(cents: i64) -> Option<Self> {
        (0..=Self::MAX_SUM.cents).contains(&cents).then_some(Self { cents })
    }

    pub fn cents(self) -> i64 {
        self.cents
    }

    /// Reads `"12500.00"`: digits, a point, two digits. No sign, no exponent, no grouping, no leading zeros.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let malformed = || {
            Invalid::malformed("Write the amount as digits, a point and exactly two decimals, such as \"12500.00\".")
        };
        let (whole, decimals) = text.split_once('.').ok_or_else(malformed)?;
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let padded = whole.len() > 1 && whole.starts_with('0');
        if !digits(whole) || !digits(decimals) || decimals.len() != 2 || padded {
            return Err(malformed());
        }
        let too_large = || Invalid::new(FieldCode::OutOfRange, format!("The largest amount is {}.", Self::MAX));
        let cents = format!("{whole}{decimals}").parse().map_err(|_| too_large())?;
        Self::from_cents(cents).filter(|amount| *amount <= Self::MAX).ok_or_else(too_large)
    }

    pub fn to_decimal(self) -> Decimal {
        Decimal::new(self.cents, 2)
    }

    /// From the database, whose checks hold the same bounds.
    pub fn from_decimal(value: Decimal) -> Option<Self> {
        let scaled = value.checked_mul(Decimal::ONE_HUNDRED)?;
        if !scaled.fract().is_zero() {
            return None;
        }
        Self::from_cents(scaled.to_i64()?)
    }

    pub fn checked_sub(self, other: Self) -> Option<Self> {
        Self::from_cents(self.cents - other.cents)
    }

    /// What is left of it, or nothing.
    pub fn less(self, other: Self) -> Self {
        self.checked_sub(other).unwrap_or(Self::ZERO)
    }

    pub fn is_zero(self) -> bool {
        self == Self::ZERO
    }
}

impl Add for Amount {
    type Output = Self;

    /// Stops the program rather than give a wrong sum; a hundred thousand of the largest amounts still fit.
    fn add(self, other: Self) -> Self {
        Self::from_cents(self.cents + other.cents).expect("sums stay far below the largest")
    }
}

impl Sum for Amount {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}", self.cents / 100, self.cents % 100)
    }
}

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_written_reads_back(cents in 0..=Amount::MAX.cents) {
            let amount = Amount::from_cents(cents).unwrap();
            prop_assert_eq!(Amount::parse(&amount.to_string()), Ok(amount));
            prop_assert_eq!(Amount::from_decimal(amount.to_decimal()), Some(amount));
        }

        #[test]
        fn nothing_else_reads(text in "[-+0-9.,eE _]{0,12}") {
            if let Ok(amount) = Amount::parse(&text) {
                prop_assert_eq!(amount.to_string(), text);
            }
        }
    }

    #[test]
    fn refuses_what_is_not_exact() {
        for text in [
            "", "1", "1.", ".50", "1.5", "1.500", "1e5", "12,50", "-1.00", "+1.00", "01.00", " 1.00", "1.00 ", "NaN",
            "1_0.00", "١.٠٠",
        ] {
            assert_eq!(Amount::parse(text).unwrap_err().code, FieldCode::Malformed, "{text}");
        }
        for text in ["100000000000.01", "99999999999999999999.00"] {
            assert_eq!(Amount::parse(text).unwrap_err().code, FieldCode::OutOfRange, "{text}");
        }
        assert!(Amount::parse("100000000000.00").is_ok());
    }
}
