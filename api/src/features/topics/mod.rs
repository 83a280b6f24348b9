//! Topics: the themes and narratives that group projects. Data that staff keep; both kinds are one thing with two names.
//!
//! Always holds: a topic is never removed, only archived, and projects keep the ones they have; a slug is one topic's of
//! its kind, so a theme and a narrative may share one; nobody gets at a topic of one kind by the address of the other.

pub mod actions;
pub mod dto;
pub mod routes;
pub mod store;
