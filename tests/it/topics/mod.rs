//! Themes and narratives: what projects are grouped by.

mod create_topic;
mod edit_topic;
mod list_topics;

/// What holds for one holds for the other.
const BOTH: [&str; 2] = ["themes", "narratives"];
