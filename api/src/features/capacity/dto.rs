//! Wire types of capacity.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::kernel::{FieldCode, FieldError, Fields, Invalid};
use crate::policy::Can;

/// What staff can do, and what is to be done.
#[derive(Serialize, ToSchema)]
pub struct Capacity {
    /// The quarter it is now.
    #[schema(example = "2027-Q1")]
    pub quarter: String,
    /// Its hours, if somebody recorded them.
    pub hours: Option<i32>,
    /// What all that is funded and not done takes.
    pub funded_hours: i64,
    /// Of `funded_hours`, what is being worked on.
    pub in_flight_hours: i64,
    /// Those recorded, the latest first.
    pub quarters: Vec<QuarterHours>,
    pub can: CapacityCan,
}

#[derive(Serialize, ToSchema)]
pub struct QuarterHours {
    #[schema(example = "2027-Q1")]
    pub quarter: String,
    pub hours: i32,
    pub version: i32,
    pub updated_at: DateTime<Utc>,
}

#[derive(Serialize, ToSchema)]
pub struct CapacityCan {
    pub set: Can,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetCapacity {
    #[schema(minimum = 0, maximum = 100000)]
    pub hours: i32,
}

impl SetCapacity {
    pub fn parse(self) -> Result<i32, Vec<FieldError>> {
        let mut fields = Fields::new();
        let hours = if (0..=100_000).contains(&self.hours) {
            Ok(self.hours)
        } else {
            Err(Invalid::new(FieldCode::OutOfRange, "Hours are 0 to 100000."))
        };
        let hours = fields.take("/hours", hours);
        fields.finish(hours)
    }
}
