//! Whoever is signed in follows what they can see.

use cofund_tests::{json, test};

#[test]
fn it_is_done_once_however_often_it_is_asked_for() {
    test(async |app| {
        let project = app.candidate("Quiet nights").await;
        let (path, person) = (format!("/projects/{project}/follow"), app.person().await);
        app.public().put(&path).await.refused(401, "unauthenticated");
        person.put(&path).await.is(204);
        person.put(&path).await.is(204);
        let seen = person.get(&format!("/projects/{project}")).await;
        assert_eq!((&seen.is(200)["following"], &seen["followers"]), (&json!(true), &json!(1)));
        let mine = person.get("/me/follows").await;
        assert_eq!(mine.is(200).items().len(), 1);
        assert_eq!((&mine.items()[0]["slug"], &mine.items()[0]["funding"]), (&json!(project), &json!("candidate")));
        assert_eq!(app.person().await.get("/me/follows").await.is(200).items().len(), 0, "it is one's own affair");
        person.delete(&path).await.is(204);
        person.delete(&path).await.is(204);
        assert_eq!(app.project(&project).await["followers"], 0);
    });
}

#[test]
fn what_cannot_be_seen_cannot_be_followed() {
    test(async |app| {
        let draft = app.draft("Unseen", json!({})).await;
        let person = app.person().await;
        person.put(&format!("/projects/{draft}/follow")).await.refused(404, "not_found");
        person.put("/projects/never-there/follow").await.refused(404, "not_found");
        let project = app.candidate("Quiet nights").await;
        let reader = app.program_of(&person, &["read"]).await;
        reader.put(&format!("/projects/{project}/follow")).await.refused(403, "scope_missing");
        assert_eq!(reader.get(&format!("/projects/{project}")).await["can"]["follow"]["code"], "scope_missing");
    });
}
