//! What stands where a name and an address stood. Pure.

use crate::kernel::{NOBODYS, UserId};

/// Tells one from another in a history, and nothing else.
pub struct Pseudonym {
    pub name: String,
    /// Under a domain that nobody can ever have, so no mail reaches anybody by mistake.
    pub email: String,
}

impl Pseudonym {
    pub fn of(user: UserId) -> Self {
        let id = user.as_uuid().simple().to_string();
        // An id begins with a time, which is alike for people who came on one day.
        let tail = id.get(24..).unwrap_or(&id);
        Self { name: format!("Former member {tail}"), email: format!("{id}@{NOBODYS}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::Email;

    #[test]
    fn a_pseudonym_is_a_person_s_own_and_says_nothing() {
        let (ana, ben) = (Pseudonym::of(UserId::new()), Pseudonym::of(UserId::new()));
        assert_ne!(ana.name, ben.name);
        assert_ne!(ana.email, ben.email);
        assert!(Email::parse(&ana.email).is_err(), "nobody else can have it");
        assert_eq!(ana.name.len(), "Former member 01234567".len());
    }
}
