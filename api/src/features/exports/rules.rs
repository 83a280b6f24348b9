//! Cells and lines of a table (RFC 4180). Pure.

use crate::kernel::Amount;

/// What a spreadsheet would take for the beginning of a formula, in the wide form of East Asian keyboards too, or drops
/// before it looks for one.
const BEGINS_A_FORMULA: [char; 11] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n'];

/// A text that somebody wrote. With an apostrophe before it a spreadsheet shows it as it is.
pub fn text(text: &str) -> String {
    if text.starts_with(BEGINS_A_FORMULA) { format!("'{text}") } else { text.to_owned() }
}

pub fn optional_text(value: Option<&str>) -> String {
    value.map(text).unwrap_or_default()
}

/// What the program writes itself: numbers, days, words of a closed list. Empty for nothing.
pub fn plain(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

pub fn amount(amount: Amount) -> String {
    amount.to_string()
}

/// Lines of cells, each ended as the standard says.
pub fn lines<const N: usize>(rows: impl IntoIterator<Item = [String; N]>) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    for row in rows {
        writer.write_record(&row)?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn no_text_begins_a_formula() {
        for bad in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=HYPERLINK(\"http://a.example\")"] {
            assert_eq!(text(bad), format!("'{bad}"));
        }
        for good in ["", "Reef", "1=1", " =", "'=", "a-b"] {
            assert_eq!(text(good), good);
        }
        assert_eq!(amount(Amount::parse("12500.00").unwrap()), "12500.00");
    }

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        let row = ["plain", "a,b", "a \"b\"", "two\nlines", ""].map(str::to_owned);
        let expected = "plain,\"a,b\",\"a \"\"b\"\"\",\"two\nlines\",\r\n";
        assert_eq!(lines([row]).unwrap(), expected.as_bytes());
        assert_eq!(lines::<2>([]).unwrap(), b"");
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(cells in vec("[a,\"\r\n='é;]{0,6}", 3)) {
            let row: [String; 3] = cells.try_into().unwrap();
            let written = lines([row.clone()]).unwrap();
            let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(&written[..]);
            let read: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().unwrap();
            prop_assert_eq!(read.len(), 1);
            prop_assert_eq!(read[0].iter().collect::<Vec<_>>(), row);
        }
    }
}
