//! A project's card as one event of a stream, made once for all who read it.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::error::{Error, Result};
use crate::features::projects::dto::Project as View;
use crate::kernel::ProjectId;
use crate::secrets::short_digest;

/// Bytes as they go out; many streams hold the same.
pub type Piece = Arc<[u8]>;

pub struct Card {
    pub project: ProjectId,
    /// Tells states apart: the version, and a digest of all that is shown. What nobody can see makes no other state.
    pub id: String,
    pub event: Piece,
    /// Whether everybody may know of it.
    pub is_public: bool,
    /// When it will look different though nobody changes it.
    pub turns_at: Option<DateTime<Utc>>,
}

impl Card {
    /// `view` is what somebody without an account is shown, or would be.
    pub fn new(view: &View, is_public: bool) -> Result<Self> {
        let body = serde_json::to_string(view).map_err(Error::internal)?;
        let id = format!("{}.{}", view.version, short_digest(body.as_bytes()));
        let event = format!("event: project\nid: {id}\ndata: {body}\n\n");
        let project = view.id.into();
        Ok(Self { project, id, event: event.into_bytes().into(), is_public, turns_at: view.turns_at() })
    }
}
