//! How the API behaves whatever it is asked.

mod at_once;
mod bodies;
mod caching;
mod cors;
mod hang_up;
mod headers;
mod idempotency;
mod idempotency_keys;
mod limits;
mod proxies;
mod refusals;
mod request_ids;
