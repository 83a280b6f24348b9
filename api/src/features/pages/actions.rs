//! Use case: list the pages that search engines may find.

use chrono::{DateTime, Utc};
use diesel_async::AsyncPgConnection;

use super::rules::Page;
use super::store;
use crate::db::stored;
use crate::error::Result;
use crate::kernel::Slug;

/// As many as one such list may have.
const MOST: usize = 50_000;

/// A page, and when it was changed if that says something.
pub type Listed = (Page, Option<DateTime<Utc>>);

pub async fn sitemap(conn: &mut AsyncPgConnection) -> Result<Vec<Listed>> {
    let mut pages: Vec<Listed> =
        [Page::Roadmap, Page::Impact, Page::Membership, Page::Organizations].map(|page| (page, None)).into();
    let left = |pages: &[Listed]| i64::try_from(MOST.saturating_sub(pages.len())).unwrap_or(0);
    for (slug, changed) in store::projects(conn, left(&pages)).await? {
        pages.push((Page::Project(stored(Slug::parse(&slug))?), Some(changed)));
    }
    for slug in store::organizations(conn, left(&pages)).await? {
        pages.push((Page::Organization(stored(Slug::parse(&slug))?), None));
    }
    Ok(pages)
}
