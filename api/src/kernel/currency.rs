//! The one settlement currency of a deployment.

use super::Invalid;

/// An ISO 4217 code of a currency with exactly two decimals: all arithmetic here is in hundredths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Currency(iso_currency::Currency);

impl Currency {
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let currency = iso_currency::Currency::from_code(text)
            .ok_or_else(|| Invalid::malformed(format!("{text} is no ISO 4217 currency code, such as USD.")))?;
        if currency.exponent() != Some(2) {
            return Err(Invalid::malformed(format!("{text} has not exactly two decimals, which Cofund needs.")));
        }
        Ok(Self(currency))
    }

    pub fn code(self) -> &'static str {
        self.0.code()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_only_currencies_with_two_decimals() {
        for good in ["USD", "EUR", "GBP"] {
            assert_eq!(Currency::parse(good).unwrap().code(), good);
        }
        for bad in ["JPY", "KWD", "XAU", "usd", "ZZZ", ""] {
            assert!(Currency::parse(bad).is_err(), "{bad}");
        }
    }
}
