//! `cofund check`: what must always hold, looked at over the whole database.
//!
//! Reads only. Three kinds of looking: sentences that one query contradicts, coalitions counted anew by the rules that
//! counted them, and every ledger against itself and against the tables.

mod coalitions;
mod sentences;
mod store;

use crate::db::Db;
use crate::error::Result;
use crate::features::ledger::verify_actions::verify;

/// What was looked at, and what contradicts it.
#[derive(Debug)]
pub struct Finding {
    pub sentence: String,
    /// Empty if it holds.
    pub contradictions: Vec<String>,
}

/// Tells of each invariant as it is looked at. Others may go on writing: every look is at one moment.
pub async fn run(db: &Db, mut tell: impl FnMut(Finding)) -> Result<()> {
    for (sentence, query) in sentences::ALL {
        let contradictions = match db.snapshot(async |conn| store::count(conn, query).await).await? {
            0 => Vec::new(),
            count => vec![format!("{count} rows contradict it")],
        };
        tell(Finding { sentence: (*sentence).to_owned(), contradictions });
    }
    let sentence = "every coalition counts who its conditions let count".to_owned();
    tell(Finding { sentence, contradictions: coalitions::miscounted(db).await? });
    let mut broken = Vec::new();
    verify(db, None, |checked| {
        if let Err(fault) = checked.outcome {
            broken.push(format!("{}: line {}: {}", checked.project, fault.seq, fault.what));
        }
    })
    .await?;
    let sentence = "every ledger is whole and adds up to the tables".to_owned();
    tell(Finding { sentence, contradictions: broken });
    Ok(())
}
