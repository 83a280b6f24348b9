//! The programs `cargo xtask bench` measures with.
//!
//! What always holds: they talk to loopback only, take as little of the machine as they can (client, server and database
//! share it), and count an answer that is not the expected one as an error, never as an answer.

pub mod http;
pub mod pledging;
pub mod times;
