//! Wire types of the queue.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::policy::Can;

#[derive(Serialize, ToSchema)]
pub struct Queue {
    /// How many deliveries wait to be made or tried again.
    pub waiting: i64,
    pub oldest_waiting_at: Option<DateTime<Utc>>,
    /// How many were given up.
    pub dead: i64,
    /// The deliveries that are not done, the newest first.
    pub items: Vec<Delivery>,
    pub next_cursor: Option<String>,
}

#[derive(Serialize, ToSchema)]
// Of the outbox, where a project's is of the work.
#[schema(as = QueuedDelivery)]
pub struct Delivery {
    pub id: Uuid,
    #[schema(example = "mail_invitation")]
    pub kind: String,
    pub state: DeliveryState,
    pub created_at: DateTime<Utc>,
    pub next_attempt_at: DateTime<Utc>,
    pub attempts: i32,
    pub last_error: Option<String>,
    pub can: DeliveryCan,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DeliveryState {
    Waiting,
    /// Given up after about a day of trying.
    Dead,
}

#[derive(Serialize, ToSchema)]
pub struct DeliveryCan {
    pub retry: Can,
}

#[derive(Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct QueueParams {
    /// 1 to 100; 20 without
    #[param(minimum = 1, maximum = 100)]
    pub limit: Option<i64>,
    /// `next_cursor` of the page before
    pub cursor: Option<String>,
}
