//! One measurement, and what several of the same thing come to. Whole numbers throughout: micros and hundredths.

use serde_json::{Value, json};

#[derive(Clone, Copy, Debug, Default)]
pub struct Sample {
    pub per_second: u64,
    /// Microseconds.
    pub p50: u64,
    pub p99: u64,
    pub max: u64,
}

impl Sample {
    pub fn of_json(said: &Value) -> Option<Sample> {
        let micros = |name: &str| said["micros"][name].as_u64();
        Some(Sample {
            per_second: said["per_second"].as_u64()?,
            p50: micros("p50")?,
            p99: micros("p99")?,
            max: micros("max")?,
        })
    }

    pub fn as_json(&self) -> Value {
        json!({ "per_second": self.per_second, "p50_us": self.p50, "p99_us": self.p99, "max_us": self.max })
    }
}

/// The middle one of an odd number; of an even one the lower of the two in the middle.
pub fn median(values: impl Iterator<Item = u64>) -> u64 {
    let mut values: Vec<u64> = values.collect();
    values.sort_unstable();
    values.get(values.len().saturating_sub(1) / 2).copied().unwrap_or(0)
}

/// Three digits at least, as milliseconds: `3.70`, `12.5`, `250`.
pub fn millis(micros: u64) -> String {
    match micros {
        0..10_000 => format!("{}.{:02}", micros / 1000, micros % 1000 / 10),
        10_000..100_000 => format!("{}.{}", micros / 1000, micros % 1000 / 100),
        _ => (micros / 1000).to_string(),
    }
}

/// Hundredths as a decimal.
pub fn hundredths(number: u64) -> String {
    format!("{}.{:02}", number / 100, number % 100)
}

/// 12,345
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_well() {
        assert_eq!([0, 999, 1000, 1_234_567].map(grouped), ["0", "999", "1,000", "1,234,567"]);
        assert_eq!([950, 12_340, 123_456].map(millis), ["0.95", "12.3", "123"]);
        assert_eq!(hundredths(95), "0.95");
        assert_eq!(median([3, 1, 2].into_iter()), 2);
        assert_eq!(median([4, 1].into_iter()), 1);
        assert_eq!(median([].into_iter()), 0);
    }
}
