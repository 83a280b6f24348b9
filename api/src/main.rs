//! The program `cofund`; everything is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    cofund::cli::run()
}
