//! Reading the ledger. It is the same for everybody, so nobody is asked who they are; a draft has none to show.

use diesel_async::AsyncPgConnection;
use futures_util::{Stream, stream};

use super::dto::LedgerLine;
use super::rules::line::{Head, Line};
use super::store;
use crate::db::Db;
use crate::error::Result;
use crate::kernel::{Page, ProjectId, Slug};

/// Lines of a download that are in memory at a time.
const PIECE: i64 = 500;

/// Lines of a project, the oldest first.
pub async fn list(
    conn: &mut AsyncPgConnection,
    slug: &Slug,
    page: &Page<i32>,
) -> Result<(Vec<LedgerLine>, Option<i32>)> {
    let (project, _) = store::find_public(conn, slug).await?;
    let lines = store::lines(conn, project, page.after.unwrap_or(0), page.fetch()).await?;
    let (lines, next) = page.cut(lines, |line| line.seq);
    Ok((lines.into_iter().map(LedgerLine::from).collect(), next))
}

/// Which project that is, and how far its ledger goes.
pub async fn find(conn: &mut AsyncPgConnection, slug: &Slug) -> Result<(ProjectId, Head)> {
    store::find_public(conn, slug).await
}

/// The project's ledger up to this head, a piece at a time. Between pieces no connection is kept: a slow reader costs
/// nobody else anything. Lines never change, so the pieces fit together.
pub fn download(db: Db, project: ProjectId, head: &Head) -> impl Stream<Item = Result<String>> + use<> {
    let end = head.seq;
    stream::try_unfold(0, move |after| {
        let db = db.clone();
        async move {
            if after >= end {
                return Ok(None);
            }
            let lines = store::lines(&mut *db.read().await?, project, after, PIECE.min(i64::from(end - after))).await?;
            Ok(lines.last().map(|last| (text(&lines), last.seq)))
        }
    })
}

/// The ledgers of all public projects, one after the other, in the same manner. One that grows meanwhile ends where it
/// was when its turn came.
pub fn export(db: Db) -> impl Stream<Item = Result<String>> + use<> {
    stream::try_unfold(None, move |after| {
        let db = db.clone();
        async move {
            let lines = store::all_lines(&mut *db.read().await?, after, PIECE).await?;
            Ok(lines.last().map(|last| (text(&lines), Some((last.project.as_uuid(), last.seq)))))
        }
    })
}

fn text(lines: &[Line]) -> String {
    lines.iter().map(|line| line.canonical() + "\n").collect()
}
