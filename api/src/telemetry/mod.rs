//! Log lines: structured, one for each request, with its id. Never a token, an address of a person, or a body.

mod lines;

use tracing_subscriber::EnvFilter;

pub use self::lines::Flush;
use self::lines::Lines;
use crate::config::LogFormat;

/// `RUST_LOG` chooses what is said; without it what operators want to see.
pub fn start_logging(format: LogFormat) {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info,actix_server=warn"));
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(Lines::start());
    match format {
        LogFormat::Json => builder.json().flatten_event(true).with_span_list(false).init(),
        LogFormat::Pretty => builder.compact().init(),
    }
}
