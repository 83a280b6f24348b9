//! How many streams may be open at once, in this process: of one caller, and in all.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex};

use crate::config::LimitSettings;
use crate::kernel::UserId;

/// Whose stream it is: a person's if it is known who it is, else an address's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Owner {
    Person(UserId),
    Address(IpAddr),
}

pub struct Slots {
    each: usize,
    all: usize,
    taken: Mutex<Taken>,
}

#[derive(Default)]
struct Taken {
    by: HashMap<Owner, usize>,
    all: usize,
}

/// Room for one stream, until it is dropped.
pub struct Slot {
    slots: Arc<Slots>,
    owner: Owner,
}

impl Slots {
    pub fn new(settings: &LimitSettings) -> Arc<Self> {
        let (each, all) = (settings.limit_streams_each, settings.limit_streams);
        Arc::new(Self { each, all, taken: Mutex::default() })
    }

    pub fn take(self: &Arc<Self>, owner: Owner) -> Option<Slot> {
        let mut taken = self.taken.lock().expect("nobody panics while counting");
        let own = taken.by.get(&owner).copied().unwrap_or_default();
        if own >= self.each || taken.all >= self.all {
            return None;
        }
        taken.by.insert(owner, own + 1);
        taken.all += 1;
        metrics::gauge!("live_streams").increment(1.0);
        Some(Slot { slots: Arc::clone(self), owner })
    }
}

impl Drop for Slot {
    fn drop(&mut self) {
        let mut taken = self.slots.taken.lock().expect("nobody panics while counting");
        taken.all -= 1;
        if let Some(own) = taken.by.get_mut(&self.owner) {
            *own -= 1;
            if *own == 0 {
                taken.by.remove(&self.owner);
            }
        }
        metrics::gauge!("live_streams").decrement(1.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_and_all_are_bounded_and_room_comes_back() {
        let slots = Arc::new(Slots { each: 2, all: 3, taken: Mutex::default() });
        let [ana, ben] = [Owner::Person(UserId::new()), Owner::Address([192, 0, 2, 1].into())];
        let first = slots.take(ana).unwrap();
        let _second = slots.take(ana).unwrap();
        assert!(slots.take(ana).is_none());
        let _third = slots.take(ben).unwrap();
        assert!(slots.take(ben).is_none(), "three are all there are");
        drop(first);
        let again = slots.take(ana);
        assert!(again.is_some() && slots.take(ben).is_none());
        drop(again);
        assert_eq!(slots.taken.lock().unwrap().by.len(), 2);
    }
}
