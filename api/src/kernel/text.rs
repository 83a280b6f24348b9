//! Words people write, of a bounded length.

use super::{FieldCode, Invalid};

/// Trimmed text of `MIN` to `MAX` characters without control characters other than line breaks and tabs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text<const MIN: usize, const MAX: usize>(String);

impl<const MIN: usize, const MAX: usize> Text<MIN, MAX> {
    /// One line: a name, a title.
    pub fn line(text: &str) -> Result<Self, Invalid> {
        if text.contains(['\n', '\r', '\t', '\u{2028}', '\u{2029}']) {
            return Err(Invalid::malformed("This must be on one line."));
        }
        Self::parse(text)
    }

    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let text = text.trim();
        if text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) || text.chars().any(turns_direction)
        {
            return Err(Invalid::malformed("This holds characters that cannot be shown."));
        }
        let length = text.chars().count();
        let visible = !text.chars().all(is_invisible);
        if length < MIN || (MIN > 0 && !visible) {
            return Err(match length {
                _ if !visible => Invalid::new(FieldCode::Required, "This is required."),
                _ => Invalid::new(FieldCode::TooShort, format!("This has at least {MIN} characters.")),
            });
        }
        if length > MAX {
            return Err(Invalid::new(FieldCode::TooLong, format!("This has at most {MAX} characters.")));
        }
        Ok(Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Marks that reverse what follows let one name look like another.
fn turns_direction(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// What leaves nothing to see: spaces, joiners, marks of direction, selectors, fillers.
fn is_invisible(c: char) -> bool {
    c.is_whitespace()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_characters_and_trims() {
        assert_eq!(Text::<1, 3>::line("  äöü ").unwrap().as_str(), "äöü");
        assert_eq!(Text::<1, 3>::line("   ").unwrap_err().code, FieldCode::Required);
        assert_eq!(Text::<2, 3>::line("a").unwrap_err().code, FieldCode::TooShort);
        assert_eq!(Text::<1, 3>::line("abcd").unwrap_err().code, FieldCode::TooLong);
    }

    #[test]
    fn refuses_what_cannot_be_shown() {
        for text in ["a\0", "a\u{7}", "a\u{202e}b", "a\u{1b}[0m"] {
            assert_eq!(Text::<1, 9>::parse(text).unwrap_err().code, FieldCode::Malformed, "{text:?}");
        }
        assert!(Text::<1, 9>::line("a\nb").is_err());
        assert!(Text::<1, 9>::line("a\u{2028}b").is_err());
        for nothing in ["\u{200b}", "\u{200d}\u{feff}", "\u{3164}", "\u{2800} \u{2060}"] {
            assert_eq!(Text::<1, 9>::line(nothing).unwrap_err().code, FieldCode::Required, "{nothing:?}");
        }
        assert!(Text::<1, 9>::line("نی\u{200c}ما").is_ok());
        assert!(Text::<1, 9>::parse("a\nb").is_ok());
    }
}
