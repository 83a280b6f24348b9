//! An organisation's pledges as a table.

use cofund_tests::{json, test};

use super::{in_api, lines, sum};

#[test]
fn it_says_what_the_api_says() {
    test(async |app| {
        let [a, b] = [app.backer("Alder").await, app.backer("Birch").await];
        let reef = app.open_project("Reef", json!({})).await;
        let bay = app.open_project("Bay", json!({ "mode": "shared", "goal": "300.00" })).await;
        let gone = app.open_project("Gone", json!({})).await;
        let note = json!({ "amount": "70.01", "note": "-1+2 \"quoted\",\nand more", "purchase_order": "@PO" });
        a.pledge(&reef, note).await.is(201);
        a.gives(&bay, "250.00").await;
        b.gives(&bay, "280.00").await;
        let withdrawn = a.gives(&gone, "30.00").await;
        a.step(&withdrawn, "withdraw", json!({ "reason": "=cmd" })).await.is(200);

        let path = format!("/organizations/{}/exports/pledges.csv", a.slug);
        let table = a.lead.get(&path).await;
        let lines = lines(&table);
        let api = a.lead.get(&format!("/organizations/{}/pledges", a.slug)).await;
        assert_eq!((lines.len(), api.is(200).items().len()), (3, 3));
        for name in ["amount", "share"] {
            assert_eq!(sum(lines.iter().map(|line| line[name].as_str())), sum(in_api(api.items(), name)), "{name}");
        }
        let of = |project: &str| lines.iter().find(|line| line["project"] == project).expect("its pledge");
        assert_eq!((of(&bay)["amount"].as_str(), of(&bay)["share"].as_str()), ("250.00", "150.00"));
        assert_eq!(of(&reef)["note"], "'-1+2 \"quoted\",\nand more");
        assert_eq!(of(&reef)["purchase_order"], "'@PO");
        assert_eq!((of(&gone)["status"].as_str(), of(&gone)["reason"].as_str()), ("withdrawn", "'=cmd"));
        let name = format!("attachment; filename=\"{}-pledges.csv\"", a.slug);
        assert_eq!(table.header("content-disposition"), Some(name.as_str()));
        assert_eq!(table.header("cache-control"), Some("private, no-store"));
    });
}

#[test]
fn nobody_else_gets_it() {
    test(async |app| {
        let [a, b] = [app.backer("Alder").await, app.backer("Birch").await];
        let path = format!("/organizations/{}/exports/pledges.csv", a.slug);
        b.lead.get(&path).await.refused(403, "not_a_member");
        app.public().get(&path).await.refused(401, "unauthenticated");
        app.member(&a.slug, "viewer").await.get(&path).await.is(200);
        assert_eq!(lines(&app.staff().await.get(&path).await).len(), 0, "a header alone");
    });
}
