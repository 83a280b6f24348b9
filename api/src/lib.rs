//! Cofund: the co-funding marketplace of 2i2c. See `docs/ARCHITECTURE.md` for the plan of the house.

pub mod app;
pub mod check;
pub mod cli;
pub mod config;
pub mod db;
pub mod demo;
pub mod error;
pub mod features;
mod hearing;
pub mod http;
mod idempotency;
pub mod kernel;
pub mod mail;
pub mod openapi;
mod outbox;
mod policy;
mod reactions;
pub mod retention;
pub mod router;
mod schema;
pub mod secrets;
pub mod server;
mod stop;
mod telemetry;
mod version;
pub mod worker;
