//! What came of it, in numbers.

use chrono::{Datelike as _, TimeDelta};
use cofund_tests::{json, test};

#[test]
fn nothing_yet() {
    test(async |app| {
        app.draft("Secret", json!({})).await;
        let stats = app.public().get("/stats").await;
        assert_eq!(stats.is(200)["totals"]["projects"]["open"], 0);
        assert_eq!((&stats["honour_rate"], &stats["median_days_to_fund"]), (&json!(null), &json!(null)));
        assert_eq!((&stats["themes"], &stats["years"]), (&json!([]), &json!([])));
        assert!(stats.header("cache-control").is_some_and(|keep| keep.starts_with("public")));
    });
}

#[test]
fn they_add_up_what_is_public() {
    test(async |app| {
        let [a, b] = [app.backer("Alder").await, app.backer("Birch").await];
        let later = app.program_of(&b.lead, &["read", "pledge"]).await;
        app.draft("Secret", json!({})).await;
        let candidate = app.draft("Candidate", json!({})).await;
        app.publish(&candidate, "candidate").await.is(200);
        let open = app.open_project("Open", json!({ "theme": "knowledge-sharing", "goal": "300.00" })).await;
        let reef = app.open_project("Reef", json!({})).await;
        a.pledge(&open, json!({ "amount": "50.00", "visibility": "anonymous" })).await.is(201);
        a.gives(&reef, "600.00").await;
        app.advance(TimeDelta::hours(36));
        b.pledge_as(&later, &reef, json!({ "amount": "400.00" })).await.is(201);

        let stats = app.public().get("/stats").await;
        let totals = &stats.is(200)["totals"];
        let expected = json!({
            "projects": { "candidate": 1, "open": 1, "missed": 0, "funded": 1, "closed": 0 },
            "goal": "1300.00", "pledged": "1050.00", "signed": "0.00", "collected": "0.00", "funded": "1000.00",
            "backers": 3, "communities": 2,
        });
        assert_eq!(totals, &expected);
        assert_eq!((&stats["honour_rate"], &stats["median_days_to_fund"]), (&json!(null), &json!("1.5")));
        let years = json!([{
            "year": app.clock.now().year(), "projects": 1, "funded": "1000.00", "signed": "0.00", "collected": "0.00",
        }]);
        assert_eq!(stats["years"], years);
        let of = |slug: &str| {
            let themes = stats["themes"].as_array().expect("themes");
            themes.iter().find(|theme| theme["theme"]["slug"] == slug).expect("the theme").clone()
        };
        assert_eq!(of("access-control")["funded"], "1000.00");
        assert_eq!(of("access-control")["projects"]["candidate"], 1);
        assert_eq!(of("knowledge-sharing")["pledged"], "50.00");
        assert!(!stats.text().contains("lder"), "{}", stats.text());

        // Its date passed; nobody need have noted it.
        app.advance(TimeDelta::days(31));
        let stats = app.public().get("/stats").await;
        assert_eq!(stats.is(200)["totals"]["projects"]["missed"], 1);
    });
}

#[test]
fn who_breaks_an_agreement_does_not_make_the_rate_better() {
    test(async |app| {
        let staff = app.staff().await;
        let rate = async || app.public().get("/stats").await.is(200)["honour_rate"].clone();
        let reef = app.open_project("Reef", json!({})).await;
        let [a, b] = [app.backer("Alder").await, app.backer("Birch").await];
        let (first, second) = (a.gives(&reef, "600.00").await, b.gives(&reef, "400.00").await);
        assert_eq!(rate().await, json!(null), "funded, and nothing is agreed on");
        let agreement = json!({ "agreement_reference": "A-1", "agreement_date": "2026-01-01" });
        staff.step(&first, "sign", agreement.clone()).await.is(200);
        assert_eq!(rate().await, "0.0", "of what is signed nothing has arrived");
        staff.step(&second, "sign", agreement).await.is(200);
        // Invoices and receipts are kept elsewhere; this is what they come to.
        let arrived = "INSERT INTO pledge_versions SELECT (jsonb_populate_record(v, jsonb_build_object( \
                           'version', v.version + 1, 'state', v.state || '{\"status\": \"collected\"}'))).* \
                       FROM pledge_versions v JOIN pledges p ON p.id = v.pledge_id AND p.version = v.version \
                       WHERE p.share = 600; \
                       UPDATE pledges SET status = 'collected', version = version + 1 WHERE share = 600; \
                       UPDATE project_money SET collected = 600";
        app.database.client().batch_execute(arrived).await.expect(arrived);
        assert_eq!(rate().await, "60.0");
        staff.step(&second, "default", json!({ "reason": "The grant was cut" })).await.is(200);
        assert_eq!(rate().await, "60.0", "a promise that was broken still counts as one");
    });
}

#[test]
fn how_many_back_it_does_not_tell_who_hides() {
    test(async |app| {
        let [one, two] = [app.open_project("One", json!({})).await, app.open_project("Two", json!({})).await];
        let [a, b] = [app.backer("Alder").await, app.backer("Birch").await];
        let backers = async || app.public().get("/stats").await.is(200)["totals"]["backers"].clone();
        a.gives(&two, "10.00").await;
        let shown = [a.gives(&one, "10.00").await, b.gives(&one, "10.00").await];
        assert_eq!(backers().await, 2);
        // Alder shows itself in both; Birch hides in the second.
        b.pledge(&two, json!({ "amount": "10.00", "visibility": "anonymous" })).await.is(201);
        assert_eq!(backers().await, 3, "one who hides is one more, whoever it is");
        b.step(&shown[1], "withdraw", json!({ "reason": "Not now" })).await.is(200);
        assert_eq!(backers().await, 2, "who is no longer seen is gone, as if it hid nowhere");
        a.step(&shown[0], "withdraw", json!({ "reason": "Not now" })).await.is(200);
        assert_eq!(backers().await, 2, "it is still seen in the other");
    });
}
