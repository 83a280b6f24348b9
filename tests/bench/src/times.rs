//! How long each of many things took, and what that says.

use std::time::Duration;

use serde_json::{Value, json};

#[derive(Default)]
pub struct Times(Vec<u32>);

impl Times {
    pub fn add(&mut self, time: Duration) {
        self.0.push(u32::try_from(time.as_micros()).unwrap_or(u32::MAX));
    }

    pub fn join(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// In microseconds.
    pub fn summary(&mut self) -> Value {
        self.0.sort_unstable();
        let at = |percent: usize| self.0.get(self.0.len() * percent / 100).or(self.0.last()).copied().unwrap_or(0);
        json!({ "p50": at(50), "p90": at(90), "p99": at(99), "max": self.0.last().copied().unwrap_or(0) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_of_the_sorted_times() {
        let mut times = Times::default();
        (1..=100).rev().for_each(|micros| times.add(Duration::from_micros(micros)));
        assert_eq!(times.summary(), json!({ "p50": 51, "p90": 91, "p99": 100, "max": 100 }));
        assert_eq!(Times::default().summary()["max"], 0);
    }
}
