//! Is a generated file that is committed still what would be generated? Pure.

/// `None` when they agree, else where they part, for a person to read.
pub fn between(committed: &str, generated: &str) -> Option<String> {
    let (committed, generated) = (with_final_newline(committed), with_final_newline(generated));
    if committed == generated {
        return None;
    }
    let (mut left, mut right) = (committed.lines(), generated.lines());
    let mut number = 0;
    loop {
        number += 1;
        match (left.next(), right.next()) {
            (Some(was), Some(is)) if was == is => {}
            (None, None) => return Some("they differ in their line ends".to_owned()),
            (was, is) => {
                let shown =
                    |line: Option<&str>| line.map_or_else(|| "(the end)".to_owned(), |line| line.trim().to_owned());
                return Some(format!("line {number}\n  committed: {}\n  generated: {}", shown(was), shown(is)));
            }
        }
    }
}

pub fn with_final_newline(text: &str) -> String {
    format!("{}\n", text.trim_end())
}

#[cfg(test)]
mod tests {
    use super::between;

    #[test]
    fn a_missing_last_newline_is_no_drift() {
        assert_eq!(between("a\nb", "a\nb\n"), None);
    }

    #[test]
    fn tells_the_first_line_that_differs() {
        assert_eq!(between("a\nb\nc\n", "a\nx\nc\n").as_deref(), Some("line 2\n  committed: b\n  generated: x"));
        assert_eq!(between("a\n", "a\nb\n").as_deref(), Some("line 2\n  committed: (the end)\n  generated: b"));
    }
}
