//! The program that `docs/LEDGER.md` shows: it is run as it stands there.

use std::process::Command;

use chrono::TimeDelta;
use cofund_tests::{json, test};
use tempfile::TempDir;

use super::{atoll, close_reef, downloaded, parsed, reef, told};

const PAGE: &str = include_str!("../../../docs/LEDGER.md");

fn program() -> &'static str {
    let blocks: Vec<&str> = PAGE.split("```js\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    assert_eq!(blocks.len(), 1, "docs/LEDGER.md shows one program");
    blocks[0]
}

/// Whether it succeeded, and what it printed.
pub fn run(ledger: &str, known: &[&str]) -> (bool, String) {
    let folder = TempDir::new().expect("a folder");
    let (verifier, file) = (folder.path().join("verify.mjs"), folder.path().join("ledger.jsonl"));
    std::fs::write(&verifier, program()).expect("the program is written");
    std::fs::write(&file, ledger).expect("the ledger is written");
    let ran = Command::new("node").arg(verifier).arg(file).args(known).output();
    let output = ran.unwrap_or_else(|_| panic!("node is missing: install Node.js 20.19 or newer (https://nodejs.org)"));
    let text = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(matches!(output.status.code(), Some(0 | 1)), "{text}");
    (output.status.success(), text.trim().to_owned())
}

#[track_caller]
fn fails(ledger: &str, words: &str) {
    assert_eq!(run(ledger, &[]), (false, words.to_owned()));
}

fn joined(lines: &[&str]) -> String {
    lines.iter().map(|line| format!("{line}\n")).collect()
}

#[test]
fn it_is_twenty_lines() {
    assert!(program().lines().count() <= 20);
}

#[test]
fn it_finds_a_real_ledger_good() {
    test(async |app| {
        let reef = reef(app).await;
        let cedar = app.backer("Cedar").await;
        let known = told(cedar.pledge("reef", json!({ "amount": "100.00" })).await.is(201));
        let at_that_time = downloaded(app, "reef").await;
        let later = (app.clock.now() + TimeDelta::days(60)).date_naive();
        app.run("reef", "extend", json!({ "pledge_by": later, "reason": "The year is long" })).await.is(200);
        let head = told(&reef.alder.lead.get(&format!("/pledges/{}", reef.pledge)).await);
        let ledger = downloaded(app, "reef").await;
        let good = format!("{}: 7 lines, head {head}", reef.id);
        assert_eq!(run(&ledger, &[]), (true, good.clone()));
        // A head of another time is in it as well, but not in a ledger that ends before.
        assert_eq!(run(&ledger, &[&known]), (true, good));
        assert!(run(&at_that_time, &[&known]).0);
        assert!(!run(&at_that_time, &[&head]).0);
    });
}

#[test]
fn it_reads_all_projects_at_once() {
    test(async |app| {
        reef(app).await;
        atoll(app).await;
        let export = app.public().get("/exports/ledger.jsonl").await.is(200).text();
        let (good, text) = run(&export, &[]);
        assert!(good && text.lines().count() == 2, "{text}");
    });
}

#[test]
fn it_finds_what_was_done_to_a_ledger() {
    test(async |app| {
        reef(app).await;
        close_reef(app).await;
        let ledger = downloaded(app, "reef").await;
        let lines: Vec<&str> = ledger.lines().collect();
        assert_eq!(lines.len(), 6);
        fails(&ledger.replacen("\"amount\":\"100.00\"", "\"amount\":\"900.00\"", 1), "line 3 was changed");
        fails(&ledger.replacen("Küste", "Kuste", 1), "line 6 was changed");
        fails(&joined(&[lines[0], lines[1], lines[3], lines[4]]), "line 3 does not follow the line before it");
        fails(&joined(&lines[1..]), "line 1 does not follow the line before it");
        let swapped = joined(&[lines[0], lines[2], lines[1], lines[3], lines[4]]);
        fails(&swapped, "line 2 does not follow the line before it");
        fails(&joined(&[lines[0], lines[1], lines[1]]), "line 3 does not follow the line before it");
        fails(ledger.trim_end().trim_end_matches('}'), "line 6 is not whole");
        fails("null\n", "line 1 does not follow the line before it");
    });
}

/// Without its last lines a ledger is a good one; whoever knows its head sees that they are gone.
#[test]
fn a_lost_end_shows_to_who_knows_the_head() {
    test(async |app| {
        let reef = reef(app).await;
        let ledger = downloaded(app, "reef").await;
        let lines: Vec<&str> = ledger.lines().collect();
        let shorter = joined(&lines[..4]);
        let parsed = parsed(&ledger);
        let head = parsed[4]["hash"].as_str().expect("a hash");
        let (good, text) = run(&shorter, &[]);
        assert!(good && text.starts_with(&format!("{}: 4 lines, head ", reef.id)), "{text}");
        let missing = format!("the line with the hash {head} is missing");
        assert_eq!(run(&shorter, &[head]), (false, missing));
        assert!(run(&ledger, &[head]).0);
    });
}
