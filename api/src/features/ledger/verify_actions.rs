//! Checking ledgers against themselves and against the tables.

use uuid::Uuid;

use super::rules::Fault;
use super::rules::chain::Chain;
use super::rules::line::Head;
use super::rules::replay::Replay;
use super::rules::totals::Totals;
use super::store::{self, Books};
use crate::db::Db;
use crate::error::{Code, Error, Result};
use crate::kernel::Slug;

/// Projects and lines that are in memory at a time.
const PROJECTS: i64 = 100;
const LINES: i64 = 500;

/// What was found in one project's ledger: its head, or the first fault.
#[derive(Debug)]
pub struct Checked {
    pub project: String,
    pub outcome: Result<Head, Fault>,
}

/// Checks one project or all of them, and tells of each as it is done. Others may go on writing meanwhile.
pub async fn verify(db: &Db, slug: Option<&Slug>, mut tell: impl FnMut(Checked)) -> Result<()> {
    let mut after = Uuid::nil().into();
    loop {
        let books = store::books(&mut *db.read().await?, slug, after, PROJECTS).await?;
        let Some(last) = books.last() else { break };
        after = last.project;
        for books in &books {
            let outcome = check(db, books).await?;
            tell(Checked { project: books.slug.clone(), outcome });
        }
        if slug.is_some() {
            return Ok(());
        }
    }
    if slug.is_some() { Err(Error::new(Code::NotFound)) } else { Ok(()) }
}

async fn check(db: &Db, books: &Books) -> Result<Result<Head, Fault>> {
    let (mut chain, mut replay) = (Chain::of(books.project), Replay::new());
    // Lines that came after the books were read are left for another time.
    while chain.head().seq < books.last {
        let (after, left) = (chain.head().seq, i64::from(books.last - chain.head().seq));
        let lines = store::lines(&mut *db.read().await?, books.project, after, LINES.min(left)).await?;
        if lines.is_empty() {
            break;
        }
        for line in &lines {
            if let Err(fault) = chain.take(line).and_then(|()| replay.take(line)) {
                return Ok(Err(fault));
            }
        }
    }
    Ok(compare(books, chain.head(), replay.totals()))
}

/// Whether the tables say what the lines say.
fn compare(books: &Books, head: &Head, totals: &Totals) -> Result<Head, Fault> {
    let fault = |seq, what| Err(Fault { seq, what });
    if head.seq < books.head.seq {
        return fault(head.seq + 1, format!("it is missing; the head is line {}", books.head.seq));
    }
    if head.seq > books.head.seq {
        return fault(books.head.seq + 1, format!("it comes after the head, which is line {}", books.head.seq));
    }
    if head.hash != books.head.hash {
        return fault(head.seq, "its hash is not that of the head".to_owned());
    }
    // What a candidate is to cost is no line.
    let mut totals = totals.clone();
    if head.seq == 0 {
        totals.goal = books.totals.goal;
    }
    match books.totals.difference(&totals) {
        None => Ok(head.clone()),
        Some((name, tables, lines)) => {
            fault(head.seq, format!("{name} is {lines} after it, but {tables} in the tables"))
        }
    }
}
