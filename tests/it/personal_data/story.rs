//! Somebody who has done everything that leaves a trace.

use cofund_tests::{Person, TestApp, json, new_key};

pub struct Story {
    pub organization: String,
    pub project: String,
    pub approved: String,
    pub own_pledge: String,
    /// The one it is about: a lead.
    pub quill: Person,
    /// A lead who stays.
    pub other: Person,
}

pub const NAME: &str = "Quillon Featherby";
pub const ADDRESS: &str = "quillon.featherby@people.example";

pub async fn tell(app: &TestApp) -> Story {
    let staff = app.staff().await;
    let organization = app.organization("Alder").await;
    let other = app.lead_of(&organization).await;
    let invite = json!({ "email": ADDRESS, "role": "lead" });
    other.post(&format!("/organizations/{organization}/invitations"), invite).await.is(201);
    let token = app.mails().await.into_iter().rfind(|mail| mail.to == ADDRESS).expect("an invitation").token();
    let mut quill = app.public();
    let accepted = quill.post("/invitations/accept", json!({ "token": token, "name": NAME })).await;
    accepted.is(200).keep_session(&mut quill);

    let project = app.open_project("Quiet nights", json!({})).await;
    let give = |amount: &str| json!({ "organization": organization, "amount": amount, "visibility": "public", "terms_version": "2026-11" });
    let path = format!("/projects/{project}/pledges");
    let own_pledge = quill.post(&path, give("100.00")).key(&new_key()).await.is(201).id();
    // What a champion requests, and Quillon approves.
    let champion = app.member(&organization, "champion").await;
    let second = app.open_project("Second", json!({})).await;
    let request = champion.post(&format!("/projects/{second}/pledges"), give("200.00")).key(&new_key()).await;
    let approved = request.is(201).says(json!({ "status": "requested" })).id();
    quill.step(&approved, "approve", json!({})).await.is(200);

    let support = json!({ "organization": organization, "kind": "endorse", "sentence": "It would help us a lot." });
    quill.post(&format!("/projects/{project}/supports"), support).await.is(201);
    quill.put(&format!("/projects/{project}/follow")).await.is(204);
    app.program_of(&quill, &["read"]).await;
    // A place on the desk for bills, and somebody invited.
    let billing = json!({ "billing_email": ADDRESS, "billing_name": NAME });
    quill.edit(&format!("/organizations/{organization}"), billing).await.is(200);
    let invited = json!({ "email": app.new_address(), "role": "viewer" });
    quill.post(&format!("/organizations/{organization}/invitations"), invited).await.is(201);
    let elsewhere = app.organization("Elsewhere").await;
    let invited = json!({ "email": ADDRESS, "role": "viewer" });
    staff.post(&format!("/organizations/{elsewhere}/invitations"), invited).await.is(201);
    app.mails().await;
    // Mails on their way.
    let news = json!({ "kind": "news", "title": "News", "body": "Some." });
    staff.post(&format!("/projects/{project}/updates"), news).await.is(201);
    app.public().post("/auth/magic-links", json!({ "email": ADDRESS })).await.is(202);
    let identity = format!(
        "INSERT INTO identities VALUES ('{}', '{}', 'campus', 'https://campus.example', '7', '', '{ADDRESS}', now(), now())",
        uuid::Uuid::now_v7(),
        quill.id()
    );
    app.database.client().batch_execute(&identity).await.expect("an identity");
    Story { organization, project, approved, own_pledge, quill, other }
}
