//! A project's totals, worked out again from what its ledger says happened, and compared with what each line states.
//!
//! In mode `fixed` a pledge counts its amount. In mode `shared` amounts are ceilings until `settled` lists the shares:
//! before that only sums can be compared, since who is active is derived; after it each pledge counts its share, and
//! one that is placed or changed counts its amount. Totals are those right after each line, so that what settling or
//! closing releases leaves the totals line by line.

use serde_json::Value;

use super::Fault;
use super::line::Line;
use super::tally::{Live, Tally};
use super::totals::{Totals, amount, text};
use crate::kernel::{Amount, Mode};

pub struct Replay {
    mode: Option<Mode>,
    /// Once a line has set it.
    goal: Option<Amount>,
    settled: bool,
    tally: Tally,
    totals: Totals,
}

/// What the whole ledger comes to, or the first line that does not add up.
pub fn replay(lines: &[Line]) -> Result<Totals, Fault> {
    let mut replay = Replay::new();
    lines.iter().try_for_each(|line| replay.take(line))?;
    Ok(replay.totals)
}

impl Replay {
    #[expect(clippy::new_without_default, reason = "a beginning, not a default")]
    pub fn new() -> Self {
        Self { mode: None, goal: None, settled: false, tally: Tally::default(), totals: Totals::nothing() }
    }

    pub fn take(&mut self, line: &Line) -> Result<(), Fault> {
        self.step(&line.kind, &line.data).map_err(|what| Fault { seq: line.seq, what })
    }

    pub fn totals(&self) -> &Totals {
        &self.totals
    }

    fn step(&mut self, kind: &str, data: &Value) -> Result<(), String> {
        match kind {
            "opened" | "edited" => self.define(data)?,
            "extended" | "missed" | "funded" => {}
            // Whatever no agreement binds is released with it.
            "closed" => self.tally.keep(|live| live.signed),
            "settled" => self.settle(data)?,
            "pledge_placed" => self.place(data)?,
            "pledge_edited" => self.edit(data)?,
            "pledge_shown" => drop(self.tally.find(text(data, "pledge")?)?),
            "pledge_signed" => self.sign(data)?,
            "pledge_withdrawn" | "pledge_released" => self.end(data, false)?,
            "pledge_defaulted" => self.end(data, true)?,
            other => return Err(format!("nothing is known of {other:?}")),
        }
        let totals = Totals::read(data)?;
        self.compare(&totals)?;
        if kind == "funded" && Some(totals.pledged) != totals.goal {
            return Err("it says funded, but what is pledged is not the goal".to_owned());
        }
        self.totals = totals;
        Ok(())
    }

    fn define(&mut self, data: &Value) -> Result<(), String> {
        let mode = Mode::parse(text(data, "mode")?).map_err(|invalid| invalid.detail)?;
        if self.mode.is_some_and(|before| before != mode) && !self.tally.is_empty() {
            return Err("the mode changes while pledges stand".to_owned());
        }
        self.mode = Some(mode);
        self.goal = Some(amount(data, "goal")?);
        Ok(())
    }

    fn place(&mut self, data: &Value) -> Result<(), String> {
        let amount = amount(data, "amount")?;
        let live = Live { amount, counted: self.counts(amount)?, signed: false };
        self.tally.enter(text(data, "pledge")?, live)
    }

    fn edit(&mut self, data: &Value) -> Result<(), String> {
        let (handle, amount) = (text(data, "pledge")?, amount(data, "amount")?);
        let before = self.tally.leave(handle)?;
        if before.signed {
            return Err("a signed pledge changes".to_owned());
        }
        self.tally.enter(handle, Live { amount, counted: self.counts(amount)?, signed: false })
    }

    fn sign(&mut self, data: &Value) -> Result<(), String> {
        let live = self.leave(data)?;
        if live.signed || live.counted.is_none() {
            return Err("this pledge cannot be signed".to_owned());
        }
        self.tally.enter(text(data, "pledge")?, Live { signed: true, ..live })
    }

    fn end(&mut self, data: &Value, signed: bool) -> Result<(), String> {
        let live = self.leave(data)?;
        match (live.signed, signed) {
            (true, false) => Err("a signed pledge is withdrawn or released".to_owned()),
            (false, true) => Err("a pledge that is not signed defaults".to_owned()),
            _ => Ok(()),
        }
    }

    /// The pledge the line is about, by its handle and its amount: the full one, or what it counts.
    fn leave(&mut self, data: &Value) -> Result<Live, String> {
        let live = self.tally.leave(text(data, "pledge")?)?;
        let said = amount(data, "amount")?;
        if said == live.amount || Some(said) == live.counted {
            Ok(live)
        } else {
            Err(format!("the pledge is said to be {said}, but is {}", live.amount))
        }
    }

    fn settle(&mut self, data: &Value) -> Result<(), String> {
        if self.mode != Some(Mode::Shared) || self.settled {
            return Err("there is nothing to settle".to_owned());
        }
        self.settled = true;
        for entry in data["shares"].as_array().ok_or("shares are missing")? {
            let (handle, ceiling, share) = (text(entry, "pledge")?, amount(entry, "ceiling")?, amount(entry, "share")?);
            let live = self.tally.leave(handle)?;
            if live.counted.is_some() || live.amount != ceiling || share > ceiling {
                return Err(format!("the share of {handle} is not one of its pledge"));
            }
            self.tally.enter(handle, Live { counted: Some(share), ..live })?;
        }
        // Who waited is released.
        self.tally.keep(|live| live.counted.is_some());
        Ok(())
    }

    /// What a pledge of this amount counts from now on, if that is known.
    fn counts(&self, amount: Amount) -> Result<Option<Amount>, String> {
        match self.mode {
            None => Err("the project was not opened".to_owned()),
            Some(Mode::Shared) if !self.settled => Ok(None),
            Some(_) => Ok(Some(amount)),
        }
    }

    fn compare(&self, said: &Totals) -> Result<(), String> {
        if self.goal.is_some() && said.goal != self.goal {
            return Err("the goal is not the one that was set".to_owned());
        }
        let differs = |name: &str, said: Amount, comes: Amount| {
            Err(format!("{name} is said to be {said}, but the lines come to {comes}"))
        };
        let (counted, uncounted) = (&self.tally.counted, &self.tally.uncounted);
        let forming = self.mode == Some(Mode::Shared) && !self.settled;
        if forming {
            if !uncounted.is(said.ceilings + said.waiting) {
                return differs("ceilings and waiting", said.ceilings + said.waiting, uncounted.amount());
            }
            let pledged = said.goal.map_or(Amount::ZERO, |goal| goal.min(said.ceilings));
            if said.pledged != pledged {
                return differs("pledged", said.pledged, pledged);
            }
        } else {
            if !counted.is(said.pledged) {
                return differs("pledged", said.pledged, counted.amount());
            }
            if !uncounted.is(said.waiting) {
                return differs("waiting", said.waiting, uncounted.amount());
            }
        }
        if !self.tally.signed.is(said.signed) {
            return differs("signed", said.signed, self.tally.signed.amount());
        }
        // Who is active in a forming coalition is derived; all of them are if nobody waits.
        let backers = if forming && !said.waiting.is_zero() {
            let nobody = said.ceilings.is_zero();
            said.backers < uncounted.pledges && (said.backers == 0) == nobody
        } else {
            said.backers == if forming { uncounted.pledges } else { counted.pledges }
        };
        if !backers {
            return Err(format!("there are not {} backers", said.backers));
        }
        if said.goal.is_some_and(|goal| said.pledged > goal) {
            return Err("more is pledged than the goal".to_owned());
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
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
        ledger.pledge("signed", "c", 5_000, [10_000, 10_000, 16_000, 0, 5_000], 2);
        ledger.pledge("withdrawn", "a", 8_000, [10_000, 5_000, 8_000, 0, 5_000], 1);
        ledger.pledge("placed", "d", 2_000, [10_000, 7_000, 10_000, 0, 5_000], 2);
        ledger.pledge("edited", "d", 5_000, [10_000, 10_000, 13_000, 0, 5_000], 2);
        ledger.holds();
    }

    #[test]
    fn what_closes_releases_what_stands() {
        for mode in ["fixed", "shared"] {
            let mut ledger = Writer::opened(mode, 10_000);
            ledger.pledge("placed", "a", 4_000, [10_000, 4_000, 4_000, 0, 0], 1);
            let closed = json!({ "reason": "declined", "note": "No." });
            ledger.line("closed", closed.clone(), [10_000, 0, 0, 0, 0], 0).holds();
            ledger.line("closed", closed, [10_000, 4_000, 4_000, 0, 0], 1).fails("0.00");
        }
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
    }

    #[test]
    fn shares_are_those_of_the_pledges() {
        let totals = [10_000, 10_000, 12_000, 0, 0];
        let covered = || {
            let mut ledger = Writer::opened("shared", 10_000);
            ledger.pledge("placed", "a", 6_000, [10_000, 6_000, 6_000, 0, 0], 1);
            ledger.pledge("placed", "b", 6_000, totals, 2);
            ledger
        };
        covered().settled(&[("a", 6_000, 5_000), ("b", 6_000, 5_000)], totals, 2).holds();
        covered().settled(&[("a", 6_000, 5_000), ("b", 6_000, 4_999)], totals, 2).fails("come to 99.99");
        covered().settled(&[("a", 6_000, 6_001), ("b", 6_000, 3_999)], totals, 2).fails("share of a");
        covered().settled(&[("a", 5_000, 5_000), ("b", 6_000, 5_000)], totals, 2).fails("share of a");
        covered().settled(&[("a", 6_000, 5_000), ("a", 6_000, 5_000)], totals, 2).fails("share of a");
        covered().settled(&[("a", 6_000, 5_000), ("c", 6_000, 5_000)], totals, 2).fails("no such pledge");
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
            which in prop::sample::select(vec!["goal", "pledged", "waiting", "signed", "backers"]),
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
}
