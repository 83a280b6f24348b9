//! Which of an organisation's fiscal years bear a pledge, and with how much. Pure.
//!
//! Always holds: the parts of a pledge add up to it, to the cent.

use chrono::{Datelike as _, NaiveDate};

use crate::kernel::{Amount, Dust, FieldCode, Fraction, Invalid};

/// A fiscal year by the calendar year it ends in: FY27 of a year that begins in July ends in June 2027.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FiscalYear(i16);

impl FiscalYear {
    /// The fiscal year `day` belongs to, for a year that begins with `start_month`.
    pub fn of(day: NaiveDate, start_month: i16) -> Self {
        let begun = start_month > 1 && i64::from(day.month()) >= i64::from(start_month);
        Self(i16::try_from(day.year() + i32::from(begun)).unwrap_or(i16::MAX))
    }

    pub fn from_number(ends_in: i16) -> Self {
        Self(ends_in)
    }

    /// The calendar year it ends in.
    pub fn number(self) -> i16 {
        self.0
    }

    /// Reads `FY27` or `FY2027`.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let malformed = || Invalid::malformed("Write a fiscal year as FY and the year it ends in, such as \"FY27\".");
        let digits = text.strip_prefix("FY").ok_or_else(malformed)?;
        if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(malformed());
        }
        let number: i16 = digits.parse().map_err(|_| malformed())?;
        match digits.len() {
            2 => Ok(Self(2000 + number)),
            4 if (2000..2200).contains(&number) => Ok(Self(number)),
            _ => Err(malformed()),
        }
    }

    /// Its first and last day.
    pub fn days(self, start_month: i16) -> (NaiveDate, NaiveDate) {
        let month = u32::try_from(start_month).unwrap_or(1).clamp(1, 12);
        let first_year = i32::from(self.0) - i32::from(month > 1);
        let first = |year| NaiveDate::from_ymd_opt(year, month, 1).unwrap_or_default();
        (first(first_year), first(first_year + 1).pred_opt().unwrap_or_default())
    }
}

impl std::fmt::Display for FiscalYear {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.0 {
            2000..=2099 => write!(f, "FY{:02}", self.0 - 2000),
            year => write!(f, "FY{year}"),
        }
    }
}

impl serde::Serialize for FiscalYear {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// One fiscal year's part of a pledge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    pub year: FiscalYear,
    pub part: Fraction,
}

/// One to five years, each once, that make one whole.
pub fn check_parts(parts: &[Part]) -> Result<(), Invalid> {
    if !(1..=5).contains(&parts.len()) {
        return Err(Invalid::new(FieldCode::OutOfRange, "A pledge is split over one to five fiscal years."));
    }
    let mut years: Vec<FiscalYear> = parts.iter().map(|part| part.year).collect();
    years.sort_unstable();
    years.dedup();
    if years.len() != parts.len() {
        return Err(Invalid::new(FieldCode::NotAllowed, "Each fiscal year stands once."));
    }
    // Of one cent, since dust keeps exactly what the cents do not.
    let exact = parts.iter().fold(Dust::NONE, |sum, part| {
        let (cents, dust) = part.part.of(Amount::CENT);
        sum + Dust::cents(cents.cents()) + dust
    });
    if exact != Dust::cents(1) {
        return Err(Invalid::new(FieldCode::NotAllowed, "The parts add up to 1."));
    }
    Ok(())
}

/// What each year bears. Cents that rounding leaves go to the last year.
pub fn split(amount: Amount, parts: &[Part]) -> Vec<(FiscalYear, Amount)> {
    let mut by_year: Vec<Part> = parts.to_vec();
    by_year.sort_unstable_by_key(|part| part.year);
    let mut left = amount;
    let last = by_year.len().saturating_sub(1);
    by_year
        .iter()
        .enumerate()
        .map(|(index, part)| {
            let share = if index == last { left } else { part.part.of(amount).0.min(left) };
            left = left.less(share);
            (part.year, share)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    fn cents(cents: i64) -> Amount {
        Amount::from_cents(cents).unwrap()
    }

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn part(ends_in: i16, text: &str) -> Part {
        Part { year: FiscalYear::from_number(ends_in), part: Fraction::parse(text).unwrap() }
    }

    /// p/q in the whole, in its lowest terms, or with four decimals if it has no more.
    fn written(p: u32, q: u32, how: u8) -> String {
        let common = (1..=p).rev().find(|common| p.is_multiple_of(*common) && q.is_multiple_of(*common)).unwrap();
        match how {
            0 if q <= 48 => format!("{p}/{q}"),
            1 if 10_000 % (q / common) == 0 => {
                let below = p * 10_000 / q;
                format!("{}.{:04}", below / 10_000, below % 10_000)
            }
            _ if q / common <= 48 => format!("{}/{}", p / common, q / common),
            _ => format!("{}.{:04}", p * 10_000 / q / 10_000, p * 10_000 / q % 10_000),
        }
    }

    /// One to five parts that are one, over as many years, in any order.
    fn any_parts() -> impl Strategy<Value = Vec<Part>> {
        let whole = prop_oneof![5..=48_u32, Just(10_000_u32)];
        (whole, vec((any::<prop::sample::Index>(), 1..=3_i16, 0..3_u8), 1..=5)).prop_flat_map(|(whole, cuts)| {
            let (mut left, mut year, mut parts) = (whole, 2024_i16, Vec::new());
            for (after, (cut, skip, how)) in cuts.iter().enumerate().map(|(index, cut)| (cuts.len() - index - 1, cut)) {
                let after = u32::try_from(after).unwrap();
                let spare = usize::try_from(left - after).unwrap();
                let p = if after == 0 { left } else { u32::try_from(cut.index(spare)).unwrap().max(1) };
                left -= p;
                year += skip;
                parts.push(part(year, &written(p, whole, *how)));
            }
            Just(parts).prop_shuffle()
        })
    }

    /// Every day around four leap years, and around 2100, which is none; for every first month.
    #[test]
    fn every_day_lies_in_its_year() {
        let spans = [(day(2023, 1, 1), day(2037, 1, 1)), (day(2095, 1, 1), day(2105, 1, 1))];
        for (from, to) in spans {
            for today in from.iter_days().take_while(|today| *today < to) {
                for start_month in 1..=12_i16 {
                    let year = FiscalYear::of(today, start_month);
                    let (first, last) = year.days(start_month);
                    assert!(first <= today && today <= last, "{today} in {year} from month {start_month}");
                }
            }
        }
    }

    #[test]
    fn years_follow_each_other_without_a_gap() {
        for start_month in 1..=12_i16 {
            for number in 1999..=2105_i16 {
                let year = FiscalYear::from_number(number);
                let (first, last) = year.days(start_month);
                assert_eq!((first.day(), i64::from(first.month())), (1, i64::from(start_month)));
                assert_eq!(i32::from(number), last.year(), "named after the calendar year it ends in");
                assert_eq!(FiscalYear::of(first, start_month), year);
                assert_eq!(FiscalYear::of(last, start_month), year);
                assert_eq!(last.succ_opt(), Some(FiscalYear::from_number(number + 1).days(start_month).0));
                let leaps =
                    first.iter_days().take_while(|day| *day <= last).any(|day| (day.month(), day.day()) == (2, 29));
                assert_eq!((last - first).num_days(), if leaps { 365 } else { 364 });
            }
        }
    }

    #[test]
    fn a_year_from_july_is_named_after_its_june() {
        let fy27 = FiscalYear::parse("FY27").unwrap();
        assert_eq!(fy27.days(7), (day(2026, 7, 1), day(2027, 6, 30)));
        assert_eq!(fy27.days(1), (day(2027, 1, 1), day(2027, 12, 31)));
        assert_eq!(FiscalYear::from_number(2024).days(3).1, day(2024, 2, 29));
        assert_eq!(FiscalYear::of(day(2024, 2, 29), 3), FiscalYear::from_number(2024));
    }

    #[test]
    fn what_is_written_reads_back() {
        for number in 2000..2200_i16 {
            let year = FiscalYear::from_number(number);
            assert_eq!(FiscalYear::parse(&year.to_string()), Ok(year));
            assert_eq!(FiscalYear::parse(&format!("FY{number}")), Ok(year));
        }
        for text in ["", "FY", "FY7", "FY027", "FY1999", "FY2200", "fy27", "27", "FY-1", "FY+1", "FY 27", "FY20277"] {
            assert_eq!(FiscalYear::parse(text).unwrap_err().code, FieldCode::Malformed, "{text}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(10_000))]

        #[test]
        fn parts_add_up_to_the_cent(parts in any_parts(), amount in prop_oneof![0..=100_i64, 0..=Amount::MAX.cents()]) {
            prop_assert_eq!(check_parts(&parts), Ok(()));
            let years = split(cents(amount), &parts);
            prop_assert_eq!(years.iter().map(|(_, share)| *share).sum::<Amount>(), cents(amount));
            prop_assert!(years.is_sorted_by(|(earlier, _), (later, _)| earlier < later));
            let asked: BTreeMap<FiscalYear, Fraction> = parts.iter().map(|part| (part.year, part.part)).collect();
            prop_assert_eq!(years.len(), asked.len());
            let over: Vec<i64> = years.iter().map(|(year, share)| share.cents() - asked[year].of(cents(amount)).0.cents()).collect();
            let (last, before) = over.split_last().unwrap();
            prop_assert!(before.iter().all(|over| *over == 0), "only the last year takes what is left");
            prop_assert!((0..=before.len()).contains(&usize::try_from(*last).unwrap()));
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_000))]

        #[test]
        fn parts_that_are_not_one_are_refused(parts in any_parts(), which in 0..5_usize, other in 1..=10_000_u32) {
            let mut parts = parts;
            let which = which % parts.len();
            let other = Fraction::parse(&written(other, 10_000, 1)).unwrap();
            let same = |one: Fraction| {
                i64::from(one.numerator()) * i64::from(other.denominator())
                    == i64::from(other.numerator()) * i64::from(one.denominator())
            };
            prop_assume!(!same(parts[which].part));
            parts[which].part = other;
            prop_assert_eq!(check_parts(&parts).unwrap_err().code, FieldCode::NotAllowed);
        }
    }

    #[test]
    fn one_to_five_years_each_once() {
        let sixths: Vec<Part> = (2025..2031).map(|year| part(year, "1/6")).collect();
        assert_eq!(check_parts(&sixths).unwrap_err().code, FieldCode::OutOfRange);
        assert_eq!(check_parts(&[]).unwrap_err().code, FieldCode::OutOfRange);
        let twice = [part(2027, "1/2"), part(2027, "1/2")];
        assert_eq!(check_parts(&twice).unwrap_err().code, FieldCode::NotAllowed);
        let decimals = [part(2025, "0.3333"), part(2026, "0.3333"), part(2027, "0.3333")];
        assert_eq!(check_parts(&decimals).unwrap_err().code, FieldCode::NotAllowed);
        let thirds = [part(2027, "1/3"), part(2025, "1/3"), part(2026, "1/3")];
        assert_eq!(check_parts(&thirds), Ok(()));
        let shares: Vec<i64> = split(cents(10_000), &thirds).iter().map(|(_, share)| share.cents()).collect();
        assert_eq!(shares, [3_333, 3_333, 3_334]);
    }
}
