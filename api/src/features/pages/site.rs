//! The built pages, and the places in `index.html` that the server fills.

use anyhow::Context as _;

use crate::http::spa::Files;

/// What stands between these says the same of every page, for whoever serves the file as it is.
const HEAD: [&str; 2] = ["<!--head-->", "<!--/head-->"];
const WORDS: &str = "<!--first-words-->";
const BODY_ENDS: &str = "</body>";

pub struct Site {
    pub files: Files,
    before_head: String,
    before_words: String,
    before_answers: String,
    rest: String,
}

impl Site {
    pub fn open(files: Files) -> anyhow::Result<Self> {
        let html = files.index()?;
        Self::parse(files, &html).context("COFUND_SPA_DIR: index.html was not built from these sources")
    }

    fn parse(files: Files, html: &str) -> anyhow::Result<Self> {
        let [begins, ends] = HEAD;
        let (before_head, rest) = html.split_once(begins).with_context(|| format!("it has no {begins}"))?;
        let (_, rest) = rest.split_once(ends).with_context(|| format!("it has no {ends}"))?;
        let (before_words, rest) = rest.split_once(WORDS).with_context(|| format!("it has no {WORDS}"))?;
        let (before_answers, rest) = rest.rsplit_once(BODY_ENDS).with_context(|| format!("it has no {BODY_ENDS}"))?;
        Ok(Self {
            files,
            before_head: before_head.to_owned(),
            before_words: before_words.to_owned(),
            before_answers: before_answers.to_owned(),
            rest: format!("{BODY_ENDS}{rest}"),
        })
    }

    pub fn page(&self, head: &str, words: &str, answers: &str) -> String {
        [&self.before_head, head, &self.before_words, words, &self.before_answers, answers, &self.rest].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nowhere() -> Files {
        Files::Folder("nowhere".into())
    }

    const INDEX: &str = "<head><meta><!--head--><title>x</title><!--/head--><link></head><body><main><!--first-words--></main></body></html>";

    #[test]
    fn fills_its_three_places() {
        let site = Site::parse(nowhere(), INDEX).unwrap();
        assert_eq!(
            site.page("<title>y</title>", "<h1>", "<script>"),
            "<head><meta><title>y</title><link></head><body><main><h1></main><script></body></html>"
        );
    }

    #[test]
    fn refuses_what_it_could_not_fill() {
        for mark in ["<!--head-->", "<!--/head-->", "<!--first-words-->", "</body>"] {
            assert!(Site::parse(nowhere(), &INDEX.replace(mark, "")).is_err(), "{mark}");
        }
    }
}
