//! How people come in.

mod accept_invitation;
mod accept_with_account;
mod expiry;
mod invite_member;
mod preview_invitation;
mod resend_invitation;
mod revoke_invitation;

use cofund_tests::{Call, Person, TestApp, Value, json};

/// Invites this address; the invitation, and the token of its link.
async fn invite(app: &TestApp, lead: &Person, organization: &str, email: &str, role: &str) -> (Value, String) {
    let path = format!("/organizations/{organization}/invitations");
    let invited = lead.post(&path, json!({ "email": email, "role": role })).await;
    let token = token_for(app, email).await;
    (invited.is(201).json.clone(), token)
}

/// The token of the newest invitation to this address.
async fn token_for(app: &TestApp, email: &str) -> String {
    let mail =
        app.mails().await.into_iter().rfind(|mail| mail.to == email && mail.text.contains("/invitations/accept#"));
    mail.expect("an invitation by mail").token()
}

fn accept(person: &Person, token: &str) -> Call {
    person.post("/invitations/accept", json!({ "token": token }))
}

fn accept_as(person: &Person, token: &str, name: &str) -> Call {
    person.post("/invitations/accept", json!({ "token": token, "name": name }))
}

fn id_of(invitation: &Value) -> &str {
    invitation["id"].as_str().expect("an id")
}
