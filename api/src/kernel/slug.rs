//! The name of a thing in an address.

use std::fmt;

use super::{FieldCode, Invalid};

/// Lower-case ASCII letters and digits, in words joined by single hyphens, at most 80 characters.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Slug(String);

impl Slug {
    const MAX: usize = 80;

    pub fn parse(text: &str) -> Result<Self, Invalid> {
        if text.len() > Self::MAX {
            return Err(Invalid::new(FieldCode::TooLong, "A slug has at most 80 characters."));
        }
        let word = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
        if !text.split('-').all(word) {
            return Err(Invalid::malformed("A slug is lower-case letters and digits, words joined by single hyphens."));
        }
        Ok(Self(text.to_owned()))
    }

    /// From a name people wrote, in any script.
    pub fn from_name(name: &str) -> Result<Self, Invalid> {
        let mut slug = slug::slugify(name);
        slug.truncate(Self::MAX);
        Self::parse(slug.trim_end_matches('-'))
            .map_err(|_| Invalid::new(FieldCode::Required, "No slug can be made of this name; give one."))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn keeps_to_its_alphabet() {
        for bad in ["", "-", "a-", "-a", "a--b", "A", "a_b", "а", "a\u{200d}b", "ａ", "a/b", "a.b", "%61"] {
            assert!(Slug::parse(bad).is_err(), "{bad:?}");
        }
        assert!(Slug::parse(&"a".repeat(81)).is_err());
    }

    #[test]
    fn reads_names_of_any_script() {
        assert_eq!(
            Slug::from_name("Universität Bärenfels – Labor 2").unwrap().as_str(),
            "universitat-barenfels-labor-2"
        );
        assert!(Slug::from_name("…").is_err());
    }

    proptest! {
        #[test]
        fn a_made_slug_is_a_slug(name in ".{0,200}") {
            if let Ok(slug) = Slug::from_name(&name) {
                prop_assert_eq!(Slug::parse(slug.as_str()), Ok(slug));
            }
        }
    }
}
