//! Research Organization Registry ids, checked without asking anybody.

use super::Invalid;

/// `https://ror.org/0` + six Crockford base-32 characters + two check digits (ISO 7064 MOD 97-10).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RorId(String);

const PREFIX: &str = "https://ror.org/";
const ALPHABET: &[u8] = b"0123456789abcdefghjkmnpqrstvwxyz";

impl RorId {
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let malformed = || Invalid::malformed("A ROR id looks like https://ror.org/ followed by nine characters.");
        let id = text.trim().strip_prefix(PREFIX).ok_or_else(malformed)?.to_ascii_lowercase();
        if id.len() != 9 || !id.is_ascii() || !id.starts_with('0') {
            return Err(malformed());
        }
        let (body, check) = id.split_at(7);
        let mut number: u64 = 0;
        for byte in body.bytes() {
            let digit = ALPHABET.iter().position(|&known| known == byte).ok_or_else(malformed)?;
            number = number * 32 + digit as u64;
        }
        if check != format!("{:02}", 98 - (number * 100) % 97) {
            return Err(Invalid::malformed("The check digits of this ROR id do not match: a character is wrong."));
        }
        Ok(Self(format!("{PREFIX}{id}")))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Computed apart from `parse`: the definition, for a body of six characters.
    fn with_check_digits(body: &str) -> String {
        let number =
            body.chars().fold(0_u64, |n, c| n * 32 + ALPHABET.iter().position(|&a| a as char == c).unwrap() as u64);
        format!("{PREFIX}0{body}{:02}", 98 - (number * 100) % 97)
    }

    #[test]
    fn takes_registered_ids() {
        // The registry's own documented example.
        assert!(RorId::parse("https://ror.org/03yrm5c26").is_ok());
        assert!(RorId::parse("https://ror.org/03yrm5c27").is_err());
    }

    #[test]
    fn refuses_other_forms() {
        for bad in [
            "",
            "03yrm5c26",
            "http://ror.org/03yrm5c26",
            "https://ror.org/3yrm5c26",
            "https://ror.org/03yrm5c260",
            "https://ror.org/03yrmic26",
            "https://ror.org/03yrm5ç26",
        ] {
            assert!(RorId::parse(bad).is_err(), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn any_single_wrong_character_is_noticed(body in "[0-9a-hjkmnp-tv-z]{6}", at in 0_usize..6, other in "[0-9a-hjkmnp-tv-z]") {
            let good = with_check_digits(&body);
            prop_assert!(RorId::parse(&good).is_ok());
            let place = PREFIX.len() + 1 + at;
            let mut bad = good.clone();
            bad.replace_range(place..=place, &other);
            prop_assert_eq!(RorId::parse(&bad).is_ok(), bad == good);
        }
    }
}
