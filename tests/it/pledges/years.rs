//! Which fiscal years bear a pledge, and the ceiling an organisation has for each.

use chrono::{Datelike as _, Months, NaiveDate};
use cofund_tests::{Backer, TestApp, Value, json, test};

/// The fiscal years from now on of a year that begins in July.
fn years(app: &TestApp) -> [String; 3] {
    let today: NaiveDate = app.clock.now().date_naive();
    let ends_in = (today + Months::new(6)).year() % 100;
    [0, 1, 2].map(|more| format!("FY{:02}", ends_in + more))
}

async fn backer(app: &TestApp, name: &str, ceiling: Option<&str>) -> Backer {
    let backer = app.backer(name).await;
    let change = json!({ "fiscal_year_start_month": 7, "yearly_ceiling": ceiling });
    app.staff().await.edit(&format!("/organizations/{}", backer.slug), change).await.is(200);
    backer
}

fn halves(years: &[String]) -> Value {
    json!([{ "fiscal_year": years[0], "part": "1/2" }, { "fiscal_year": years[1], "part": "1/2" }])
}

#[test]
fn parts_add_up_to_the_cent() {
    test(async |app| {
        let project = app.open_project("Sync", json!({})).await;
        let alder = backer(app, "Alder", None).await;
        let [first, second, third] = years(app);
        let thirds = json!([
            { "fiscal_year": third, "part": "1/3" }, { "fiscal_year": first, "part": "1/3" }, { "fiscal_year": second, "part": "1/3" },
        ]);
        let placed = alder.pledge(&project, json!({ "amount": "100.00", "instalments": thirds })).await;
        assert_eq!(
            placed.is(201)["instalments"],
            json!([
                { "fiscal_year": first, "part": "1/3", "amount": "33.33" },
                { "fiscal_year": second, "part": "1/3", "amount": "33.33" },
                { "fiscal_year": third, "part": "1/3", "amount": "33.34" },
            ])
        );
        let raised = alder.edit(&placed.id(), json!({ "amount": "50.00" })).await;
        let amounts: Vec<_> = raised.is(200)["instalments"]
            .as_array()
            .expect("parts")
            .iter()
            .map(|part| part["amount"].clone())
            .collect();
        assert_eq!(amounts, ["16.66", "16.66", "16.68"]);
        let other = app.open_project("Whole", json!({})).await;
        let whole = alder.pledge(&other, json!({ "amount": "100.00" })).await;
        assert_eq!(whole.is(201)["instalments"], json!([{ "fiscal_year": first, "part": "1/1", "amount": "100.00" }]));
    });
}

#[test]
fn parts_that_make_no_whole_are_refused() {
    test(async |app| {
        let project = app.open_project("Sync", json!({})).await;
        let alder = backer(app, "Alder", None).await;
        let [first, second, third] = years(app);
        let part = |year: &str, part: &str| json!({ "fiscal_year": year, "part": part });
        for (parts, pointer, code) in [
            (json!([]), "/instalments", "out_of_range"),
            (json!([part(&first, "1/2")]), "/instalments", "not_allowed"),
            (json!([part(&first, "1/2"), part(&second, "0.5001")]), "/instalments", "not_allowed"),
            (json!([part(&first, "1/2"), part(&first, "1/2")]), "/instalments", "not_allowed"),
            (json!([part("FY20", "1/2"), part(&third, "1/2")]), "/instalments/0/fiscal_year", "out_of_range"),
            (json!([part(&first, "1/2"), part("FY2199", "1/2")]), "/instalments/1/fiscal_year", "out_of_range"),
            (json!([part("2027", "1/1")]), "/instalments/0/fiscal_year", "malformed"),
            (json!([part(&first, "3/2")]), "/instalments/0/part", "out_of_range"),
            (json!([{ "fiscal_year": first }]), "/instalments/0/part", "required"),
        ] {
            let refused = alder.pledge(&project, json!({ "amount": "100.00", "instalments": parts })).await;
            refused.refused_field(pointer, code);
        }
        let simple = alder.pledge(
            &project,
            json!({ "amount": "100.00", "instalments": [part(&first, "0.25"), part(&third, "3/4")] }),
        );
        simple.await.is(201);
    });
}

#[test]
fn a_ceiling_holds_for_each_year() {
    test(async |app| {
        let alder = backer(app, "Alder", Some("500.00")).await;
        let years = years(app);
        let mut projects = Vec::new();
        for title in ["a", "b", "c", "d"] {
            projects
                .push(app.open_project(title, json!({ "mode": if title == "b" { "shared" } else { "fixed" } })).await);
        }
        alder.pledge("a", json!({ "amount": "600.00", "instalments": halves(&years) })).await.is(201);
        let above = alder.pledge("b", json!({ "amount": "200.01" })).await;
        above
            .refused(409, "above_ceiling")
            .says(json!({ "left": "200.00", "ceiling": "500.00", "fiscal_year": years[0] }));
        // What waits counts whole.
        let waits = json!({ "amount": "200.00", "conditions": { "min_other_orgs": 5 } });
        let waiting = alder.pledge("b", waits).await.is(201).says(json!({ "active": false })).id();
        alder.pledge("c", json!({ "amount": "10.00" })).await.refused(409, "above_ceiling");
        let next = json!([{ "fiscal_year": years[1], "part": "1" }]);
        let above = alder.pledge("c", json!({ "amount": "200.01", "instalments": next })).await;
        above.refused(409, "above_ceiling").says(json!({ "left": "200.00", "fiscal_year": years[1] }));
        alder.pledge("c", json!({ "amount": "200.00", "instalments": next })).await.is(201);
        alder.edit(&waiting, json!({ "amount": "200.01" })).await.refused(409, "above_ceiling");
        alder.step(&waiting, "withdraw", super::because()).await.is(200);
        alder.pledge("d", json!({ "amount": "200.00" })).await.is(201);
    });
}

#[test]
fn a_ceiling_that_fell_refuses_no_lowering() {
    test(async |app| {
        let project = app.open_project("Sync", json!({})).await;
        let alder = backer(app, "Alder", None).await;
        let pledge = alder.gives(&project, "600.00").await;
        app.staff().await.edit("/organizations/alder", json!({ "yearly_ceiling": "100.00" })).await.is(200);
        alder.edit(&pledge, json!({ "amount": "600.01" })).await.refused(409, "above_ceiling");
        alder.edit(&pledge, json!({ "amount": "500.00" })).await.is(200);
        // Moving a part to a year that bears nothing yet is more for that year.
        let moved = alder.edit(&pledge, json!({ "instalments": halves(&years(app)) })).await;
        moved.refused(409, "above_ceiling");
        alder.edit(&pledge, json!({ "amount": "200.00", "instalments": halves(&years(app)) })).await.is(200);
    });
}

#[test]
fn a_request_is_held_against_the_ceiling_and_not_counted_in_it() {
    test(async |app| {
        let [a, b] = [app.open_project("a", json!({})).await, app.open_project("b", json!({})).await];
        let alder = backer(app, "Alder", Some("500.00")).await;
        let ana = app.member(&alder.slug, "champion").await;
        alder.pledge_as(&ana, &a, json!({ "amount": "500.01" })).await.refused(409, "above_ceiling");
        let request = alder.pledge_as(&ana, &a, json!({ "amount": "500.00" })).await.is(201).id();
        alder.gives(&b, "300.00").await;
        let above = alder.step(&request, "approve", json!({})).await;
        assert_eq!(above.refused(409, "above_ceiling")["left"], "200.00");
        alder.step(&request, "approve", json!({ "amount": "200.00" })).await.is(200);
    });
}

#[test]
fn the_year_is_the_one_it_was_where_the_project_closes() {
    test(async |app| {
        // Fourteen hours ahead of one another, one of both is a day off for most of the day.
        let east = app.open_project("East", json!({ "time_zone": "Pacific/Kiritimati" })).await;
        let west = app.open_project("West", json!({ "time_zone": "Pacific/Pago_Pago" })).await;
        let alder = backer(app, "Alder", None).await;
        for project in [east, west] {
            let placed = alder.pledge(&project, json!({ "amount": "100.00" })).await;
            let year = placed.is(201)["instalments"][0]["fiscal_year"].clone();
            // Saying the same again changes nothing, whichever day it is elsewhere.
            let same = json!([{ "fiscal_year": year, "part": "1/1" }]);
            alder
                .edit(&placed.id(), json!({ "instalments": same }))
                .await
                .is(200)
                .says(json!({ "instalments": placed["instalments"] }));
        }
    });
}
