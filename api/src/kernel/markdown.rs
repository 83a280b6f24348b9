//! Markdown to HTML, with one sanitiser for pages, mails and feeds.

use std::borrow::Cow;
use std::sync::LazyLock;

use pulldown_cmark::{Options, Parser, html};

/// How deep quotes lie in one another. Rendering costs the square of it, and nobody quotes that often.
const DEEPEST: usize = 12;

/// Safe to put into a page as it is: no scripts, no styles, no embedded things, links that give nothing away.
pub fn to_html(source: &str) -> String {
    static SANITIZER: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| {
        let mut builder = ammonia::Builder::default();
        // A picture would tell its host who reads the page.
        builder.rm_tags(["img", "map", "area"]).link_rel(Some("nofollow noopener noreferrer"));
        builder.url_schemes(["http", "https", "mailto"].into());
        builder
    });
    let mut rendered = String::with_capacity(source.len() * 3 / 2);
    let source = shallow(source);
    html::push_html(&mut rendered, Parser::new_ext(&source, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH));
    SANITIZER.clean(&rendered).to_string()
}

/// The same text with no line in more quotes than that.
fn shallow(source: &str) -> Cow<'_, str> {
    let marks = |line: &str| line.len() - line.trim_start_matches([' ', '\t', '>']).len();
    let is_deep = |line: &str| line[..marks(line)].matches('>').count() > DEEPEST;
    if !source.lines().any(is_deep) {
        return Cow::Borrowed(source);
    }
    let lines = source.split_inclusive('\n');
    Cow::Owned(
        lines
            .map(|line| {
                if is_deep(line) {
                    format!("{} {}", ">".repeat(DEEPEST), &line[marks(line)..])
                } else {
                    line.to_owned()
                }
            })
            .collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_lie_only_so_deep_in_one_another() {
        let deep = to_html(&format!("{} said\n\nand more", "> ".repeat(5000)));
        assert_eq!(deep.matches("<blockquote>").count(), DEEPEST);
        assert!(deep.contains("said") && deep.contains("<p>and more</p>"));
        let quote = "> one\n>> two\n";
        assert_eq!(shallow(quote), quote);
        assert_eq!(to_html(quote).matches("<blockquote>").count(), 2);
    }

    #[test]
    fn keeps_prose_and_drops_what_runs() {
        assert_eq!(to_html("*hi*"), "<p><em>hi</em></p>\n");
        for bad in [
            "<script>alert(1)</script>",
            "[x](javascript:alert(1))",
            "<img src=x onerror=alert(1)>",
            "<a href=\"data:text/html,x\">x</a>",
            "<svg onload=alert(1)>",
            "<iframe src=//a.b></iframe>",
            "<p style=\"position:fixed\" onclick=\"x\">x</p>",
        ] {
            let html = to_html(bad);
            for part in ["script", "onerror", "onload", "onclick", "data:", "<img", "<svg", "<iframe", "style="] {
                assert!(!html.contains(part), "{bad} became {html}");
            }
        }
    }
}
