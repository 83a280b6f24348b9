//! Tests of the whole program, by feature and verb.

mod auth;
mod members;
mod organizations;
