//! How a project came to where it is, a point for each day on which something changed.

use chrono::TimeDelta;
use cofund_tests::{json, test};

#[test]
fn each_day_ends_with_its_totals() {
    test(async |app| {
        let project = app.open_project("Sync", json!({})).await;
        let alder = app.lasting_backer("Alder").await;
        let birch = app.lasting_backer("Birch").await;
        let pledge = alder.gives(&project, "100.00").await;
        alder.edit(&pledge, json!({ "amount": "200.00" })).await.is(200);
        app.advance(TimeDelta::days(2));
        birch.gives(&project, "50.00").await;
        app.advance(TimeDelta::days(1));
        alder.step(&pledge, "withdraw", json!({ "reason": "Not now" })).await.is(200);
        let progress = app.public().get(&format!("/projects/{project}/progress")).await;
        let points = progress.is(200)["points"].as_array().expect("points").clone();
        let said: Vec<_> = points
            .iter()
            .map(|point| (point["pledged"].clone(), point["backers"].clone(), point["goal"].clone()))
            .collect();
        let point = |pledged: &str, backers: i64| (json!(pledged), json!(backers), json!("1000.00"));
        assert_eq!(said, [point("200.00", 1), point("250.00", 2), point("50.00", 1)]);
        assert_eq!(progress["goal"], "1000.00");
        let days: Vec<_> = points.iter().map(|point| point["day"].as_str().expect("a day").to_owned()).collect();
        assert!(days.is_sorted() && days[0] < days[1] && days[1] < days[2], "{days:?}");
    });
}

#[test]
fn what_has_not_opened_has_no_course() {
    test(async |app| {
        let project = app.draft("Sync", json!({})).await;
        app.publish(&project, "candidate").await.is(200);
        let progress = app.public().get(&format!("/projects/{project}/progress")).await;
        assert_eq!(progress.is(200)["points"], json!([]));
    });
}
