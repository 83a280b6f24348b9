//! What a provider has said of somebody, whichever way it says such things.

use crate::kernel::Email;

#[derive(Clone, Debug)]
pub struct Vouched {
    pub issuer: String,
    pub subject: String,
    /// Whose subject it is, where the issuer passes on others; else empty.
    pub idp: String,
    pub email: Option<Email>,
    pub email_verified: bool,
    pub name: Option<String>,
}

impl Vouched {
    /// An address that is none is nobody's, and says nothing.
    pub fn new(
        issuer: String,
        subject: String,
        idp: String,
        email: Option<&str>,
        verified: bool,
        name: Option<String>,
    ) -> Self {
        let email = email.and_then(|email| Email::parse(email).ok());
        Self { issuer, subject, idp, email_verified: verified && email.is_some(), email, name }
    }
}
