//! Who acts for an organisation, as what.

mod add_member;
mod change_member;
mod last_lead;
mod list_members;
mod remove_member;

use cofund_tests::{Person, Value};

/// What the organisation's page of people says about this person.
async fn entry(reader: &Person, organization: &str, person: &Person) -> Option<Value> {
    let all = reader.get(&format!("/organizations/{organization}/members")).await;
    all.is(200).items().iter().find(|item| item["user_id"] == person.id()).cloned()
}

fn path_of(organization: &str, person: &Person) -> String {
    format!("/organizations/{organization}/members/{}", person.id())
}
