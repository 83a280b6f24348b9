//! What a fiscal year bears, to the cent.

use chrono::Datelike as _;
use cofund_tests::{TestApp, json, test};

/// The fiscal year that is now for a year from July, or one after it.
fn year(app: &TestApp, after: i32) -> String {
    let today = app.clock.now().date_naive();
    format!("FY{}", today.year() + i32::from(today.month() >= 7) + after)
}

fn short(year: &str) -> String {
    format!("FY{}", &year[4..])
}

#[test]
fn a_year_bears_its_parts_to_the_cent() {
    test(async |app| {
        let [a, b] = [app.backer("Alder").await, app.backer("Birch").await];
        let settings = json!({ "yearly_ceiling": "1000.00", "fiscal_year_start_month": 7 });
        app.staff().await.edit(&format!("/organizations/{}", a.slug), settings).await.is(200);
        let fixed = app.open_project("Fixed", json!({})).await;
        let shared = app.open_project("Shared", json!({ "mode": "shared", "goal": "300.00" })).await;
        let (now, next) = (year(app, 0), year(app, 1));
        let parts = json!([{ "fiscal_year": now, "part": "1/3" }, { "fiscal_year": next, "part": "2/3" }]);
        a.pledge(&fixed, json!({ "amount": "100.01", "instalments": parts })).await.is(201);
        let alone = json!({ "amount": "200.00", "conditions": { "min_other_orgs": 1 } });
        a.pledge(&shared, alone).await.is(201);

        let path = format!("/organizations/{}/budget", a.slug);
        let budget = a.lead.get(&path).await;
        budget.is(200);
        assert_eq!(budget["fiscal_year"], short(&now));
        assert!(budget["starts"].as_str().is_some_and(|day| day.ends_with("-07-01")), "{}", budget.text());
        assert!(budget["ends"].as_str().is_some_and(|day| day.ends_with("-06-30")), "{}", budget.text());
        let amounts = |names: &[&str], budget: &cofund_tests::Answer| -> Vec<String> {
            names.iter().map(|name| budget[name].as_str().unwrap_or("null").to_owned()).collect()
        };
        let names = ["ceiling", "committed", "waiting", "requested", "signed", "share", "left"];
        assert_eq!(
            amounts(&names, &budget),
            ["1000.00", "233.33", "200.00", "0.00", "0.00", "33.33", "766.67"],
            "33.33 of two years, and all of what waits"
        );
        let later = a.lead.get(&format!("{path}?fiscal_year={next}")).await;
        assert_eq!(amounts(&names, later.is(200)), ["1000.00", "66.68", "0.00", "0.00", "0.00", "66.68", "933.32"]);
        let both = format!("{}{}", budget["pledges"], later["pledges"]);
        assert!(both.contains("\"part\":\"1/3\"") && both.contains("\"part\":\"2/3\""), "{both}");

        // Another one wakes it: each bears half of the goal.
        b.gives(&shared, "300.00").await;
        let budget = a.lead.get(&path).await;
        assert_eq!(
            amounts(&names, budget.is(200)),
            ["1000.00", "233.33", "0.00", "0.00", "0.00", "183.33", "766.67"],
            "the ceiling counts full amounts"
        );
        let of_shared = &budget["pledges"][1];
        assert_eq!((&of_shared["amount"], &of_shared["share"]), (&json!("200.00"), &json!("150.00")));
    });
}

#[test]
fn projects_fit_that_one_pledge_completes() {
    test(async |app| {
        let a = app.backer("Alder").await;
        let path = format!("/organizations/{}/budget", a.slug);
        let soon = (app.clock.now() + chrono::TimeDelta::days(3)).date_naive();
        app.open_project("Just", json!({ "goal": "500.00" })).await;
        app.open_project("Beyond", json!({ "goal": "500.01" })).await;
        app.open_project("Soon", json!({ "goal": "20.00", "mode": "shared", "pledge_by": soon })).await;
        app.draft("Draft", json!({ "goal": "20.00" })).await;
        let half = app.open_project("Half", json!({ "goal": "900.00" })).await;
        app.backer("Birch").await.gives(&half, "890.00").await;
        let own = app.open_project("Own", json!({ "goal": "400.00" })).await;
        a.gives(&own, "100.00").await;
        let fits = async || -> Vec<String> {
            let budget = a.lead.get(&path).await;
            let fits = budget.is(200)["fits"].as_array().expect("a list").clone();
            fits.iter().map(|fit| format!("{} {}", fit["slug"], fit["remaining"]).replace('"', "")).collect()
        };
        assert_eq!(fits().await, ["soon 20.00", "just 500.00", "beyond 500.01", "half 10.00"], "without a ceiling all");
        let ceiling = json!({ "yearly_ceiling": "600.00" });
        app.staff().await.edit(&format!("/organizations/{}", a.slug), ceiling).await.is(200);
        assert_eq!(fits().await, ["soon 20.00", "just 500.00", "half 10.00"]);
    });
}

#[test]
fn a_request_is_not_committed() {
    test(async |app| {
        let a = app.backer("Alder").await;
        let champion = app.member(&a.slug, "champion").await;
        let project = app.open_project("Reef", json!({})).await;
        let asked = a.pledge_as(&champion, &project, json!({ "amount": "70.00" })).await;
        assert_eq!(asked.is(201)["status"], "requested");
        let budget = champion.get(&format!("/organizations/{}/budget", a.slug)).await;
        assert_eq!(budget.is(200)["requested"], "70.00");
        assert_eq!((&budget["committed"], &budget["share"]), (&json!("0.00"), &json!("0.00")));
        assert_eq!((&budget["ceiling"], &budget["left"]), (&json!(null), &json!(null)));
    });
}

#[test]
fn nobody_else_sees_it() {
    test(async |app| {
        let [a, b] = [app.backer("Alder").await, app.backer("Birch").await];
        let path = format!("/organizations/{}/budget", a.slug);
        b.lead.get(&path).await.refused(403, "not_a_member");
        app.public().get(&path).await.refused(401, "unauthenticated");
        app.staff().await.get(&path).await.is(200);
        a.lead.get(&format!("{path}?fiscal_year=2027")).await.refused_field("?fiscal_year", "malformed");
    });
}
