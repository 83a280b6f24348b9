//! An organisation's people read their own pledges, newest first.

use cofund_tests::{json, test};

#[test]
fn all_of_them_or_those_of_a_status() {
    test(async |app| {
        let alder = app.backer("Alder").await;
        let mut pledges = Vec::new();
        for title in ["a", "b", "c"] {
            let project = app.open_project(title, json!({})).await;
            pledges.push(alder.gives(&project, "100.00").await);
        }
        alder.step(&pledges[1], "withdraw", super::because()).await.is(200);
        let viewer = app.member("alder", "viewer").await;
        let list = async |query: &str| {
            let page = viewer.get(&format!("/organizations/alder/pledges{query}")).await;
            page.is(200)
                .items()
                .iter()
                .map(|item| item["project"]["slug"].as_str().unwrap().to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(list("").await, ["c", "b", "a"]);
        assert_eq!(list("?status=pledged").await, ["c", "a"]);
        assert_eq!(list("?status=withdrawn").await, ["b"]);
        assert!(list("?status=signed").await.is_empty());
        let first = viewer.get("/organizations/alder/pledges?limit=2").await;
        let cursor = first["next_cursor"].as_str().expect("a cursor");
        assert_eq!(list(&format!("?limit=2&cursor={cursor}")).await, ["a"]);
        let other = viewer.get(&format!("/organizations/alder/pledges?status=pledged&cursor={cursor}")).await;
        other.refused(400, "cursor_invalid");
        viewer.get("/organizations/alder/pledges?status=gone").await.refused(422, "query_invalid");
        let [whole, listed] = [
            viewer.get(&format!("/pledges/{}", pledges[2])).await.json,
            viewer.get("/organizations/alder/pledges?limit=1").await.items()[0].clone(),
        ];
        assert_eq!(listed, whole);
    });
}
