//! Everything that is actix: what comes in becomes vocabulary, what goes out becomes a response.

pub mod answer;
pub mod body;
pub mod caller;
pub mod codings;
pub mod dev;
pub mod docs;
pub mod download;
pub mod etag;
pub mod headers;
pub mod health;
pub mod limits;
pub mod list;
pub mod metrics;
pub mod origins;
pub mod params;
pub mod path;
pub mod print;
pub mod problem;
pub mod ready;
pub mod request_id;
pub mod requests;
pub mod route;
pub mod spa;
pub mod together;
