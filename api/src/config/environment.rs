//! Settings come from the environment and from nowhere else.
//!
//! clap parses and documents them, but they are no arguments: a secret on a command line is seen by everybody on the
//! machine, and a setting with two sources is looked for in the wrong one.

use std::fmt::Write as _;

use anyhow::anyhow;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, CommandFactory, Parser};

/// Reads the settings, or says in one line which of them is wrong.
pub fn read<S: Parser>() -> anyhow::Result<S> {
    S::try_parse_from(["cofund"]).map_err(|error| anyhow!(sentence(&S::command(), &error)))
}

/// What `--help` says of them.
pub fn help<S: CommandFactory>() -> String {
    let mut text = String::from("Environment:\n");
    for setting in S::command().get_arguments() {
        let Some(name) = setting.get_env().and_then(|name| name.to_str()) else { continue };
        let help = setting.get_help().map(ToString::to_string).unwrap_or_default();
        let defaults: Vec<_> = setting.get_default_values().iter().filter_map(|value| value.to_str()).collect();
        let note = match (setting.is_required_set(), defaults.is_empty()) {
            (true, _) => " [required]".to_owned(),
            (false, false) => format!(" [default: {}]", defaults.join(",")),
            (false, true) => String::new(),
        };
        let _ = write!(text, "  {name}\n          {help}{note}\n");
    }
    text
}

fn sentence(settings: &Command, error: &clap::Error) -> String {
    let flag = match error.get(ContextKind::InvalidArg) {
        Some(ContextValue::String(flag)) => Some(flag.as_str()),
        Some(ContextValue::Strings(flags)) => flags.first().map(String::as_str),
        _ => None,
    };
    let name = flag.and_then(|flag| variable(settings, flag)).unwrap_or_else(|| "The environment".to_owned());
    if error.kind() == ErrorKind::MissingRequiredArgument {
        return format!("{name} is required; `cofund serve --help` describes all settings.");
    }
    let why = std::error::Error::source(error).map(|why| format!(": {}", why.to_string().trim_end_matches('.')));
    let why = why.unwrap_or_default();
    let allowed = match error.get(ContextKind::ValidValue) {
        Some(ContextValue::Strings(values)) => format!(" (one of {})", values.join(", ")),
        _ => String::new(),
    };
    format!("{name} has a wrong value{why}{allowed}.")
}

/// The variable behind what clap calls `--some-flag <VALUE>`.
fn variable(settings: &Command, flag: &str) -> Option<String> {
    let long = flag.trim_start_matches("--").split([' ', '=']).next()?;
    let setting = settings.get_arguments().find(|setting| setting.get_long() == Some(long))?;
    setting.get_env()?.to_str().map(str::to_owned)
}
