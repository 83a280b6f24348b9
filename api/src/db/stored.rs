//! Reading back what this program wrote: it parsed then, so it parses now; if not, the fault is ours.

use anyhow::anyhow;
use rust_decimal::Decimal;

use crate::error::{Error, Result};
use crate::kernel::{Amount, Invalid};

pub fn stored<T>(parsed: Result<T, Invalid>) -> Result<T> {
    parsed.map_err(|invalid| Error::internal(anyhow!("a stored value does not parse: {}", invalid.detail)))
}

pub fn stored_amount(value: Option<Decimal>) -> Result<Option<Amount>> {
    value
        .map(|value| Amount::from_decimal(value).ok_or_else(|| Error::internal(anyhow!("{value} is no amount"))))
        .transpose()
}

pub fn amount_of(value: Decimal) -> Result<Amount> {
    Amount::from_decimal(value).ok_or_else(|| Error::internal(anyhow!("{value} is no amount")))
}
