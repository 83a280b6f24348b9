//! Who one is.

use cofund_tests::{json, test};

#[test]
fn people_see_themselves_and_what_they_may() {
    test(async |app| {
        let tidewater = app.organization("Tidewater").await;
        let lead = app.lead_of(&tidewater).await;
        let me = lead.get("/me").await;
        assert_eq!(me.is(200)["email"], lead.email());
        assert_eq!(me["memberships"][0]["organization"]["slug"], tidewater);
        assert_eq!(
            (&me["memberships"][0]["role"], &me["staff"], &me["admin"]),
            (&json!("lead"), &json!(false), &json!(false))
        );
        assert_eq!(me["can"]["edit"], json!({ "ok": true, "code": null }));
        assert_eq!(me["can"]["see_staff_pages"], json!({ "ok": false, "code": "not_staff" }));
        assert_eq!(me["can"]["see_audit"], json!({ "ok": false, "code": "not_admin" }));
        assert_eq!(lead.me["can"], me["can"], "as told at sign-in");

        let admin = app.admin().await.get("/me").await;
        assert_eq!(admin["can"]["see_audit"], json!({ "ok": true, "code": null }));
    });
}

#[test]
fn whoever_has_it_already_gets_nothing_new() {
    test(async |app| {
        let person = app.person().await;
        let etag = person.get("/me").await.is(200).etag();
        let again = |tag: &str| person.get("/me").header("if-none-match", tag);
        for tag in [etag.as_str(), &format!("W/{etag}"), &format!("\"other\", {etag}"), "*"] {
            let fresh = again(tag).await;
            assert_eq!((fresh.is(304).etag(), fresh.bytes.len()), (etag.clone(), 0));
        }
        again("\"1.0000000000000000\"").await.is(200);
        // A new membership is no change of the person, and yet something to see.
        let tidewater = app.organization("Tidewater").await;
        let new = json!({ "email": person.email(), "role": "viewer" });
        app.staff().await.post(&format!("/organizations/{tidewater}/members"), new).await.is(201);
        let changed = again(&etag).await;
        assert_eq!(changed.is(200)["version"], 1);
    });
}
