//! The token of a link that ends following: it names a person and a project, and holds as long as the secret does,
//! since the mail that carries it may be opened years later.

use uuid::Uuid;

use crate::kernel::{ProjectId, UserId};
use crate::secrets::{Keys, Purpose};

pub fn unsubscribe_token(keys: &Keys, user: UserId, project: ProjectId) -> String {
    let payload = [*user.as_uuid().as_bytes(), *project.as_uuid().as_bytes()].concat();
    keys.sign(Purpose::Unsubscribe, &payload)
}

pub fn read(keys: &Keys, token: &str) -> Option<(UserId, ProjectId)> {
    let payload = keys.verify(Purpose::Unsubscribe, token)?;
    let (user, project) = payload.split_at_checked(16)?;
    Some((Uuid::from_slice(user).ok()?.into(), Uuid::from_slice(project).ok()?.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_for_one_person_and_one_project() {
        let keys = Keys::from_lines("a secret of sufficient length, for a test").unwrap();
        let (user, project) = (UserId::new(), ProjectId::new());
        let token = unsubscribe_token(&keys, user, project);
        assert_eq!(read(&keys, &token), Some((user, project)));
        assert_eq!(read(&keys, &token[1..]), None);
        assert_eq!(read(&keys, &keys.sign(Purpose::Unsubscribe, b"short")), None);
        assert_eq!(read(&keys, &keys.sign(Purpose::Invitation, &[0; 32])), None);
    }
}
