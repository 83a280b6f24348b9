//! Tests of the whole program, by feature and verb.

mod auth;
mod invitations;
mod members;
mod organizations;
