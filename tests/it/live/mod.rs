//! Live streams: what they tell, to whom, how often, and how they end.

mod board;
mod closing;
mod limits;
mod pace;
mod processes;
mod project;

use std::collections::HashMap;

use cofund_tests::{Program, TestApp};

/// Another process on the same database, without a worker.
fn another_process(app: &TestApp, more: &[(&'static str, &str)]) -> Program {
    let mut settings: HashMap<_, _> = Program::settings(&app.database, "smtp://127.0.0.1:9");
    settings.extend(more.iter().map(|(name, value)| (*name, (*value).to_owned())));
    Program::serve_with(&["serve", "--no-worker"], &settings)
}
