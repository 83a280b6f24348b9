//! What the public ledger says of a pledge: its handle for all, its organisation only if it is public.

use serde_json::{Value, json};

use super::store::PledgeRow;
use crate::error::Result;
use crate::kernel::{Amount, LedgerEntry, Visibility, hex};
use crate::secrets::sha256;

/// SHA-256 of the pledge's own random salt and the organisation's id: the same for the pledge's life, and nothing
/// without the salt, which is never shown.
pub fn handle(row: &PledgeRow) -> String {
    let mut hidden = row.salt.clone();
    hidden.extend_from_slice(row.organization_id.as_bytes());
    hex(&sha256(&hidden))
}

pub fn of_pledge(row: &PledgeRow, slug: &str, kind: &'static str, amount: Amount) -> Result<LedgerEntry> {
    let mut data = party(row, slug)?;
    if kind != "pledge_shown" {
        data["amount"] = json!(amount);
    }
    if kind == "pledge_placed"
        && let Some(fraction) = &row.fraction
    {
        data["fraction"] = json!(fraction);
    }
    Ok(LedgerEntry { project: row.project_id.into(), kind, data })
}

/// Whose it is, as far as that is public.
pub fn party(row: &PledgeRow, slug: &str) -> Result<Value> {
    let mut party = json!({ "pledge": handle(row) });
    if row.visibility()? == Visibility::Public {
        party["organization"] = json!(slug);
    }
    Ok(party)
}
