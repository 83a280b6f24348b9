//! Where somebody may be sent on to: a path of ours, whoever names it.

use super::Invalid;

/// Exactly one leading slash, or a browser takes what follows for a host.
pub fn own_path(path: &str) -> Result<String, Invalid> {
    let plain = path.starts_with('/')
        && !path[1..].starts_with(['/', '\\'])
        && path.len() <= 500
        && path.chars().all(|c| c.is_ascii_graphic() && c != '\\');
    if plain { Ok(path.to_owned()) } else { Err(Invalid::malformed("A path on this site, with one leading slash.")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn return_to_stays_on_this_site() {
        for good in ["/", "/account", "/organizations/a?tab=people#x"] {
            assert!(own_path(good).is_ok(), "{good}");
        }
        for bad in [
            "",
            "account",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "/a\\b",
            "/a b",
            "/\t/evil",
            "/é",
        ] {
            assert!(own_path(bad).is_err(), "{bad}");
        }
    }
}
