//! Taking along what is known of somebody, forgetting them, and forgetting by itself what nobody needs.

mod download;
mod erase;
mod races;
mod retention;
mod story;
