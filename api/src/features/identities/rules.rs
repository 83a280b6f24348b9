//! Whom a provider's word lets in. Pure.
//!
//! Always holds: a person is an issuer's subject (and, where an issuer passes on others, whose subject), never an
//! address; an address counts once, to begin with, and only if the provider has verified it; nobody gets an
//! organisation by it.

use crate::kernel::UserId;

/// What is known here about somebody whom a provider has just vouched for.
#[derive(Clone, Copy, Debug)]
pub struct Known {
    /// Whose this identity is.
    pub owner: Option<UserId>,
    /// Who has the address the provider verified, and whether they have an identity already.
    pub by_address: Option<(UserId, bool)>,
    /// Whether the provider said that the address is theirs.
    pub address_verified: bool,
    /// Who asked for it while they were signed in.
    pub linking: Option<UserId>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is theirs: they are in.
    SignIn(UserId),
    /// It becomes theirs, and they are in: the first time by this address.
    LinkAndSignIn(UserId),
    /// It becomes one more of theirs.
    Link(UserId),
    /// It is theirs already.
    Linked(UserId),
    Refuse(Refusal),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Somebody else signs in by it.
    Taken,
    /// Nobody is known by it, and the address it came with is nobody's.
    Unknown,
    /// Nobody is known by it, and the provider does not vouch for the address.
    NotVerified,
    /// Whoever has this address signs in by another one, and adds this while they are signed in.
    SignInAsBefore,
}

pub fn decide(known: &Known) -> Outcome {
    match (known.linking, known.owner) {
        (Some(person), Some(owner)) if owner == person => Outcome::Linked(person),
        (Some(_), Some(_)) => Outcome::Refuse(Refusal::Taken),
        (Some(person), None) => Outcome::Link(person),
        (None, Some(owner)) => Outcome::SignIn(owner),
        (None, None) if !known.address_verified => Outcome::Refuse(Refusal::NotVerified),
        (None, None) => match known.by_address {
            None => Outcome::Refuse(Refusal::Unknown),
            Some((_, true)) => Outcome::Refuse(Refusal::SignInAsBefore),
            Some((person, false)) => Outcome::LinkAndSignIn(person),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOBODY: Known = Known { owner: None, by_address: None, address_verified: true, linking: None };

    #[test]
    fn an_identity_is_whose_it_is_whatever_address_it_comes_with() {
        let [ana, ben] = [UserId::new(), UserId::new()];
        for address_verified in [true, false] {
            for by_address in [None, Some((ben, false)), Some((ben, true)), Some((ana, true))] {
                let known = Known { owner: Some(ana), by_address, address_verified, linking: None };
                assert_eq!(decide(&known), Outcome::SignIn(ana));
            }
        }
    }

    #[test]
    fn an_address_counts_once_and_if_it_is_verified() {
        let ana = UserId::new();
        let first = Known { by_address: Some((ana, false)), ..NOBODY };
        assert_eq!(decide(&first), Outcome::LinkAndSignIn(ana));
        assert_eq!(decide(&Known { address_verified: false, ..first }), Outcome::Refuse(Refusal::NotVerified));
        let elsewhere = Known { by_address: Some((ana, true)), ..NOBODY };
        assert_eq!(decide(&elsewhere), Outcome::Refuse(Refusal::SignInAsBefore));
        assert_eq!(decide(&NOBODY), Outcome::Refuse(Refusal::Unknown));
    }

    #[test]
    fn one_more_is_added_by_whoever_is_signed_in_and_never_taken_from_somebody() {
        let [ana, ben] = [UserId::new(), UserId::new()];
        let linking = Known { linking: Some(ana), address_verified: false, ..NOBODY };
        assert_eq!(decide(&linking), Outcome::Link(ana));
        assert_eq!(decide(&Known { by_address: Some((ben, true)), ..linking }), Outcome::Link(ana));
        assert_eq!(decide(&Known { owner: Some(ana), ..linking }), Outcome::Linked(ana));
        assert_eq!(decide(&Known { owner: Some(ben), ..linking }), Outcome::Refuse(Refusal::Taken));
    }
}
