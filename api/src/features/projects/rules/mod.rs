//! What a project's texts, dates and numbers allow: pure.

pub mod calendar;
pub mod freeze;
pub mod publish_check;
pub mod sort;
