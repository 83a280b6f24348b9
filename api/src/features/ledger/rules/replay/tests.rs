//! Ledgers as they come, and as they may not.

use chrono::DateTime;
use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::kernel::ProjectId;

/// Writes a ledger line by line; totals are goal, pledged, ceilings, waiting, signed (in cents) and backers.
struct Writer(Vec<Line>);

fn money(cents: i64) -> Value {
    json!(format!("{}.{:02}", cents / 100, cents % 100))
}

impl Writer {
    fn opened(mode: &str, goal: i64) -> Self {
        let mut writer = Self(Vec::new());
        writer.line("opened", json!({ "mode": mode, "goal": money(goal) }), [goal, 0, 0, 0, 0], 0);
        writer
    }

    fn line(&mut self, kind: &str, mut data: Value, totals: [i64; 5], backers: usize) -> &mut Self {
        let [goal, pledged, ceilings, waiting, signed] = totals.map(money);
        data["totals"] = json!({ "goal": goal, "pledged": pledged, "ceilings": ceilings, "waiting": waiting,
            "signed": signed, "backers": backers });
        let project = ProjectId::from(uuid::Uuid::nil());
        let seq = i32::try_from(self.0.len()).unwrap() + 1;
        let (at, kind) = (DateTime::UNIX_EPOCH, kind.to_owned());
        self.0.push(Line { project, seq, at, kind, data, prev_hash: String::new(), hash: String::new() });
        self
    }

    fn pledge(&mut self, what: &str, pledge: &str, cents: i64, totals: [i64; 5], backers: usize) -> &mut Self {
        let data = json!({ "pledge": pledge, "amount": money(cents) });
        self.line(&format!("pledge_{what}"), data, totals, backers)
    }

    fn settled(&mut self, shares: &[(&str, i64, i64)], totals: [i64; 5], backers: usize) -> &mut Self {
        let share = |(pledge, ceiling, share): &(&str, i64, i64)| json!({ "pledge": pledge, "ceiling": money(*ceiling), "share": money(*share) });
        self.line("settled", json!({ "shares": shares.iter().map(share).collect::<Vec<_>>() }), totals, backers)
    }

    #[track_caller]
    fn holds(&self) {
        let last = Totals::read(&self.0.last().unwrap().data).unwrap();
        assert_eq!(replay(&self.0), Ok(last));
    }

    #[track_caller]
    fn fails(&self, words: &str) {
        let fault = replay(&self.0).unwrap_err();
        assert_eq!(fault.seq, self.0.last().unwrap().seq, "{fault}");
        assert!(fault.what.contains(words), "{fault}");
    }
}

#[test]
fn first_come_is_funded_and_a_gap_is_filled() {
    let mut ledger = Writer::opened("fixed", 10_000);
    ledger.pledge("placed", "a", 4_000, [10_000, 4_000, 4_000, 0, 0], 1);
    ledger.pledge("edited", "a", 5_000, [10_000, 5_000, 5_000, 0, 0], 1);
    ledger.pledge("placed", "b", 5_000, [10_000, 10_000, 10_000, 0, 0], 2);
    ledger.line("funded", json!({}), [10_000, 10_000, 10_000, 0, 0], 2);
    ledger.pledge("signed", "a", 5_000, [10_000, 10_000, 10_000, 0, 5_000], 2);
    ledger.pledge("defaulted", "a", 5_000, [10_000, 5_000, 5_000, 0, 0], 1);
    ledger.pledge("placed", "c", 5_000, [10_000, 10_000, 10_000, 0, 0], 2);
    ledger.holds();
}

#[test]
fn a_coalition_settles_and_then_counts_shares() {
    let mut ledger = Writer::opened("shared", 10_000);
    ledger.pledge("placed", "a", 8_000, [10_000, 8_000, 8_000, 0, 0], 1);
    ledger.pledge("placed", "b", 3_000, [10_000, 8_000, 8_000, 3_000, 0], 1);
    ledger.pledge("placed", "c", 8_000, [10_000, 10_000, 16_000, 3_000, 0], 2);
    ledger.settled(&[("a", 8_000, 5_000), ("c", 8_000, 5_000)], [10_000, 10_000, 10_000, 0, 0], 2);
    ledger.line("funded", json!({}), [10_000, 10_000, 10_000, 0, 0], 2);
    ledger.pledge("signed", "c", 5_000, [10_000, 10_000, 10_000, 0, 5_000], 2);
    ledger.pledge("withdrawn", "a", 8_000, [10_000, 5_000, 5_000, 0, 5_000], 1);
    // Who waited was released, and may come again.
    ledger.pledge("placed", "b", 2_000, [10_000, 7_000, 7_000, 0, 5_000], 2);
    ledger.pledge("edited", "b", 5_000, [10_000, 10_000, 10_000, 0, 5_000], 2);
    ledger.pledge("defaulted", "c", 5_000, [10_000, 5_000, 5_000, 0, 0], 1);
    ledger.line("closed", json!({}), [10_000, 0, 0, 0, 0], 0);
    ledger.holds();
}

#[test]
fn a_candidate_that_closes_has_nothing() {
    let mut ledger = Writer(Vec::new());
    ledger.line("closed", json!({ "reason": "declined", "note": "No." }), [5_000, 0, 0, 0, 0], 0).holds();
    ledger.0[0].data["totals"]["goal"] = Value::Null;
    ledger.holds();
}

#[test]
fn what_cannot_have_happened_is_a_fault() {
    let totals = [10_000, 4_000, 4_000, 0, 0];
    let placed = || {
        let mut ledger = Writer::opened("fixed", 10_000);
        ledger.pledge("placed", "a", 4_000, totals, 1);
        ledger
    };
    placed().pledge("placed", "a", 4_000, totals, 1).fails("stands already");
    placed().pledge("withdrawn", "b", 4_000, totals, 1).fails("no such pledge");
    placed().pledge("shown", "b", 4_000, totals, 1).fails("no such pledge");
    placed().pledge("withdrawn", "a", 3_999, totals, 1).fails("is 40.00");
    placed().pledge("defaulted", "a", 4_000, [10_000, 0, 0, 0, 0], 0).fails("not signed");
    placed().pledge("withdrawn", "a", 4_000, totals, 1).fails("come to 0.00");
    placed().pledge("placed", "b", 6_001, [10_000, 10_001, 10_001, 0, 0], 2).fails("more is pledged");
    placed().line("funded", json!({}), totals, 1).fails("not the goal");
    placed().line("missed", json!({}), [9_999, 4_000, 4_000, 0, 0], 1).fails("goal");
    placed().line("edited", json!({ "mode": "shared", "goal": "100.00" }), totals, 1).fails("mode changes");
    placed().line("covered", json!({}), totals, 1).fails("nothing is known");
    placed().line("missed", json!({}), [10_000, 4_000, 4_001, 0, 0], 1).fails("ceilings");
    placed().line("closed", json!({}), totals, 1).fails("come to 0.00");
    let closed = || {
        let mut ledger = placed();
        ledger.line("closed", json!({}), [10_000, 0, 0, 0, 0], 0);
        ledger
    };
    closed().holds();
    closed().line("extended", json!({}), [10_000, 0, 0, 0, 0], 0).fails("after the end");
    placed().settled(&[], totals, 1).fails("nothing to settle");
    Writer(Vec::new()).pledge("placed", "a", 4_000, totals, 1).fails("not opened");
    for amount in [json!(40), json!("40"), json!("040.00"), json!("-40.00"), json!("4e1"), Value::Null] {
        let mut ledger = Writer::opened("fixed", 10_000);
        ledger.line("pledge_placed", json!({ "pledge": "a", "amount": amount }), totals, 1).fails("amount");
    }
    let signed = || {
        let mut ledger = placed();
        ledger.pledge("signed", "a", 4_000, [10_000, 4_000, 4_000, 0, 4_000], 1);
        ledger
    };
    signed().pledge("withdrawn", "a", 4_000, [10_000, 0, 0, 0, 0], 0).fails("signed pledge");
    signed().pledge("edited", "a", 4_000, [10_000, 4_000, 4_000, 0, 0], 1).fails("signed pledge");
    signed().pledge("signed", "a", 4_000, [10_000, 4_000, 4_000, 0, 4_000], 1).fails("cannot be signed");
    signed().line("closed", json!({}), [10_000, 0, 0, 0, 0], 0).fails("while a signed");
}

#[test]
fn shares_are_those_of_the_pledges() {
    let totals = [10_000, 10_000, 10_000, 0, 0];
    let covered = || {
        let mut ledger = Writer::opened("shared", 10_000);
        ledger.pledge("placed", "a", 6_000, [10_000, 6_000, 6_000, 0, 0], 1);
        ledger.pledge("placed", "b", 6_000, [10_000, 10_000, 12_000, 0, 0], 2);
        ledger
    };
    covered().settled(&[("a", 6_000, 5_000), ("b", 6_000, 5_000)], totals, 2).holds();
    covered().settled(&[("a", 6_000, 5_000), ("b", 6_000, 4_999)], totals, 2).fails("come to 99.99");
    covered().settled(&[("a", 6_000, 6_001), ("b", 6_000, 3_999)], totals, 2).fails("share of a");
    covered().settled(&[("a", 5_000, 5_000), ("b", 6_000, 5_000)], totals, 2).fails("share of a");
    covered().settled(&[("a", 6_000, 5_000), ("a", 6_000, 5_000)], totals, 2).fails("share of a");
    covered().settled(&[("a", 6_000, 5_000), ("c", 6_000, 5_000)], totals, 2).fails("no such pledge");
    covered().settled(&[("a", 6_000, 6_000)], [10_000, 6_000, 6_000, 6_000, 0], 1).fails("come to 0.00");
    covered().pledge("signed", "a", 6_000, totals, 2).fails("cannot be signed");
}

/// Any sequence of placing, changing and withdrawing by six, the model of which is a list of amounts.
fn written(mode: &str, steps: &[(usize, i64)], waits: usize) -> Vec<Line> {
    let goal = 10_000;
    let mut ledger = Writer::opened(mode, goal);
    let mut amounts = [0_i64; 6];
    for (who, amount) in steps {
        let others: i64 = amounts.iter().sum::<i64>() - amounts[*who];
        let amount = if mode == "fixed" { (*amount).min(goal - others) } else { *amount };
        let before = std::mem::replace(&mut amounts[*who], amount);
        let what = match (before, amount) {
            (0, 0) => continue,
            (0, _) => "placed",
            (_, 0) => "withdrawn",
            _ => "edited",
        };
        // In a coalition one of them waits.
        let waiting = if mode == "shared" { amounts[waits] } else { 0 };
        let ceilings = amounts.iter().sum::<i64>() - waiting;
        let active = |(at, amount): (usize, &i64)| *amount > 0 && (mode == "fixed" || at != waits);
        let backers = amounts.iter().enumerate().filter(|it| active(*it)).count();
        let totals = [goal, ceilings.min(goal), ceilings, waiting, 0];
        ledger.pledge(what, &who.to_string(), if amount == 0 { before } else { amount }, totals, backers);
    }
    ledger.0
}

proptest! {
    #[test]
    fn what_happened_adds_up_and_a_cent_more_or_less_does_not(
        shared in any::<bool>(),
        steps in prop::collection::vec((0_usize..6, 0_i64..4_000), 1..24),
        waits in 0_usize..6,
        at in any::<prop::sample::Index>(),
        which in prop::sample::select(vec!["goal", "pledged", "ceilings", "waiting", "signed", "backers"]),
    ) {
        let mut lines = written(if shared { "shared" } else { "fixed" }, &steps, waits);
        let last = Totals::read(&lines.last().unwrap().data).unwrap();
        prop_assert_eq!(replay(&lines), Ok(last));
        let at = at.index(lines.len());
        let total = &mut lines[at].data["totals"][which];
        *total = match total.as_i64() {
            Some(backers) => json!(backers + 7),
            None => money(amount(&json!({ "it": total }), "it").unwrap().cents() + 1),
        };
        prop_assert_eq!(replay(&lines).unwrap_err().seq, lines[at].seq);
    }
}
