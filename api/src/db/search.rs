//! Finding and ordering by words as people do: in any case.

diesel::define_sql_function! {
    /// Indexes on names are on this.
    fn lower(text: diesel::sql_types::Text) -> diesel::sql_types::Text;
}

/// A pattern for `ILIKE` that matches wherever the words stand, and takes none of them for a wildcard.
pub fn contains(words: &str) -> String {
    let plain = words.trim().replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    format!("%{plain}%")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_nothing_for_a_wildcard() {
        assert_eq!(contains(r" 50%_\ "), r"%50\%\_\\%");
    }
}
