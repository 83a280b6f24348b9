//! When a refresh token renews its session, and what an access token may be. Pure.
//!
//! Tokens of a family are numbered; the session knows the number of the newest. Presenting the newest makes the next
//! one. The one just before it gets the newest *again* for ten seconds, as long as that has not been used: two tabs
//! that renew at once, or an answer that got lost, end with the same token. Anything older was copied.

use chrono::{DateTime, TimeDelta, Utc};

use crate::kernel::{FieldCode, Invalid, Scope, Scopes};

/// How long the preceding token may be late.
const GRACE: TimeDelta = TimeDelta::seconds(10);
/// A session ends when it is not renewed for this long …
pub const IDLE: TimeDelta = TimeDelta::days(30);
/// … and in any case after this.
pub const LONGEST: TimeDelta = TimeDelta::days(180);

pub const LINK_LIFETIME: TimeDelta = TimeDelta::minutes(15);

/// How long an access token may hold: a year, whichever it is.
const LONGEST_TOKEN: TimeDelta = TimeDelta::days(366);
/// How many access tokens a person may have.
pub const MOST_TOKENS: usize = 50;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Family {
    /// The number of the newest token.
    pub newest: i32,
    /// Since when it is the newest.
    pub rotated_at: DateTime<Utc>,
    pub created_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
    pub ended: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Renewal {
    /// Hand out this new token; the session lasts until then.
    Next { number: i32, expires_at: DateTime<Utc> },
    /// Hand out the newest token once more.
    Again { number: i32 },
    /// Somebody else has this token: end the family.
    Reused,
    /// There is nothing to renew.
    Over,
}

pub fn renew(family: &Family, presented: i32, now: DateTime<Utc>) -> Renewal {
    if family.ended || now >= family.expires_at {
        return Renewal::Over;
    }
    if presented == family.newest {
        return Renewal::Next { number: presented + 1, expires_at: expiry(family.created_at, now) };
    }
    if presented + 1 == family.newest && now - family.rotated_at <= GRACE {
        return Renewal::Again { number: family.newest };
    }
    Renewal::Reused
}

pub fn expiry(created_at: DateTime<Utc>, now: DateTime<Utc>) -> DateTime<Utc> {
    (now + IDLE).min(created_at + LONGEST)
}

pub fn check_token_expiry(expires_at: DateTime<Utc>, now: DateTime<Utc>) -> Result<(), Invalid> {
    if expires_at <= now || expires_at > now + LONGEST_TOKEN {
        return Err(Invalid::new(FieldCode::OutOfRange, "A token expires in the future, and within a year."));
    }
    Ok(())
}

/// `staff` and `admin` are the owner's rights.
pub fn check_token_scopes(scopes: &Scopes, staff: bool, admin: bool) -> Result<(), Invalid> {
    if (scopes.has(Scope::Staff) && !staff) || (scopes.has(Scope::Admin) && !admin) {
        return Err(Invalid::new(FieldCode::NotAllowed, "A token has no scope above its owner's rights."));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::seconds(seconds)
    }

    fn family(newest: i32, rotated: i64) -> Family {
        Family { newest, rotated_at: at(rotated), created_at: at(0), expires_at: at(rotated) + IDLE, ended: false }
    }

    #[test]
    fn the_preceding_token_works_ten_seconds_more() {
        let family = family(5, 100);
        assert!(matches!(renew(&family, 5, at(100)), Renewal::Next { number: 6, .. }));
        assert_eq!(renew(&family, 4, at(110)), Renewal::Again { number: 5 });
        assert_eq!(renew(&family, 4, at(111)), Renewal::Reused);
        assert_eq!(renew(&family, 3, at(101)), Renewal::Reused);
    }

    #[test]
    fn nothing_outlives_its_session() {
        assert_eq!(renew(&family(1, 0), 1, at(0) + IDLE), Renewal::Over);
        assert_eq!(renew(&Family { ended: true, ..family(1, 0) }, 1, at(1)), Renewal::Over);
        assert_eq!(expiry(at(0), at(0) + TimeDelta::days(170)), at(0) + LONGEST);
    }

    #[test]
    fn a_token_holds_for_a_year_at_most() {
        assert!(check_token_expiry(at(0), at(0)).is_err());
        assert!(check_token_expiry(at(1), at(0)).is_ok());
        assert!(check_token_expiry(at(0) + LONGEST_TOKEN, at(0)).is_ok());
        assert!(check_token_expiry(at(1) + LONGEST_TOKEN, at(0)).is_err());
    }

    #[test]
    fn no_scope_is_above_its_owner() {
        let scopes = |names: &[&str]| Scopes::parse(names).unwrap();
        assert!(check_token_scopes(&scopes(&["read", "pledge", "organization"]), false, false).is_ok());
        assert!(check_token_scopes(&scopes(&["read", "staff"]), false, false).is_err());
        assert!(check_token_scopes(&scopes(&["staff"]), true, false).is_ok());
        assert!(check_token_scopes(&scopes(&["staff", "admin"]), true, false).is_err());
        assert!(check_token_scopes(&scopes(&["staff", "admin"]), true, true).is_ok());
    }

    proptest! {
        /// However a family is used: a token older than the preceding one never yields a token.
        #[test]
        fn an_old_token_never_renews(newest in 2_i32..100, behind in 2_i32..100, late in 0_i64..100) {
            let family = family(newest, 0);
            prop_assert_eq!(renew(&family, newest - behind, at(late)), Renewal::Reused);
        }

        /// Many tabs renewing at once all end with the same token.
        #[test]
        fn tabs_agree(tabs in 2_usize..20, delays in prop::collection::vec(0_i64..10, 20)) {
            let mut current = family(3, 0);
            let mut handed_out = Vec::new();
            for delay in delays.into_iter().take(tabs) {
                match renew(&current, 3, at(delay)) {
                    Renewal::Next { number, .. } => {
                        current.newest = number;
                        current.rotated_at = at(delay);
                        handed_out.push(number);
                    }
                    Renewal::Again { number } => handed_out.push(number),
                    other => prop_assert!(false, "{:?}", other),
                }
            }
            prop_assert!(handed_out.iter().all(|&number| number == 4));
        }
    }
}
