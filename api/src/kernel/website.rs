//! The address of a page that may be linked to.

use super::{FieldCode, Invalid};

/// An absolute `http` or `https` address without credentials: anything else could run or mislead when clicked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Website(url::Url);

impl Website {
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        if text.len() > 500 {
            return Err(Invalid::new(FieldCode::TooLong, "An address has at most 500 characters."));
        }
        let malformed = || Invalid::malformed("Write a full address, such as https://example.org.");
        let url: url::Url = text.trim().parse().map_err(|_| malformed())?;
        let plain = matches!(url.scheme(), "http" | "https") && url.username().is_empty() && url.password().is_none();
        if !plain || !url.host_str().is_some_and(|host| host.contains('.')) {
            return Err(malformed());
        }
        Ok(Self(url))
    }

    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_what_is_no_plain_page() {
        for bad in [
            "",
            "example.org",
            "javascript:alert(1)",
            "data:text/html,x",
            "https://",
            "ftp://a.b",
            "https://u:p@a.b",
            "//a.b",
            "https://localhost",
        ] {
            assert!(Website::parse(bad).is_err(), "{bad}");
        }
        assert_eq!(Website::parse(" https://Example.org/a ").unwrap().as_str(), "https://example.org/a");
    }
}
