//! The list of pages in the words that search engines agreed on (sitemaps.org). Slugs and dates need no escaping.

use std::fmt::Write as _;

use url::Url;

use super::actions::Listed;
use crate::error::{Error, Result};

pub fn render(pages: &[Listed], public_url: &Url) -> Result<String> {
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.push_str("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    for (page, changed) in pages {
        let Some(path) = page.address() else { continue };
        let address = public_url.join(&path).map_err(Error::internal)?;
        let changed = changed.map(|at| format!("<lastmod>{}</lastmod>", at.format("%Y-%m-%d"))).unwrap_or_default();
        writeln!(xml, "  <url><loc>{address}</loc>{changed}</url>").map_err(Error::internal)?;
    }
    xml.push_str("</urlset>\n");
    Ok(xml)
}
