//! What a change of roles may leave behind. Pure.

use crate::kernel::{Amount, FieldCode, Invalid, Role};

/// A limit is a champion's.
pub fn check_limit(role: Role, limit: Option<Amount>) -> Result<(), Invalid> {
    if limit.is_some() && role != Role::Champion {
        return Err(Invalid::new(FieldCode::NotAllowed, "Only a champion has a limit."));
    }
    Ok(())
}

/// Whether the organisation would lose its last lead. `others` counts the leads beside this person; `after` is what the
/// person is afterwards.
pub fn loses_last_lead(others: usize, before: Role, after: Option<Role>) -> bool {
    before == Role::Lead && after != Some(Role::Lead) && others == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_lead_stays() {
        assert!(loses_last_lead(0, Role::Lead, None));
        assert!(loses_last_lead(0, Role::Lead, Some(Role::Viewer)));
        assert!(!loses_last_lead(1, Role::Lead, None));
        assert!(!loses_last_lead(0, Role::Lead, Some(Role::Lead)));
        assert!(!loses_last_lead(0, Role::Finance, None));
    }

    #[test]
    fn only_champions_have_limits() {
        assert!(check_limit(Role::Champion, Some(Amount::ZERO)).is_ok());
        assert!(check_limit(Role::Champion, None).is_ok());
        assert!(check_limit(Role::Lead, None).is_ok());
        assert!(check_limit(Role::Lead, Some(Amount::ZERO)).is_err());
    }
}
