//! Pages of a list, by keyset: a cursor names the last row that was shown, so a deep page costs what the first does.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// How many to show, and after which row.
#[derive(Clone, Debug)]
pub struct Page<K> {
    pub limit: usize,
    pub after: Option<K>,
}

impl<K> Page<K> {
    /// One row more than is shown tells whether there is a next page.
    pub fn fetch(&self) -> i64 {
        i64::try_from(self.limit).unwrap_or(100) + 1
    }

    /// The rows to show, and the key of the last one if more follow.
    pub fn cut<T>(&self, mut rows: Vec<T>, key: impl FnOnce(&T) -> K) -> (Vec<T>, Option<K>) {
        let more = rows.len() > self.limit;
        rows.truncate(self.limit);
        let next = if more { rows.last().map(key) } else { None };
        (rows, next)
    }
}

/// What the wire carries: the key, and which list it belongs to.
#[derive(Serialize, Deserialize)]
pub struct Cursor<K> {
    list: String,
    key: K,
}

#[derive(Debug, PartialEq, Eq)]
pub struct CursorError;

impl<K: Serialize + DeserializeOwned> Cursor<K> {
    /// `list` names the list with its filters and order; a cursor of another list is refused.
    pub fn encode(list: &str, key: K) -> String {
        let cursor = Self { list: list.to_owned(), key };
        URL_SAFE_NO_PAD.encode(serde_json::to_vec(&cursor).expect("keys are plain values"))
    }

    pub fn decode(list: &str, text: &str) -> Result<K, CursorError> {
        let json = URL_SAFE_NO_PAD.decode(text).map_err(|_| CursorError)?;
        let value: Value = serde_json::from_slice(&json).map_err(|_| CursorError)?;
        if holds_nul(&value) {
            return Err(CursorError);
        }
        let cursor: Self = serde_json::from_value(value).map_err(|_| CursorError)?;
        if cursor.list == list { Ok(cursor.key) } else { Err(CursorError) }
    }
}

/// No text of ours holds the character, and PostgreSQL would not compare with it.
fn holds_nul(value: &Value) -> bool {
    match value {
        Value::String(text) => text.contains('\0'),
        Value::Array(items) => items.iter().any(holds_nul),
        Value::Object(members) => members.values().any(holds_nul),
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_belongs_to_its_list() {
        let text = Cursor::encode("tiers?q=a", 7);
        assert_eq!(Cursor::decode("tiers?q=a", &text), Ok(7));
        assert_eq!(Cursor::<i32>::decode("tiers?q=b", &text), Err(CursorError));
        assert_eq!(Cursor::<i32>::decode("tiers?q=a", "?"), Err(CursorError));
        assert_eq!(Cursor::<String>::decode("tiers?q=a", &text), Err(CursorError));
        let nul = Cursor::encode("tiers?q=a", "\0".to_owned());
        assert_eq!(Cursor::<String>::decode("tiers?q=a", &nul), Err(CursorError));
    }

    #[test]
    fn a_page_tells_whether_more_follow() {
        let page = Page::<i32> { limit: 2, after: None };
        assert_eq!(page.cut(vec![1, 2, 3], |row| *row), (vec![1, 2], Some(2)));
        assert_eq!(page.cut(vec![1, 2], |row| *row), (vec![1, 2], None));
    }
}
