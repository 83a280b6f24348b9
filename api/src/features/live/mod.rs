//! Live: open streams that tell of a project, or of the whole roadmap, as it changes.
//!
//! A change says so to the database in its own transaction (`db::Tx::touch`); every process hears it once it is
//! committed (`crate::hearing`), reads the card again for all who watch ([`read`]), and hands it to them ([`hub`]).
//!
//! Always holds: a stream shows what anybody may read without an account, and nothing else; it has no connection of its
//! own to the database; a project is told of at most once a second, and the last state is always told; who reads slowly
//! is told the newest state and none of those between; when the process stops, streams end at once.

mod actions;
mod card;
mod hub;
mod read;
pub mod routes;
mod slots;
mod store;
mod streams;

pub use hub::Hub;
pub use read::run;
