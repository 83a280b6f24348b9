//! `--help` says all there is to set.

use std::collections::BTreeSet;

use cofund_tests::Program;

fn help(arguments: &[&str]) -> String {
    let said = Program::run(arguments, &[]);
    assert!(said.success && said.err.is_empty(), "{arguments:?}: {}", said.err);
    said.out
}

/// The variables the program's own source says it reads.
fn variables() -> BTreeSet<&'static str> {
    let source = include_str!("../../../api/src/config/mod.rs");
    source.split("env = \"").skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// What stands under a variable's name.
fn words_on<'a>(help: &'a str, variable: &str) -> Option<&'a str> {
    let mut lines = help.lines().skip_while(|line| line.split_whitespace().next() != Some(variable));
    lines.next()?;
    lines.next().map(str::trim)
}

#[test]
fn every_variable_is_described() {
    let variables = variables();
    assert!(variables.len() > 20, "{variables:?}");
    let help = help(&["serve", "--help"]);
    for variable in variables {
        let words = words_on(&help, variable).unwrap_or_else(|| panic!("{variable} is not described:\n{help}"));
        assert!(words.len() > 15, "{variable}: {words}");
    }
}

#[test]
fn what_is_named_by_whoever_sets_it_up_is_described_too() {
    let help = help(&["serve", "--help"]);
    for variable in ["COFUND_OIDC_<NAME>_ISSUER", "COFUND_OIDC_<NAME>_CLIENT_SECRET", "COFUND_GITHUB_CLIENT_ID"] {
        assert!(words_on(&help, variable).is_some_and(|words| words.len() > 15), "{variable}:\n{help}");
    }
}

#[test]
fn a_command_describes_what_it_reads_and_no_more() {
    assert!(words_on(&help(&["worker", "--help"]), "SMTP_URL").is_some());
    assert!(words_on(&help(&["worker", "--help"]), "COFUND_BIND").is_none());
    let of_the_store: [&[&str]; 4] = [&["migrate"], &["user", "create"], &["token", "create"], &["ledger", "verify"]];
    for command in of_the_store {
        let help = help(&[command, &["--help"]].concat());
        assert!(words_on(&help, "DATABASE_URL").is_some_and(|words| words.ends_with("[required]")), "{help}");
        assert!(words_on(&help, "COFUND_SECRET").is_none(), "{help}");
    }
}

#[test]
fn nothing_is_shown_of_the_environment_it_runs_in() {
    let secret = "a secret that is long enough to be one";
    let said =
        Program::run(&["serve", "--help"], &[("COFUND_SECRET", secret), ("DATABASE_URL", "postgres://a:hunter2@b/c")]);
    assert!(said.success && !said.out.contains(secret) && !said.out.contains("hunter2"));
}

#[test]
fn settings_are_no_arguments() {
    let said = Program::run(&["serve", "--secret", "a secret on a command line is seen by all"], &[]);
    assert!(!said.success && said.err.contains("--secret"), "{}", said.err);
    assert!(!Program::run(&[], &[]).success && !Program::run(&["nonsense"], &[]).success);
}
