//! A mail address, as an identity: compared in lower case.

use std::fmt;

use super::{FieldCode, Invalid};

/// Where addresses are that stand in for those of people who were forgotten; nobody else's can be there.
pub const NOBODYS: &str = "erased.invalid";

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Email(String);

impl Email {
    /// One plain address. Whether mail arrives there is for a mail to find out; what can be told by looking is that it
    /// is one address of plausible form, in ASCII, so that two that look alike are alike.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let text = text.trim();
        if text.is_empty() {
            return Err(Invalid::new(FieldCode::Required, "Enter a mail address."));
        }
        if text.len() > 254 {
            return Err(Invalid::new(FieldCode::TooLong, "A mail address has at most 254 characters."));
        }
        let malformed = || Invalid::malformed("This does not look like a mail address, such as name@example.org.");
        let (local, domain) = text.rsplit_once('@').ok_or_else(malformed)?;
        // Only unquoted local parts: a quoted one may hold spaces, an `@` or a comment, and nobody's does.
        let plain_local = local.len() <= 64
            && local.split('.').all(|word| {
                !word.is_empty()
                    && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&byte))
            });
        let plain_domain = domain.contains('.')
            && domain.split('.').all(|label| {
                (1..=63).contains(&label.len())
                    && !label.starts_with('-')
                    && !label.ends_with('-')
                    && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            });
        if !plain_local || !plain_domain || domain.eq_ignore_ascii_case(NOBODYS) {
            return Err(malformed());
        }
        Ok(Self(text.to_ascii_lowercase()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What stands before the `@`: a first name for somebody who has not said theirs.
    pub fn local_part(&self) -> &str {
        self.0.split('@').next().unwrap_or(&self.0)
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compares_without_case() {
        assert_eq!(Email::parse(" Runa@Cofund.Example ").unwrap().as_str(), "runa@cofund.example");
    }

    #[test]
    fn refuses_what_is_no_single_plain_address() {
        for text in [
            "",
            "a",
            "a@",
            "@b.c",
            "a b@c.d",
            "a@b",
            "a@b..c",
            "a@b.c, d@e.f",
            "a@b.c\r\nBcc: d@e.f",
            "ä@b.c",
            "a@bücher.example",
            "\"a b\"@c.d",
            "a@b.c\0",
            "a@-b.c",
            "<a@b.c>",
            ".a@b.c",
            "a..b@c.d",
        ] {
            assert!(Email::parse(text).is_err(), "{text:?}");
        }
        assert!(Email::parse(&format!("a@{}.example", "b".repeat(64))).is_err());
        assert!(Email::parse(&format!("{}@b.example", "a".repeat(65))).is_err());
        assert!(Email::parse(&format!("{}@b.example", "a".repeat(250))).is_err());
    }
}
