//! What somebody asks for becomes an amount in cents, or a reason why not. Pure.
//!
//! Always holds: what is booked never passes what remains; a booked amount is fixed when it is placed and never
//! computed again.

use crate::kernel::{Amount, Dust, Fraction, Mode};

/// What a pledge asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    Amount(Amount),
    Fraction(Fraction),
    /// Exactly what is left.
    Remaining,
    /// What was booked when it was requested, now that it is approved.
    Again(Booked),
}

/// What a pledge is judged by. Counts everybody's pledges but the one that is placed or changed.
#[derive(Clone, Copy, Debug)]
pub struct Room {
    pub mode: Mode,
    /// A funded project with a gap takes by the rules of `fixed`, and has no minimum.
    pub gap: bool,
    pub goal: Amount,
    pub minimum: Amount,
    pub counted: Amount,
    pub dust: Dust,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Booked {
    pub amount: Amount,
    /// What the exact amount has beyond it.
    pub dust: Dust,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// More than this cannot be pledged.
    OverGoal {
        remaining: Amount,
    },
    BelowMinimum {
        minimum: Amount,
    },
    /// A fraction of less than a cent.
    RoundsToNothing,
    RemainingNeedsFixed,
}

impl Room {
    fn counts_as_placed(&self) -> bool {
        self.mode == Mode::Fixed || self.gap
    }

    pub fn remaining(&self) -> Amount {
        self.goal.less(self.counted)
    }
}

pub fn book(ask: Ask, room: &Room) -> Result<Booked, Refused> {
    if room.counts_as_placed() { book_fixed(ask, room) } else { book_ceiling(ask, room) }
}

fn book_fixed(ask: Ask, room: &Room) -> Result<Booked, Refused> {
    let remaining = room.remaining();
    let (amount, dust) = match ask {
        Ask::Amount(amount) => (amount, Dust::NONE),
        Ask::Fraction(fraction) => fraction.of(room.goal),
        Ask::Remaining => (remaining, Dust::NONE),
        Ask::Again(booked) => (booked.amount, booked.dust),
    };
    if amount > remaining || remaining.is_zero() {
        return Err(Refused::OverGoal { remaining });
    }
    if amount.is_zero() {
        return Err(Refused::RoundsToNothing);
    }
    let exact = Dust::cents(room.counted.cents()) + room.dust + Dust::cents(amount.cents()) + dust;
    let booked = if exact == Dust::cents(room.goal.cents()) {
        // Whoever completes the exact sum takes the cents that rounding left over.
        let taken = Dust::cents(remaining.cents()) - Dust::cents(amount.cents());
        Booked { amount: remaining, dust: dust - taken }
    } else {
        Booked { amount, dust }
    };
    // What is left may be less than the minimum; what was asked was held to it then.
    let exempt = room.gap || matches!(ask, Ask::Remaining | Ask::Again(_));
    if !exempt && booked.amount < room.minimum {
        return Err(Refused::BelowMinimum { minimum: room.minimum });
    }
    Ok(booked)
}

fn book_ceiling(ask: Ask, room: &Room) -> Result<Booked, Refused> {
    let amount = match ask {
        Ask::Amount(amount) => amount,
        Ask::Fraction(fraction) => fraction.of_rounded_up(room.goal),
        Ask::Remaining => return Err(Refused::RemainingNeedsFixed),
        // As one that stands: a goal that falls below a ceiling leaves it.
        Ask::Again(booked) => return Ok(booked),
    };
    if amount > room.goal {
        return Err(Refused::OverGoal { remaining: room.goal });
    }
    if amount.is_zero() {
        return Err(Refused::RoundsToNothing);
    }
    if amount < room.minimum {
        return Err(Refused::BelowMinimum { minimum: room.minimum });
    }
    Ok(Booked { amount, dust: Dust::NONE })
}

#[cfg(test)]
mod tests;
