//! Which rights an account may have. Pure.

use crate::kernel::{FieldCode, Invalid};

/// What an account may do, and whether it may do anything at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    pub staff: bool,
    pub admin: bool,
    pub disabled: bool,
}

impl Standing {
    fn administers(self) -> bool {
        self.admin && !self.disabled
    }
}

pub fn check_rights(staff: bool, admin: bool) -> Result<(), Invalid> {
    if admin && !staff {
        return Err(Invalid::new(FieldCode::NotAllowed, "An administrator is staff: take both rights or none."));
    }
    Ok(())
}

/// Whether nobody could administer any more. `working` counts the administrators who can sign in, this one included.
pub fn loses_last_admin(working: usize, before: Standing, after: Standing) -> bool {
    working <= 1 && before.administers() && !after.administers()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ADMIN: Standing = Standing { staff: true, admin: true, disabled: false };

    #[test]
    fn an_administrator_is_staff() {
        assert!(check_rights(false, true).is_err());
        for (staff, admin) in [(false, false), (true, false), (true, true)] {
            assert!(check_rights(staff, admin).is_ok());
        }
    }

    #[test]
    fn the_last_administrator_stays() {
        let (demoted, disabled) = (Standing { admin: false, ..ADMIN }, Standing { disabled: true, ..ADMIN });
        for after in [demoted, disabled] {
            assert!(loses_last_admin(1, ADMIN, after));
            assert!(!loses_last_admin(2, ADMIN, after));
        }
        assert!(!loses_last_admin(1, ADMIN, ADMIN));
        // Whoever could not act before takes nobody away.
        assert!(!loses_last_admin(1, disabled, Standing { admin: false, ..disabled }));
    }
}
