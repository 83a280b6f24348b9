//! Mail links: once, for fifteen minutes, and only by a click.

use chrono::TimeDelta;
use cofund_tests::{Answer, TestApp, json, race, test};
use reqwest::Method;

async fn redeem(app: &TestApp, token: &str) -> Answer {
    app.public().post("/auth/magic-links/redeem", json!({ "token": token })).await
}

#[test]
fn a_link_signs_in_once() {
    test(async |app| {
        let email = app.new_address();
        app.create(&email, false, false).await;
        let token = app.mail_link(&email).await;
        let session = redeem(app, &token).await;
        session.is(200);
        assert_eq!(session["user"]["email"], email);
        assert_eq!((session["token_type"].as_str(), session["expires_in"].as_i64()), (Some("Bearer"), Some(600)));
        redeem(app, &token).await.refused(400, "link_invalid");
        let user = session["user"]["id"].as_str().expect("an id");
        assert_eq!(app.audit_of(user).await, ["user_created", "session_started"]);
    });
}

#[test]
fn a_link_holds_for_fifteen_minutes() {
    test(async |app| {
        let email = app.new_address();
        app.create(&email, false, false).await;
        let (early, late) = (app.mail_link(&email).await, app.mail_link(&email).await);
        app.advance(TimeDelta::seconds(15 * 60 - 1));
        redeem(app, &early).await.is(200);
        app.advance(TimeDelta::seconds(1));
        redeem(app, &late).await.refused(400, "link_invalid");
    });
}

#[test]
fn fifty_clicks_at_once_are_one_sign_in() {
    test(async |app| {
        let email = app.new_address();
        app.create(&email, false, false).await;
        let token = app.mail_link(&email).await;
        let clicks = (0..50).map(|_| app.public().post("/auth/magic-links/redeem", json!({ "token": token })));
        let answers = race(clicks.collect()).await;
        assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 1);
        assert_eq!(app.count("SELECT count(*) FROM sessions").await, 1);
    });
}

#[test]
fn a_scanner_that_looks_at_it_does_not_use_it_up() {
    test(async |app| {
        let email = app.person().await.email();
        let token = app.mail_link(&email).await;
        for path in ["/auth/magic-links/redeem".to_owned(), format!("/auth/magic-links/redeem?token={token}")] {
            for method in [Method::GET, Method::HEAD, Method::OPTIONS, Method::PUT] {
                let look = app.public().call(method, &path).await;
                assert_eq!((look.is(405).header("allow"), look.header("set-cookie")), (Some("POST"), None));
            }
        }
        // Nor does the page behind the link, which gets no token: that stands behind the `#`.
        app.public().get("//sign-in/confirm").await;
        redeem(app, &token).await.is(200);
    });
}

#[test]
fn what_is_no_link_of_ours_is_refused() {
    test(async |app| {
        let mut person = app.person().await;
        let token = app.mail_link(&person.email()).await;
        let refresh =
            person.cookie.clone().and_then(|cookie| cookie.split_once('=').map(|(_, token)| token.to_owned()));
        let mut others = vec![
            String::new(),
            "x".into(),
            token[1..].to_owned(),
            format!("{token}A"),
            token.chars().rev().collect(),
            "A".repeat(100_000),
            "\u{0}".into(),
            refresh.expect("a cookie"),
            person.bearer.clone().expect("an access token"),
        ];
        let mut bent = token.clone().into_bytes();
        bent[3] = if bent[3] == b'A' { b'B' } else { b'A' };
        others.push(String::from_utf8(bent).expect("text"));
        for other in &others {
            redeem(app, other).await.refused(400, "link_invalid");
        }
        // A link's token is no refresh token, either.
        person.cookie = Some(format!("cofund_refresh={token}"));
        person.refresh().await.refused(401, "session_ended");
        redeem(app, &token).await.is(200);
    });
}

#[test]
fn an_invitation_is_no_link_to_sign_in() {
    test(async |app| {
        let tidewater = app.organization("Tidewater").await;
        let lead = app.lead_of(&tidewater).await;
        let invited = json!({ "email": app.new_address(), "role": "viewer" });
        lead.post(&format!("/organizations/{tidewater}/invitations"), invited).await.is(201);
        let invitation = app.mails().await.pop().expect("a mail").token();
        redeem(app, &invitation).await.refused(400, "link_invalid");
        let link = app.mail_link(&lead.email()).await;
        app.public().post("/invitations/preview", json!({ "token": link })).await.refused(400, "invitation_invalid");
    });
}

#[test]
fn links_on_their_way_end_with_what_they_were_for() {
    test(async |app| {
        let staff = app.staff().await;
        let disabled = app.person().await;
        let link = app.mail_link(&disabled.email()).await;
        staff.edit(&format!("/admin/users/{}", disabled.id()), json!({ "disabled": true })).await.is(200);
        redeem(app, &link).await.refused(400, "link_invalid");

        let signed_out = app.person().await;
        let link = app.mail_link(&signed_out.email()).await;
        staff.delete(&format!("/admin/users/{}/sessions", signed_out.id())).await.is(204);
        redeem(app, &link).await.refused(400, "link_invalid");

        let moved = app.person().await;
        let link = app.mail_link(&moved.email()).await;
        staff.edit(&format!("/admin/users/{}", moved.id()), json!({ "email": app.new_address() })).await.is(200);
        redeem(app, &link).await.refused(400, "link_invalid");
    });
}

/// Between finding that they may sign in and beginning the session.
#[test]
fn nobody_slips_in_while_they_are_being_disabled() {
    test(async |app| {
        let (staff, person) = (app.staff().await, app.person().await);
        let link = app.mail_link(&person.email()).await;
        let pause = "CREATE FUNCTION pause() RETURNS trigger LANGUAGE plpgsql AS \
                     $$ BEGIN PERFORM pg_advisory_xact_lock_shared(1); RETURN NEW; END $$; \
                     CREATE TRIGGER pause BEFORE INSERT ON sessions FOR EACH ROW EXECUTE FUNCTION pause(); \
                     SELECT pg_advisory_lock(1)";
        app.database.client().batch_execute(pause).await.expect("a pause");
        let public = app.public();
        let redeem = tokio::spawn(public.post("/auth/magic-links/redeem", json!({ "token": link })).into_future());
        app.until_waiting(1).await;
        let path = format!("/admin/users/{}", person.id());
        let disable = tokio::spawn(staff.patch(&path, "\"1\"", json!({ "disabled": true })).into_future());
        // It is done, or waits for the one that is signing in.
        while !disable.is_finished() && app.waiting().await < 2 {
            tokio::task::yield_now().await;
        }
        app.database.client().batch_execute("SELECT pg_advisory_unlock(1)").await.expect("no pause");
        disable.await.expect("an answer").is(200);
        let answer = redeem.await.expect("an answer");
        assert!(matches!(answer.status, 200 | 400 | 401), "{}", answer.text());
        let live = "SELECT count(*) FROM sessions WHERE ended_at IS NULL AND user_id = (SELECT id FROM users WHERE disabled_at IS NOT NULL)";
        assert_eq!(app.count(live).await, 0);
    });
}
