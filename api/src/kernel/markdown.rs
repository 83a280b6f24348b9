//! Markdown to HTML, with one sanitiser for pages, mails and feeds.

use std::sync::LazyLock;

use pulldown_cmark::{Options, Parser, html};

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
    html::push_html(&mut rendered, Parser::new_ext(source, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH));
    SANITIZER.clean(&rendered).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

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
