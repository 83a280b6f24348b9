//! Sequences of asks, edits and withdrawals against what the prose says becomes of each.

use proptest::collection::vec;
use proptest::prelude::*;
use rust_decimal::Decimal;

use super::*;

fn cents(cents: i64) -> Amount {
    Amount::from_cents(cents).unwrap()
}

fn part(numerator: u32, denominator: u32) -> Ask {
    Ask::Fraction(Fraction::parse(&format!("{numerator}/{denominator}")).unwrap())
}

fn room(mode: Mode, goal: i64, minimum: i64) -> Room {
    let (goal, minimum) = (cents(goal), cents(minimum));
    Room { mode, gap: false, goal, minimum, counted: Amount::ZERO, dust: Dust::NONE }
}

/// A project in mode `fixed` as the prose tells it: every pledge with what was booked and, in dust, its exact amount.
#[derive(Debug)]
struct Told {
    goal: i64,
    minimum: i64,
    funded: bool,
    pledges: [Option<(Booked, i128)>; 6],
}

impl Told {
    fn new(goal: i64, minimum: i64) -> Self {
        Self { goal, minimum, funded: false, pledges: [None; 6] }
    }

    fn booked(&self) -> i64 {
        self.pledges.iter().flatten().map(|(booked, _)| booked.amount.cents()).sum()
    }

    fn exact(&self) -> i128 {
        self.pledges.iter().flatten().map(|(_, exact)| exact).sum()
    }

    fn completes(&self, exact: i128) -> bool {
        self.exact() + exact == i128::from(self.goal) * Dust::PER_CENT
    }

    fn room(&self) -> Room {
        let dust = self.pledges.iter().flatten().fold(Dust::NONE, |sum, (booked, _)| sum + booked.dust);
        let empty = room(Mode::Fixed, self.goal, self.minimum);
        Room { gap: self.funded, counted: cents(self.booked()), dust, ..empty }
    }

    /// Places a pledge, or edits the one that stands there.
    fn ask(&mut self, place: usize, ask: Ask) -> Result<(), TestCaseError> {
        let before = self.pledges[place].take();
        let remaining = self.goal - self.booked();
        let exact = match ask {
            Ask::Amount(amount) => i128::from(amount.cents()) * Dust::PER_CENT,
            Ask::Fraction(of) => {
                i128::from(self.goal * i64::from(of.numerator())) * Dust::PER_CENT / i128::from(of.denominator())
            }
            Ask::Remaining => i128::from(remaining) * Dust::PER_CENT,
            Ask::Again(_) => unreachable!("nobody requests here"),
        };
        let down = i64::try_from(exact / Dust::PER_CENT).unwrap();
        let takes = if self.completes(exact) { remaining } else { down };
        let minimum = if self.funded || ask == Ask::Remaining { 0 } else { self.minimum };
        let expected = match () {
            () if remaining == 0 || down > remaining => Err(Refused::OverGoal { remaining: cents(remaining) }),
            () if down == 0 => Err(Refused::RoundsToNothing),
            () if takes < minimum => Err(Refused::BelowMinimum { minimum: cents(minimum) }),
            () => Ok(cents(takes)),
        };
        let found = book(ask, &self.room());
        prop_assert_eq!(found.map(|booked| booked.amount), expected, "{:?} of {:?}", ask, &self);
        self.pledges[place] = found.ok().map(|booked| (booked, exact)).or(before);
        prop_assert!(found.is_err() || !self.completes(0) || self.booked() == self.goal);
        Ok(())
    }

    /// Never past the goal, and rounding loses nothing.
    fn check(&mut self) -> Result<(), TestCaseError> {
        prop_assert!(self.booked() <= self.goal);
        let kept = Dust::cents(self.booked()) + self.room().dust;
        prop_assert_eq!(kept.to_decimal(), Decimal::from_i128_with_scale(self.exact(), 0));
        self.funded |= self.booked() == self.goal;
        Ok(())
    }
}

#[derive(Clone, Debug)]
enum Step {
    Ask(usize, Ask),
    Withdraw(usize),
    /// While it is not funded, the goal falls by so much; not below what is booked.
    GoalFalls(i64),
}

/// Few denominators, so that exact sums often come to the goal.
fn any_ask() -> impl Strategy<Value = Ask> {
    let fraction = prop::sample::select(vec![2_u32, 3, 3, 6, 7, 48]).prop_flat_map(|q| {
        let most = q.min(8);
        (1..=most).prop_map(move |p| part(p, q))
    });
    let decimals = (1..=9_999_u32).prop_map(|n| Ask::Fraction(Fraction::parse(&format!("0.{n:04}")).unwrap()));
    let amount = (1..=400_i64).prop_map(|amount| Ask::Amount(cents(amount)));
    prop_oneof![6 => fraction, 1 => decimals, 2 => amount, 1 => Just(Ask::Remaining)]
}

fn any_step() -> impl Strategy<Value = Step> {
    prop_oneof![
        8 => (0..6_usize, any_ask()).prop_map(|(place, ask)| Step::Ask(place, ask)),
        2 => (0..6_usize).prop_map(Step::Withdraw),
        1 => (1..200_i64).prop_map(Step::GoalFalls),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn no_sequence_passes_the_goal(goal in 1..=1_000_i64, minimum in 0..=60_i64, steps in vec(any_step(), 1..20)) {
        let mut told = Told::new(goal, minimum);
        for step in steps {
            match step {
                Step::Ask(place, ask) => told.ask(place, ask)?,
                Step::Withdraw(place) => told.pledges[place] = None,
                Step::GoalFalls(by) if !told.funded => told.goal = (told.goal - by).max(told.booked()).max(1),
                Step::GoalFalls(_) => {}
            }
            told.check()?;
        }
    }

    /// Whoever comes last completes it, and again after anybody left and came back.
    #[test]
    fn parts_of_one_fund_it(goal in 100..=100_000_i64, parts in vec(1..=8_u32, 1..=6), leaves in 0..6_usize) {
        let mut told = Told::new(goal, 0);
        for (place, p) in parts.iter().enumerate() {
            prop_assert!(!told.funded);
            told.ask(place, part(*p, parts.iter().sum()))?;
            told.check()?;
        }
        prop_assert!(told.funded);
        let leaves = leaves % parts.len();
        let left = told.pledges[leaves].take().map(|(booked, _)| booked.amount);
        told.ask(leaves, part(parts[leaves], parts.iter().sum()))?;
        prop_assert_eq!(told.pledges[leaves].map(|(booked, _)| booked.amount), left);
    }

    #[test]
    fn a_ceiling_is_rounded_up(goal in 1..=1_000_i64, minimum in 0..=60_i64, ask in any_ask(), counted in 0..=2_000_i64) {
        let room = Room { counted: cents(counted), ..room(Mode::Shared, goal, minimum) };
        let up = match ask {
            Ask::Amount(amount) => amount.cents(),
            Ask::Fraction(of) => (1..).find(|up| up * i64::from(of.denominator()) >= goal * i64::from(of.numerator())).unwrap(),
            Ask::Remaining | Ask::Again(_) => 0,
        };
        let expected = match () {
            () if ask == Ask::Remaining => Err(Refused::RemainingNeedsFixed),
            () if up > goal => Err(Refused::OverGoal { remaining: cents(goal) }),
            () if up < minimum => Err(Refused::BelowMinimum { minimum: cents(minimum) }),
            () => Ok(Booked { amount: cents(up), dust: Dust::NONE }),
        };
        prop_assert_eq!(book(ask, &room), expected);
    }

    #[test]
    fn a_gap_is_filled_by_the_rules_of_fixed(goal in 1..=1_000_i64, counted in 0..=1_000_i64, ask in any_ask()) {
        let counted = cents(counted.min(goal));
        let shared = Room { gap: true, counted, ..room(Mode::Shared, goal, goal) };
        prop_assert_eq!(book(ask, &shared), book(ask, &Room { minimum: Amount::ZERO, ..shared }));
        prop_assert_eq!(book(ask, &shared), book(ask, &Room { mode: Mode::Fixed, ..shared }));
    }
}

#[test]
fn three_thirds_are_all_of_it() {
    let mut told = Told::new(10_000, 0);
    for place in 0..3 {
        assert!(!told.funded);
        told.ask(place, part(1, 3)).unwrap();
        told.check().unwrap();
    }
    let booked = told.pledges.map(|pledge| pledge.map_or(0, |(booked, _)| booked.amount.cents()));
    assert_eq!(booked, [3_333, 3_333, 3_334, 0, 0, 0]);
    assert!(told.funded);
}

#[test]
fn a_fallen_goal_changes_no_booked_amount() {
    let mut told = Told::new(10_000, 0);
    told.ask(0, part(1, 3)).unwrap();
    told.goal = 6_666;
    told.ask(1, part(1, 2)).unwrap();
    told.check().unwrap();
    assert!(told.funded, "3333 + 3333 of 6666, though the exact sum is a third of a cent more");
}

#[test]
fn the_minimum_is_of_what_is_booked() {
    let mut told = Told::new(10_000, 3_334);
    assert_eq!(book(part(1, 3), &told.room()), Err(Refused::BelowMinimum { minimum: cents(3_334) }));
    told.ask(0, part(2, 3)).unwrap();
    assert_eq!(book(part(1, 3), &told.room()).map(|booked| booked.amount), Ok(cents(3_334)));
    assert_eq!(book(Ask::Amount(cents(3_333)), &told.room()), Err(Refused::BelowMinimum { minimum: cents(3_334) }));
    told.minimum = 5_000;
    assert_eq!(book(Ask::Remaining, &told.room()).map(|booked| booked.amount), Ok(cents(3_334)));
}

#[test]
fn refuses_what_rounds_to_nothing() {
    let fixed = room(Mode::Fixed, 47, 0);
    assert_eq!(book(part(1, 48), &fixed), Err(Refused::RoundsToNothing));
    assert_eq!(book(Ask::Amount(Amount::ZERO), &fixed), Err(Refused::RoundsToNothing));
    assert_eq!(book(Ask::Amount(Amount::ZERO), &room(Mode::Shared, 47, 0)), Err(Refused::RoundsToNothing));
    let full = Room { counted: cents(47), ..fixed };
    for ask in [Ask::Remaining, Ask::Amount(Amount::CENT), part(1, 48)] {
        assert_eq!(book(ask, &full), Err(Refused::OverGoal { remaining: Amount::ZERO }));
    }
}

#[test]
fn the_largest_goal_can_be_booked() {
    let mut room = Room { goal: Amount::MAX, ..room(Mode::Fixed, 0, 0) };
    for _ in 0..3 {
        let booked = book(part(1, 3), &room).unwrap();
        room = Room { counted: room.counted + booked.amount, dust: room.dust + booked.dust, ..room };
    }
    assert_eq!((room.counted, room.dust), (Amount::MAX, Dust::NONE));
}

/// What three thirds and more come to when some of them are requested first and approved later.
#[test]
fn what_was_booked_is_booked_again() {
    let empty = room(Mode::Fixed, 10_000, 10);
    let third = book(part(1, 3), &empty).unwrap();
    assert_eq!(book(Ask::Again(third), &Room { goal: cents(5_000), ..empty }), Ok(third), "the goal fell");
    let taken = Room { counted: third.amount + third.amount, dust: third.dust + third.dust, ..empty };
    let last = book(Ask::Again(third), &taken).unwrap();
    assert_eq!((last.amount, taken.dust + last.dust), (cents(3_334), Dust::NONE), "it completes the goal");
    assert_eq!(book(Ask::Again(last), &taken), Ok(last), "the leftover cents once, not twice");
    assert_eq!(book(Ask::Again(last), &empty), Ok(last), "others left");
    let full = Room { counted: cents(7_000), ..empty };
    assert_eq!(book(Ask::Again(third), &full), Err(Refused::OverGoal { remaining: cents(3_000) }));
    let rest = Booked { amount: cents(5), dust: Dust::NONE };
    assert_eq!(book(Ask::Again(rest), &Room { counted: cents(9_995), ..empty }), Ok(rest), "below the minimum");
    assert_eq!(book(Ask::Again(rest), &room(Mode::Shared, 4, 10)), Ok(rest), "a ceiling stays");
}
