//! The roadmap: staff make and run projects, everybody watches.

mod close;
mod close_draft;
mod create;
mod delivery;
mod edit;
mod extend;
mod freeze;
mod get;
mod list;
mod list_pages;
mod progress;
mod publish;
mod publish_check;
mod queue;
mod settle;
