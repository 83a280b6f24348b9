//! The built pages, and the places in `index.html` that the server fills.

use std::path::Path;

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
    /// That of a folder, or the one that the program brings, if it brings one.
    pub fn open(folder: Option<&Path>) -> anyhow::Result<Option<Self>> {
        let Some(files) = Files::open(folder)? else { return Ok(None) };
        let site = Self::parse(files).context("COFUND_SPA_DIR: index.html was not built from these sources")?;
        Ok(Some(site))
    }

    fn parse(files: Files) -> anyhow::Result<Self> {
        let html = &files.index;
        let [begins, ends] = HEAD;
        let (before_head, rest) = html.split_once(begins).with_context(|| format!("it has no {begins}"))?;
        let (_, rest) = rest.split_once(ends).with_context(|| format!("it has no {ends}"))?;
        let (before_words, rest) = rest.split_once(WORDS).with_context(|| format!("it has no {WORDS}"))?;
        let (before_answers, rest) = rest.rsplit_once(BODY_ENDS).with_context(|| format!("it has no {BODY_ENDS}"))?;
        Ok(Self {
            before_head: before_head.to_owned(),
            before_words: before_words.to_owned(),
            before_answers: before_answers.to_owned(),
            rest: format!("{BODY_ENDS}{rest}"),
            files,
        })
    }

    pub fn page(&self, head: &str, words: &str, answers: &str) -> String {
        [&self.before_head, head, &self.before_words, words, &self.before_answers, answers, &self.rest].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(index: &str) -> anyhow::Result<Site> {
        Site::parse(Files::only_index(index))
    }

    const INDEX: &str = "<head><meta><!--head--><title>x</title><!--/head--><link></head><body><main><!--first-words--></main></body></html>";

    #[test]
    fn fills_its_three_places() {
        let site = parse(INDEX).unwrap();
        assert_eq!(
            site.page("<title>y</title>", "<h1>", "<script>"),
            "<head><meta><title>y</title><link></head><body><main><h1></main><script></body></html>"
        );
    }

    #[test]
    fn refuses_what_it_could_not_fill() {
        for mark in ["<!--head-->", "<!--/head-->", "<!--first-words-->", "</body>"] {
            assert!(parse(&INDEX.replace(mark, "")).is_err(), "{mark}");
        }
    }
}
