//! The terms of pledging.

mod append_only;
mod get_terms;
mod list_all_terms;
mod publish_terms;
