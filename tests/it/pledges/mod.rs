//! Pledges: placed, approved, changed, ended; by whom, and what becomes of the others.

mod approve;
mod approve_as_booked;
mod bad_input;
mod champion;
mod coalition;
mod decline;
mod default;
mod edit;
mod edit_states;
mod explain;
mod fixed;
mod history;
mod keys_and_versions;
mod letter;
mod list_of_organization;
mod list_of_project;
mod list_organization_funding;
mod on_behalf;
mod other_organizations;
mod place;
mod release;
mod sign;
mod simulate;
mod simulate_and_do;
mod simulate_as_done;
mod widen;
mod withdraw;
mod years;

use cofund_tests::{Value, json};
/// Why something ends.
fn because() -> Value {
    json!({ "reason": "The year turned out differently" })
}
fn agreement() -> Value {
    json!({ "agreement_reference": "A-17", "agreement_date": "2026-01-31" })
}
