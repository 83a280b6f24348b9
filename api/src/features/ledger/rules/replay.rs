//! A project's totals, worked out again from what its ledger says happened, and compared with what each line states.
//!
//! In mode `fixed` a pledge counts its amount. In mode `shared` amounts are ceilings until `settled` lists the shares:
//! before that only sums can be compared, since who is active is derived; after it each pledge counts its share, and
//! one that is placed or changed counts its amount. Settling releases all that it gives no share, closing all that
//! stands: neither has a line for each.

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
    closed: bool,
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
        let (tally, totals) = (Tally::default(), Totals::nothing());
        Self { mode: None, goal: None, settled: false, closed: false, tally, totals }
    }

    pub fn take(&mut self, line: &Line) -> Result<(), Fault> {
        self.step(&line.kind, &line.data).map_err(|what| Fault { seq: line.seq, what })
    }

    pub fn totals(&self) -> &Totals {
        &self.totals
    }

    fn step(&mut self, kind: &str, data: &Value) -> Result<(), String> {
        if self.closed {
            return Err("it comes after the end".to_owned());
        }
        match kind {
            "opened" | "edited" => self.define(data)?,
            "extended" | "missed" | "funded" => {}
            "settled" => self.settle(data)?,
            "closed" => self.close()?,
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
        self.tally.release_uncounted();
        Ok(())
    }

    fn close(&mut self) -> Result<(), String> {
        if self.tally.signed.pledges > 0 {
            return Err("it closes while a signed pledge stands".to_owned());
        }
        self.closed = true;
        self.tally = Tally::default();
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
            if said.ceilings != said.pledged {
                return differs("ceilings", said.ceilings, said.pledged);
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
mod tests;
