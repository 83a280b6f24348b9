//! Fractions of a goal, and what rounding leaves of them.

use std::fmt;
use std::ops::{Add, Sub};

use rust_decimal::Decimal;
use rust_decimal::prelude::{FromPrimitive as _, ToPrimitive as _};
use serde::{Serialize, Serializer};

use super::{Amount, FieldCode, Invalid};

/// The largest q of p/q. What is finer is written in decimals.
const MAX_DENOMINATOR: u32 = 48;
const MAX_DECIMALS: usize = 4;

/// A part of a whole, more than nothing and at most all of it: `p/q` with q up to 48, or up to four decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fraction {
    numerator: u32,
    denominator: u32,
    written: Written,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Written {
    Ratio,
    Decimals,
}

impl Fraction {
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let fraction = match text.split_once('/') {
            Some((numerator, denominator)) => {
                Self { numerator: number(numerator)?, denominator: number(denominator)?, written: Written::Ratio }
            }
            None => Self::parse_decimals(text)?,
        };
        if fraction.written == Written::Ratio && !(1..=MAX_DENOMINATOR).contains(&fraction.denominator) {
            let detail = format!("The denominator is 1 to {MAX_DENOMINATOR}.");
            return Err(Invalid::new(FieldCode::OutOfRange, detail));
        }
        if fraction.numerator == 0 || fraction.numerator > fraction.denominator {
            return Err(Invalid::new(FieldCode::OutOfRange, "A fraction is more than 0 and at most 1."));
        }
        Ok(fraction)
    }

    fn parse_decimals(text: &str) -> Result<Self, Invalid> {
        let (whole, decimals) = match text.split_once('.') {
            Some((_, "")) => return Err(malformed()),
            Some(parts) => parts,
            None => (text, ""),
        };
        if decimals.len() > MAX_DECIMALS || !decimals.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(malformed());
        }
        let denominator = 10_u32.pow(u32::try_from(decimals.len()).unwrap_or_default());
        let below = if decimals.is_empty() { 0 } else { decimals.parse().map_err(|_| malformed())? };
        let numerator = number(whole)?.checked_mul(denominator).and_then(|whole| whole.checked_add(below));
        let too_large = || Invalid::new(FieldCode::OutOfRange, "A fraction is more than 0 and at most 1.");
        Ok(Self { numerator: numerator.ok_or_else(too_large)?, denominator, written: Written::Decimals })
    }

    /// One that was taken apart.
    pub fn from_parts(numerator: i32, denominator: i32) -> Result<Self, Invalid> {
        let [numerator, denominator] = [numerator, denominator].map(i32::unsigned_abs);
        let written = if denominator > MAX_DENOMINATOR { Written::Decimals } else { Written::Ratio };
        let fraction = Self { numerator, denominator, written };
        Self::parse(&fraction.to_string())
    }

    pub fn numerator(self) -> u32 {
        self.numerator
    }

    pub fn denominator(self) -> u32 {
        self.denominator
    }

    /// That part of `whole`, down to the cent, and what is missing to the exact part.
    pub fn of(self, whole: Amount) -> (Amount, Dust) {
        let exact = i128::from(whole.cents()) * i128::from(self.numerator);
        let denominator = i128::from(self.denominator);
        let cents = i64::try_from(exact / denominator).expect("a part is not more than the whole");
        let amount = Amount::from_cents(cents).expect("a part is not more than the whole");
        (amount, Dust((exact % denominator) * (Dust::PER_CENT / denominator)))
    }

    /// The same, up to the cent.
    pub fn of_rounded_up(self, whole: Amount) -> Amount {
        match self.of(whole) {
            (amount, Dust::NONE) => amount,
            (amount, _) => amount + Amount::CENT,
        }
    }
}

fn malformed() -> Invalid {
    Invalid::malformed("Write the fraction as \"1/3\" or with up to four decimals, such as \"0.25\".")
}

/// Digits without leading zeros.
fn number(text: &str) -> Result<u32, Invalid> {
    let plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !plain || (text.len() > 1 && text.starts_with('0')) {
        return Err(malformed());
    }
    text.parse().map_err(|_| Invalid::new(FieldCode::OutOfRange, "A fraction is more than 0 and at most 1."))
}

impl fmt::Display for Fraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.written, self.denominator) {
            (Written::Ratio, _) => write!(f, "{}/{}", self.numerator, self.denominator),
            (Written::Decimals, 1) => write!(f, "{}", self.numerator),
            (Written::Decimals, denominator) => {
                let width = denominator.ilog10() as usize;
                write!(f, "{}.{:0width$}", self.numerator / denominator, self.numerator % denominator)
            }
        }
    }
}

impl Serialize for Fraction {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// What lies between an exact part and its booked cents, in a unit so fine that every allowed fraction of a cent is a
/// whole number of it. So sums of thirds and sevenths stay exact. Negative for who took a leftover cent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Dust(i128);

impl Dust {
    pub const NONE: Self = Self(0);
    /// Divisible by every number to 48 and by 10,000.
    pub const PER_CENT: i128 = {
        let mut unit: i128 = 10_000;
        let mut denominator = 1;
        while denominator <= MAX_DENOMINATOR as i128 {
            unit = unit / gcd(unit, denominator) * denominator;
            denominator += 1;
        }
        unit
    };

    pub fn cents(cents: i64) -> Self {
        Self(i128::from(cents) * Self::PER_CENT)
    }

    pub fn to_decimal(self) -> Decimal {
        Decimal::from_i128(self.0).expect("dust of millions of pledges fits 28 digits")
    }

    pub fn from_decimal(value: Decimal) -> Option<Self> {
        value.is_integer().then(|| value.to_i128()).flatten().map(Self)
    }
}

const fn gcd(a: i128, b: i128) -> i128 {
    if b == 0 { a } else { gcd(b, a % b) }
}

impl Add for Dust {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Dust {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn any_fraction() -> impl Strategy<Value = Fraction> {
        let ratio = (1..=MAX_DENOMINATOR).prop_flat_map(|q| (1..=q).prop_map(move |p| format!("{p}/{q}")));
        let decimals = (1..=10_000_u32).prop_map(|n| format!("{}.{:04}", n / 10_000, n % 10_000));
        prop_oneof![ratio, decimals].prop_map(|text| Fraction::parse(&text).unwrap())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(10_000))]

        #[test]
        fn what_is_written_reads_back(fraction in any_fraction()) {
            prop_assert_eq!(Fraction::parse(&fraction.to_string()).unwrap(), fraction);
        }

        #[test]
        fn booked_and_dust_are_the_exact_part(fraction in any_fraction(), cents in 1..=Amount::MAX.cents()) {
            let (booked, dust) = fraction.of(Amount::from_cents(cents).unwrap());
            // In parts of a cent; in dust the largest goals times 10,000 pass even 128 bits.
            let exact = i128::from(cents) * i128::from(fraction.numerator);
            let beyond = dust.0 * i128::from(fraction.denominator);
            prop_assert_eq!(beyond % Dust::PER_CENT, 0);
            let found = i128::from(booked.cents()) * i128::from(fraction.denominator) + beyond / Dust::PER_CENT;
            prop_assert_eq!(found, exact);
            prop_assert!(Dust::NONE <= dust && dust < Dust::cents(1));
            prop_assert_eq!(Dust::from_decimal(dust.to_decimal()), Some(dust));
        }

        #[test]
        fn rounding_up_adds_less_than_a_cent(fraction in any_fraction(), cents in 1..=Amount::MAX.cents()) {
            let whole = Amount::from_cents(cents).unwrap();
            let (down, dust) = fraction.of(whole);
            let up = fraction.of_rounded_up(whole);
            prop_assert_eq!(up.cents() - down.cents(), i64::from(dust != Dust::NONE));
            prop_assert!(up <= whole);
        }
    }

    #[test]
    fn a_third_of_a_hundred_misses_a_third_of_a_cent() {
        let (third, hundred) = (Fraction::parse("1/3").unwrap(), Amount::from_cents(10_000).unwrap());
        let (booked, dust) = third.of(hundred);
        assert_eq!((booked.cents(), third.of_rounded_up(hundred).cents()), (3_333, 3_334));
        assert_eq!(dust + dust + dust, Dust::cents(1));
    }

    #[test]
    fn every_fraction_of_a_cent_is_a_whole_number_of_dust() {
        for denominator in (1..=i128::from(MAX_DENOMINATOR)).chain([10, 100, 1_000, 10_000]) {
            assert_eq!(Dust::PER_CENT % denominator, 0, "{denominator}");
        }
    }

    #[test]
    fn refuses_what_is_no_fraction() {
        for text in ["", "/", "1/", "/3", "a/b", "-1/3", "1/03", "01/3", ".5", "0.", "0.12345", "1e-1", " 1/3", "1 /3"]
        {
            assert_eq!(Fraction::parse(text).unwrap_err().code, FieldCode::Malformed, "{text}");
        }
        for text in ["0", "0/3", "2/1", "1/0", "1/49", "0.0000", "1.0001", "2", "99999999999/3"] {
            assert_eq!(Fraction::parse(text).unwrap_err().code, FieldCode::OutOfRange, "{text}");
        }
        for text in ["1", "1/1", "1.0000", "48/48", "0.0001", "2/4"] {
            assert!(Fraction::parse(text).is_ok(), "{text}");
        }
    }
}
