//! Mail links: once, for fifteen minutes, and only by a click.

use chrono::TimeDelta;
use cofund_tests::{json, race, test};

#[test]
fn a_link_signs_in_once() {
    test(async |app| {
        let email = app.new_address();
        app.create(&email, false, false).await;
        let token = app.mail_link(&email).await;
        let redeem = || app.public().post("/auth/magic-links/redeem", json!({ "token": token }));
        let session = redeem().await;
        session.is(200);
        assert_eq!(session["user"]["email"], email);
        redeem().await.refused(400, "link_invalid");
    });
}

#[test]
fn a_link_holds_for_fifteen_minutes() {
    test(async |app| {
        let email = app.new_address();
        app.create(&email, false, false).await;
        let token = app.mail_link(&email).await;
        app.advance(TimeDelta::minutes(15));
        let late = app.public().post("/auth/magic-links/redeem", json!({ "token": token })).await;
        late.refused(400, "link_invalid");
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
