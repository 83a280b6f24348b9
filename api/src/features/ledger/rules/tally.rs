//! The live pledges of a ledger, by their handles, and what they come to. Sums move with each pledge, so that a long
//! ledger is read in the time its lines take.

use std::collections::HashMap;

use crate::kernel::Amount;

#[derive(Clone, Debug)]
pub struct Live {
    /// As pledged: an amount, or in a coalition the most it may become.
    pub amount: Amount,
    /// What it counts; unknown in a coalition that is not settled.
    pub counted: Option<Amount>,
    pub signed: bool,
}

#[derive(Default)]
pub struct Tally {
    live: HashMap<String, Live>,
    pub counted: Sum,
    /// Of what is not known to count.
    pub uncounted: Sum,
    pub signed: Sum,
}

#[derive(Default)]
pub struct Sum {
    pub cents: i64,
    pub pledges: i64,
}

impl Sum {
    fn shift(&mut self, amount: Amount, by: i64) {
        self.cents += by * amount.cents();
        self.pledges += by;
    }

    pub fn is(&self, amount: Amount) -> bool {
        self.cents == amount.cents()
    }

    pub fn amount(&self) -> Amount {
        Amount::from_cents(self.cents).unwrap_or(Amount::ZERO)
    }
}

impl Tally {
    pub fn enter(&mut self, handle: &str, live: Live) -> Result<(), String> {
        if self.live.contains_key(handle) {
            return Err("this pledge stands already".to_owned());
        }
        self.shift(&live, 1);
        self.live.insert(handle.to_owned(), live);
        Ok(())
    }

    pub fn leave(&mut self, handle: &str) -> Result<Live, String> {
        let live = self.live.remove(handle).ok_or("there is no such pledge")?;
        self.shift(&live, -1);
        Ok(live)
    }

    pub fn find(&self, handle: &str) -> Result<&Live, String> {
        self.live.get(handle).ok_or_else(|| "there is no such pledge".to_owned())
    }

    /// The others have ended.
    pub fn keep(&mut self, stays: impl Fn(&Live) -> bool) {
        let all = std::mem::take(&mut self.live);
        let (stay, end): (HashMap<_, _>, HashMap<_, _>) = all.into_iter().partition(|(_, live)| stays(live));
        self.live = stay;
        end.values().for_each(|live| self.shift(live, -1));
    }

    pub fn is_empty(&self) -> bool {
        self.live.is_empty()
    }

    fn shift(&mut self, live: &Live, by: i64) {
        match live.counted {
            Some(counted) => self.counted.shift(counted, by),
            None => self.uncounted.shift(live.amount, by),
        }
        if live.signed {
            self.signed.shift(live.counted.unwrap_or(Amount::ZERO), by);
        }
    }
}
