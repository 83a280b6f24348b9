//! Wire types of following.

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use crate::kernel::Funding;

/// A project that somebody follows.
#[derive(Serialize, ToSchema)]
pub struct FollowedProject {
    #[schema(example = "clear-recovery-when-sync-fails")]
    pub slug: String,
    pub title: String,
    pub funding: Funding,
    pub followed_at: DateTime<Utc>,
}
