//! Two readings, one before and one after something happened: the difference tells nothing, either.

use cofund_tests::{Answer, TestApp, json, test};

use super::scene::Scene;

/// What everybody reads of organisations: their pages, their lists, in full.
async fn of_organizations(app: &TestApp, scene: &Scene) -> Vec<(String, u16, String, String)> {
    let mut paths = vec!["/organizations?limit=100".to_owned(), "/organizations?q=y&limit=100".to_owned()];
    paths.extend(scene.organizations().iter().map(|slug| format!("/organizations/{slug}")));
    let mut read = Vec::new();
    for path in paths {
        let answer = app.public().get(&path).await;
        read.push((path, answer.status, answer.header("etag").unwrap_or_default().to_owned(), answer.text()));
    }
    read
}

fn hidden_rows(page: &Answer) -> Vec<&cofund_tests::Value> {
    page.items().iter().filter(|row| row["organization"].is_null()).collect()
}

/// Rows of hidden pledges: an amount, a share, whether they count; the largest first.
fn check_rows(page: &Answer) {
    let rows = hidden_rows(page);
    for row in &rows {
        let names: Vec<_> = row.as_object().expect("a row").keys().map(String::as_str).collect();
        let mut known = ["active", "amount", "organization", "share"].to_vec();
        known.retain(|name| names.contains(name));
        assert_eq!(names, known, "{row}");
    }
    let amounts: Vec<i64> = rows.iter().map(|row| cents(&row["amount"])).collect();
    assert!(amounts.is_sorted_by(|one, next| one >= next), "{amounts:?}");
    let first_hidden = page.items().iter().position(|row| row["organization"].is_null());
    assert!(
        page.items()
            .iter()
            .skip(first_hidden.unwrap_or(0))
            .all(|row| row["organization"].is_null() == first_hidden.is_some())
    );
}

fn cents(value: &cofund_tests::Value) -> i64 {
    value.as_str().expect("an amount").replace('.', "").parse().expect("an amount")
}

#[test]
fn no_page_of_an_organisation_moves_with_its_hidden_pledge() {
    test(async |app| {
        let scene = Scene::set(app).await;
        let before = of_organizations(app, &scene).await;
        let same = async |step: &str, project: &str| {
            assert_eq!(of_organizations(app, &scene).await, before, "after it was {step}");
            check_rows(app.public().get(&format!("/projects/{project}/pledges?limit=100")).await.is(200));
        };
        for mode in ["fixed", "shared"] {
            let project = app.open_project(&format!("Watched {mode}"), json!({ "mode": mode })).await;
            let more = json!({ "amount": "300.00", "visibility": "anonymous", "note": "Ours" });
            let pledge = scene.anonymous.pledge(&project, more).await.is(201).id();
            same("placed", &project).await;
            scene.anonymous.edit(&pledge, json!({ "amount": "350.00" })).await.is(200);
            same("edited", &project).await;
            scene.anonymous.edit(&pledge, json!({ "note": "Ours still" })).await.is(200);
            same("annotated", &project).await;
            let more = json!({ "amount": "300.00", "visibility": "name_only" });
            let other = scene.name_only.pledge(&project, more.clone()).await.is(201).id();
            same("joined", &project).await;
            scene.name_only.step(&other, "withdraw", json!({ "reason": "Over" })).await.is(200);
            same("withdrawn", &project).await;
            scene.name_only.pledge(&project, more).await.is(201);
            scene.open.pledge(&project, json!({ "amount": "350.00" })).await.is(201);
            if mode == "shared" {
                app.run(&project, "settle", json!(null)).await.is(200);
            }
            assert_eq!(app.project(&project).await["funding"], "funded");
            same("funded", &project).await;
            let agreement = json!({ "agreement_reference": "MOU-1", "agreement_date": "2026-01-01" });
            app.staff().await.step(&pledge, "sign", agreement).await.is(200);
            same("signed", &project).await;
            app.staff().await.step(&pledge, "default", json!({ "reason": "They left" })).await.is(200);
            same("defaulted", &project).await;
        }
    });
}

#[test]
fn order_does_not_tell_when_a_hidden_pledge_came() {
    test(async |app| {
        let project = app.open_project("Order", json!({})).await;
        for (backer, amount) in app.backers(6).await.iter().zip(["20.00", "60.00", "40.00", "30.00", "50.00", "10.00"])
        {
            let more = json!({ "amount": amount, "visibility": "anonymous" });
            backer.pledge(&project, more).await.is(201);
            let page = app.public().get(&format!("/projects/{project}/pledges")).await;
            check_rows(page.is(200));
        }
        // One by one in pages, too.
        let (mut amounts, mut path) = (Vec::new(), format!("/projects/{project}/pledges?limit=1"));
        loop {
            let page = app.public().get(&path).await;
            amounts.extend(page.is(200).items().iter().map(|row| row["amount"].clone()));
            let Some(cursor) = page["next_cursor"].as_str() else { break };
            path = format!("/projects/{project}/pledges?limit=1&cursor={cursor}");
        }
        assert_eq!(amounts, ["60.00", "50.00", "40.00", "30.00", "20.00", "10.00"]);
    });
}
