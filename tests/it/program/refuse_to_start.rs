//! A wrong setting stops the start with one clear line.

use std::net::TcpListener;

use cofund_tests::{Database, Program, test_program};

type Change<'a> = (&'a str, Option<&'a str>);

/// Starts it with these settings changed (`None`: left out); the line with which it refused.
fn refusal(database: &Database, changes: &[Change<'_>]) -> String {
    let mut settings = Program::settings(database, "smtp://127.0.0.1:1");
    let mut environment: Vec<(&str, &str)> = Vec::new();
    for (name, value) in changes {
        settings.remove(*name);
        environment.extend(value.map(|value| (*name, value)));
    }
    environment.extend(settings.iter().map(|(name, value)| (*name, value.as_str())));
    let said = Program::run(&["serve"], &environment);
    assert!(!said.success, "{changes:?} is a reason not to start");
    let lines: Vec<_> = said.err.lines().collect();
    assert_eq!((lines.len(), said.out.as_str()), (1, ""), "{changes:?}: {}", said.err);
    assert!(lines[0].starts_with("cofund: ") && lines[0].len() < 250, "{}", lines[0]);
    lines[0].to_owned()
}

#[track_caller]
fn says(line: &str, words: &[&str]) {
    for word in words {
        assert!(line.contains(word), "{word} is not in: {line}");
    }
}

#[test]
fn without_mail_or_secret_it_runs_only_in_development() {
    test_program(async |database| {
        says(&refusal(database, &[("SMTP_URL", None)]), &["SMTP_URL is required", "COFUND_DEV=true"]);
        says(&refusal(database, &[("COFUND_SECRET", None)]), &["COFUND_SECRET", "is required", "openssl rand"]);
        let off = ("COFUND_DEV", Some("false"));
        says(&refusal(database, &[("SMTP_URL", None), off]), &["SMTP_URL is required"]);
    });
}

#[test]
fn development_stays_on_this_machine() {
    test_program(async |database| {
        let dev = ("COFUND_DEV", Some("true"));
        for bind in ["0.0.0.0:0", "192.0.2.1:8080", "[::]:8080"] {
            says(&refusal(database, &[dev, ("COFUND_BIND", Some(bind))]), &["COFUND_DEV=true", "COFUND_BIND", bind]);
        }
        for url in ["https://cofund.example", "http://localhost.example:8080", "http://127.0.0.1.nip.example"] {
            let line = refusal(database, &[dev, ("COFUND_PUBLIC_URL", Some(url))]);
            says(&line, &["COFUND_DEV=true", "COFUND_PUBLIC_URL", url]);
        }
    });
}

#[test]
fn a_value_that_is_wrong_is_named_and_a_secret_one_not_repeated() {
    test_program(async |database| {
        let cases = [
            ("COFUND_SECRET", "hunter2-is-short", "at least 32 characters"),
            ("COFUND_CURRENCY", "JPY", "decimals"),
            ("COFUND_CURRENCY", "XYZ", ""),
            ("COFUND_BIND", "hunter2", ""),
            ("COFUND_METRICS_BIND", "127.0.0.1", ""),
            ("COFUND_PUBLIC_URL", "https://cofund.example/path", "without a path"),
            ("COFUND_PUBLIC_URL", "ftp://cofund.example", ""),
            ("COFUND_SPA_ORIGINS", "nonsense", ""),
            ("COFUND_TRUSTED_PROXIES", "10.0.0.0/99", ""),
            ("COFUND_LIMIT_PERSON", "many", ""),
            ("COFUND_STOP_TIMEOUT", "0", "from 1 to 3600"),
            ("COFUND_DEV", "maybe", "true"),
            ("COFUND_LOG", "xml", "json, pretty"),
            ("COFUND_MAIL_FROM", "nobody", "mail address"),
            ("SMTP_URL", "hunter2://mail.example", "mail server"),
            ("SMTP_URL", "smtp://user:hunter2@", "mail server"),
            ("DATABASE_URL", "mysql://ana:hunter2@db.example/cofund", "PostgreSQL"),
            ("DATABASE_URL", "postgres://ana:hunter2@db.example:port/cofund", "PostgreSQL"),
        ];
        for (name, value, words) in cases {
            let line = refusal(database, &[(name, Some(value))]);
            says(&line, &[name, words]);
            assert!(name == "COFUND_BIND" || !line.contains("hunter2"), "{line}");
        }
    });
}

#[test]
fn a_secret_comes_from_one_place() {
    test_program(async |database| {
        let missing = ("COFUND_SECRET_FILE", Some("/nowhere/secrets"));
        says(&refusal(database, &[missing, ("COFUND_SECRET", None)]), &["COFUND_SECRET_FILE", "/nowhere/secrets"]);
        says(&refusal(database, &[missing]), &["COFUND_SECRET"]);
    });
}

#[test]
fn a_database_that_cannot_be_used_is_told_from_one_that_is_not_ready() {
    test_program(async |database| {
        says(&refusal(database, &[("DATABASE_URL", None)]), &["DATABASE_URL is required"]);
        let closed = "postgres://ana:hunter2@127.0.0.1:1/cofund";
        let line = refusal(database, &[("DATABASE_URL", Some(closed))]);
        says(&line, &["database"]);
        assert!(!line.contains("hunter2"), "{line}");
        let absent = format!("{}_absent", database.url);
        says(&refusal(database, &[("DATABASE_URL", Some(&absent))]), &["does not exist"]);
        let bare = Database::create_bare().await;
        says(&refusal(database, &[("DATABASE_URL", Some(&bare.url))]), &["cofund migrate"]);
        bare.drop().await;
    });
}

#[test]
fn an_address_that_is_taken_is_named() {
    test_program(async |database| {
        let taken = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let taken = taken.local_addr().map(|address| (taken, address.to_string()));
        let (_held, address) = taken.expect("it has an address");
        for name in ["COFUND_BIND", "COFUND_METRICS_BIND"] {
            says(&refusal(database, &[(name, Some(&address))]), &[name, &address]);
        }
    });
}
