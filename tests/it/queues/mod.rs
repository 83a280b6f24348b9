//! What the worker has still to send.

mod list_queues;
mod retry_delivery;

use cofund_tests::{MailServer, Person, TestApp, json};

/// Signs in by a link that came to this mail server.
async fn sign_in_by(app: &TestApp, server: &MailServer, email: &str) -> Person {
    app.public().post("/auth/magic-links", json!({ "email": email })).await.is(202);
    app.deliver().await;
    let token = server.mails().last().expect("a mail").token();
    let mut person = app.public();
    person.post("/auth/magic-links/redeem", json!({ "token": token })).await.is(200).keep_session(&mut person);
    person
}

async fn staff_by(app: &TestApp, server: &MailServer) -> Person {
    let email = app.new_address();
    app.create(&email, true, false).await;
    sign_in_by(app, server, &email).await
}

async fn ask_for_a_mail(app: &TestApp) {
    let email = app.new_address();
    app.create(&email, false, false).await;
    app.public().post("/auth/magic-links", json!({ "email": email })).await.is(202);
    app.deliver().await;
}
