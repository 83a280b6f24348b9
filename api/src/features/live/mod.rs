//! Live: open streams that tell of a project, or of the whole roadmap, as it changes.
//!
//! A change says so to the database in its own transaction ([`react`]); every process hears it once it is committed
//! ([`listen`]), reads the card again for all who watch, and hands it to them ([`hub`]).
//!
//! Always holds: a stream shows what anybody may read without an account, and nothing else; it has no connection of its
//! own to the database; a project is told of at most once a second, and the last state is always told; who reads slowly
//! is told the newest state and none of those between; when the process stops, streams end at once.

mod actions;
mod card;
mod hub;
mod listen;
pub mod routes;
mod slots;
mod store;
mod streams;

pub use hub::Hub;
pub use listen::run;

use crate::db::Tx;
use crate::error::Result;
use crate::kernel::{Event, ProjectStep};

/// What is said on this channel is the id of a project that changed.
pub const CHANNEL: &str = "cofund_projects";

pub async fn react(tx: &mut Tx, event: &Event) -> Result<()> {
    match event {
        Event::Project(event) => match event.step {
            // Nothing anybody sees.
            ProjectStep::ReminderDue => Ok(()),
            // Others made room.
            ProjectStep::QueueMoved => {
                store::tell(tx, event.project).await?;
                store::tell_queue(tx).await
            }
            _ => store::tell(tx, event.project).await,
        },
        Event::Pledge(event) => store::tell(tx, event.project).await,
        Event::SupportGiven { project, .. }
        | Event::SupportEnded { project, .. }
        | Event::UpdatePosted { project, .. } => store::tell(tx, *project).await,
        _ => Ok(()),
    }
}
