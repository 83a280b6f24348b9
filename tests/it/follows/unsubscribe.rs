//! One request ends the mails of a project, without signing in, from a mail program or from the page.

use cofund_tests::{Mail, TestApp, json, test};

async fn mail_to_follower(app: &TestApp) -> (String, Mail) {
    let project = app.candidate("Quiet nights").await;
    let follower = app.follower(&project).await;
    app.mails().await;
    let news = json!({ "kind": "news", "title": "It moves", "body": "A little." });
    app.staff().await.post(&format!("/projects/{project}/updates"), news).await.is(201);
    let mail = app.mails().await.into_iter().find(|mail| mail.to == follower.email());
    (project, mail.expect("a mail to the follower"))
}

#[test]
fn a_mail_program_does_it_with_one_post() {
    test(async |app| {
        let (project, mail) = mail_to_follower(app).await;
        let link = mail.unsubscribe.expect("a link for mail programs");
        let path = link.strip_prefix(&format!("{}/api/v1", app.url)).expect("an address of the API").to_owned();
        // To look is not to leave.
        app.public().get(&path).await.refused(405, "method_not_allowed");
        assert_eq!(app.project(&project).await["followers"], 1);
        let form = b"List-Unsubscribe=One-Click".to_vec();
        let leave = || app.public().post_nothing(&path).body("application/x-www-form-urlencoded", form.clone());
        leave().await.is(204);
        assert_eq!(app.project(&project).await["followers"], 0);
        leave().await.is(204);
        app.public().post_nothing(&path).await.is(204);
    });
}

#[test]
fn the_page_has_the_token_in_its_fragment() {
    test(async |app| {
        let (project, mail) = mail_to_follower(app).await;
        assert!(mail.link().ends_with(&format!("/projects/{project}")), "the project comes first");
        let foot = format!("{}/unsubscribe#token=", app.url);
        let token = mail.text.lines().find_map(|line| line.strip_prefix(&foot)).expect("how to end it").to_owned();
        assert!(mail.html.contains("/unsubscribe#token="));
        app.public().post_nothing(&format!("/unsubscribe/{token}")).await.is(204);
        assert_eq!(app.project(&project).await["followers"], 0);
    });
}

#[test]
fn a_token_nobody_made_ends_nothing() {
    test(async |app| {
        let (project, mail) = mail_to_follower(app).await;
        let link = mail.unsubscribe.expect("a link");
        let token = link.rsplit('/').next().expect("a token");
        let first = if token.starts_with('A') { 'B' } else { 'A' };
        for wrong in [format!("{first}{}", &token[1..]), "x".to_owned(), "A".repeat(600)] {
            app.public().post_nothing(&format!("/unsubscribe/{wrong}")).await.refused(400, "link_invalid");
        }
        assert_eq!(app.project(&project).await["followers"], 1);
    });
}

#[test]
fn the_token_is_kept_nowhere() {
    test(async |app| {
        let (project, mail) = mail_to_follower(app).await;
        let link = mail.unsubscribe.expect("a link");
        let token = link.rsplit('/').next().expect("a token");
        let signed_in = app.person().await;
        signed_in.post_nothing(&format!("/unsubscribe/{token}")).key("again").await.is(204);
        assert_eq!(app.project(&project).await["followers"], 0, "whoever holds the link may use it");
        assert!(app.tables_holding(token).await.is_empty());
    });
}
