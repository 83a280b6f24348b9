//! What an organisation stands for, as everybody sees it.

use cofund_tests::{json, test};

#[test]
fn shows_public_pledges_and_names_without_amounts_only_once_funded() {
    test(async |app| {
        let [a, b] = [app.backer("Alder").await, app.backer("Birch").await];
        let open = app.open_project("Open to all", json!({})).await;
        a.pledge(&open, json!({ "amount": "100.00" })).await.is(201);
        let hidden = app.open_project("Hidden", json!({})).await;
        a.pledge(&hidden, json!({ "amount": "600.00", "visibility": "name_only" })).await.is(201);
        let path = format!("/organizations/{}/funding", a.slug);
        let before = app.public().get(&path).await;
        assert_eq!(before.is(200)["items"][0]["project"]["slug"], "open-to-all");
        assert_eq!(before["items"][0]["share"], "100.00");
        assert_eq!((before["items"].as_array().unwrap().len(), &before["named"]), (1, &json!([])));
        b.pledge(&hidden, json!({ "amount": "400.00", "visibility": "anonymous" })).await.is(201);
        let after = app.public().get(&path).await;
        assert_eq!(after["named"], json!([{ "slug": "hidden", "title": "Hidden", "mode": "fixed" }]));
        let nothing = app.public().get(&format!("/organizations/{}/funding", b.slug)).await;
        assert_eq!((&nothing["items"], &nothing["named"]), (&json!([]), &json!([])));
    });
}
