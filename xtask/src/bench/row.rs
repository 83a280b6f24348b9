//! A line of the table: one path at one number of connections, ours beside its limit.

use serde_json::{Value, json};

use super::sample::{Sample, median};

/// What is asked of a path, as quality says it; ratios in hundredths.
#[derive(Clone, Copy)]
pub struct Aim {
    pub ratio: u64,
    /// Microseconds at 32 connections.
    pub p99: u64,
}

pub struct Row {
    pub path: String,
    pub connections: u64,
    pub ours: Vec<Sample>,
    /// What the limit is, and how fast. More than one where several are telling; the first is the one aimed at.
    pub limits: Vec<(&'static str, Vec<Sample>)>,
    pub aim: Option<Aim>,
}

impl Row {
    pub fn ours_per_second(&self) -> u64 {
        median(self.ours.iter().map(|sample| sample.per_second))
    }

    pub fn p50(&self) -> u64 {
        median(self.ours.iter().map(|sample| sample.p50))
    }

    pub fn p99(&self) -> u64 {
        median(self.ours.iter().map(|sample| sample.p99))
    }

    /// The slowest and the fastest round.
    pub fn spread(&self) -> (u64, u64) {
        let all = || self.ours.iter().map(|sample| sample.per_second);
        (all().min().unwrap_or(0), all().max().unwrap_or(0))
    }

    pub fn limit_per_second(samples: &[Sample]) -> u64 {
        median(samples.iter().map(|sample| sample.per_second))
    }

    /// In hundredths; nothing without a limit.
    pub fn ratio(&self, limit: &[Sample]) -> Option<u64> {
        (100 * self.ours_per_second()).checked_div(Row::limit_per_second(limit))
    }

    /// Whether the aim is reached; nothing where there is none, or no limit to hold it against.
    pub fn reached(&self) -> Option<bool> {
        let aim = self.aim?;
        let ratio = self.limits.first().and_then(|(_, limit)| self.ratio(limit))?;
        Some(ratio >= aim.ratio && (self.connections != 32 || self.p99() <= aim.p99))
    }

    pub fn as_json(&self) -> Value {
        let samples = |samples: &[Sample]| samples.iter().map(Sample::as_json).collect::<Vec<_>>();
        let limits: Vec<Value> = self
            .limits
            .iter()
            .map(|(name, limit)| {
                json!({ "name": name, "per_second": Row::limit_per_second(limit), "ratio_percent": self.ratio(limit), "rounds": samples(limit) })
            })
            .collect();
        json!({
            "path": self.path,
            "connections": self.connections,
            "per_second": self.ours_per_second(),
            "p50_us": self.p50(),
            "p99_us": self.p99(),
            "rounds": samples(&self.ours),
            "limits": limits,
            "aim": self.aim.map(|aim| json!({ "ratio_percent": aim.ratio, "p99_us_at_32": aim.p99 })),
            "reached": self.reached(),
        })
    }
}
