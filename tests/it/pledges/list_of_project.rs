//! Who is in, and with how much: everybody sees public pledges whole, and of hidden ones the amount alone.

use cofund_tests::{Person, TestApp, Value, json, test};

async fn leaf_through(person: &Person, project: &str, limit: usize) -> Vec<Value> {
    let (mut path, mut all) = (format!("/projects/{project}/pledges?limit={limit}"), Vec::new());
    loop {
        let page = person.get(&path).await;
        assert!(page.is(200).items().len() <= limit);
        all.extend(page.items().to_vec());
        let Some(cursor) = page["next_cursor"].as_str() else { return all };
        path = format!("/projects/{project}/pledges?limit={limit}&cursor={cursor}");
    }
}

/// Seven pledges, public and hidden in turns, and a request.
async fn crowd(app: &TestApp) -> String {
    let project = app.open_project("Crowd", json!({})).await;
    let backers = app.backers(8).await;
    for (number, (backer, amount)) in
        backers.iter().zip(["50.00", "20.00", "50.00", "90.00", "30.00", "20.00", "10.00"]).enumerate()
    {
        let visibility = ["public", "anonymous", "public", "name_only"][number % 4];
        backer.pledge(&project, json!({ "amount": amount, "visibility": visibility })).await.is(201);
    }
    let champion = app.member(&backers[7].slug, "champion").await;
    backers[7].pledge_as(&champion, &project, json!({ "amount": "40.00" })).await.is(201);
    project
}

#[test]
fn public_ones_come_in_their_order_and_hidden_ones_by_amount() {
    test(async |app| {
        let project = crowd(app).await;
        for limit in [1, 2, 3, 4, 100] {
            let all = leaf_through(&app.public(), &project, limit).await;
            let shown: Vec<_> = all
                .iter()
                .map(|item| (item["organization"]["slug"].as_str(), item["amount"].as_str().unwrap()))
                .collect();
            let expected = [
                (Some("backer-1"), "50.00"),
                (Some("backer-3"), "50.00"),
                (Some("backer-5"), "30.00"),
                (Some("backer-7"), "10.00"),
                (None, "90.00"),
                (None, "20.00"),
                (None, "20.00"),
            ];
            assert_eq!(shown, expected, "by {limit}");
            for hidden in all.iter().filter(|item| item["organization"].is_null()) {
                let mut members: Vec<_> = hidden.as_object().expect("an object").keys().map(String::as_str).collect();
                members.sort_unstable();
                assert_eq!(members, ["active", "amount", "organization", "share"]);
            }
        }
    });
}

#[test]
fn staff_see_all_of_it_with_requests() {
    test(async |app| {
        let project = crowd(app).await;
        let staff = app.staff().await;
        for limit in [1, 3, 100] {
            let all = leaf_through(&staff, &project, limit).await;
            let slugs: Vec<_> = all.iter().map(|item| item["organization"]["slug"].as_str().expect("a slug")).collect();
            assert_eq!(slugs, (1..=8).map(|n| format!("backer-{n}")).collect::<Vec<_>>());
            assert_eq!((&all[7]["status"], &all[7]["active"]), (&json!("requested"), &json!(false)));
            assert_eq!(all[3]["visibility"], "name_only");
        }
    });
}

#[test]
fn who_left_is_listed_no_more() {
    test(async |app| {
        let project = app.open_project("Sync", json!({})).await;
        let alder = app.backer("Alder").await;
        let pledge = alder.gives(&project, "100.00").await;
        alder.step(&pledge, "withdraw", super::because()).await.is(200);
        assert!(app.public().get(&format!("/projects/{project}/pledges")).await.items().is_empty());
        let other = app.open_project("Other", json!({})).await;
        for backer in app.backers(2).await {
            backer.gives(&other, "100.00").await;
        }
        let page = app.public().get(&format!("/projects/{other}/pledges?limit=1")).await;
        let cursor = page["next_cursor"].as_str().expect("a cursor").to_owned();
        let elsewhere = app.public().get(&format!("/projects/{project}/pledges?cursor={cursor}")).await;
        elsewhere.refused(400, "cursor_invalid");
    });
}
