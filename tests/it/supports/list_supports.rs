//! Everybody sees who stands behind a project, and quotes only with consent.

use cofund_tests::{json, test};

#[test]
fn a_sentence_is_quoted_only_with_consent() {
    test(async |app| {
        let project = app.candidate("Quiet nights").await;
        let path = format!("/projects/{project}/supports");
        let (alder, birch) = (app.backer("Alder").await, app.backer("Birch").await);
        let open =
            json!({ "organization": alder.slug, "kind": "endorse", "sentence": "Said aloud", "quote_consent": true });
        let kept =
            json!({ "organization": birch.slug, "kind": "endorse", "sentence": "Between us", "would_use": true });
        alder.lead.post(&path, open).await.is(201);
        birch.lead.post(&path, kept).await.is(201);

        let seen = app.public().get(&path).await;
        let sentences: Vec<_> = seen.is(200).items().iter().map(|item| item["sentence"].clone()).collect();
        assert_eq!(sentences, [json!(null), json!("Said aloud")], "newest first");
        assert!(!seen.text().contains("Between us"));
        assert!(!alder.lead.get(&path).await.text().contains("Between us"));
        assert!(birch.lead.get(&path).await.text().contains("Between us"), "its own people read it");
        assert!(app.staff().await.get(&path).await.text().contains("Between us"));
    });
}

#[test]
fn it_says_how_many_of_each_kind_and_how_many_would_use_it() {
    test(async |app| {
        let project = app.candidate("Quiet nights").await;
        let path = format!("/projects/{project}/supports");
        let backers = app.backers(3).await;
        for (index, backer) in backers.iter().enumerate() {
            let new = json!({ "organization": backer.slug, "kind": "endorse", "would_use": index > 0 });
            backer.lead.post(&path, new).await.is(201);
        }
        let twice = json!({ "organization": backers[1].slug, "kind": "test", "would_use": true });
        let ended = backers[1].lead.post(&path, twice).await.is(201).id();
        let seen = app.public().get(&path).await;
        assert_eq!(seen.is(200)["communities_served"], 2, "an organisation counts once");
        let count = |kind: &str| {
            let counts = seen["counts"].as_array().expect("counts");
            counts.iter().find(|count| count["kind"] == kind).map(|count| count["count"].clone())
        };
        assert_eq!(
            (count("endorse"), count("test"), count("in_kind")),
            (Some(json!(3)), Some(json!(1)), Some(json!(0)))
        );

        backers[1].lead.delete(&format!("{path}/{ended}")).await.is(204);
        app.follower(&project).await;
        let card = app.project(&project).await;
        assert_eq!((&card["supports"], &card["communities_served"]), (&json!(3), &json!(2)));
        assert_eq!((&card["followers"], &card["following"]), (&json!(1), &json!(false)));
        let listed = app.public().get("/projects").await;
        assert_eq!(listed.is(200).items()[0]["supports"], 3);
        assert_eq!(card["can"]["support"]["code"], "unauthenticated");
        let stranger = app.person().await.get(&format!("/projects/{project}")).await;
        assert_eq!(stranger["can"]["support"]["code"], "not_a_member");
        assert_eq!(stranger["can"]["follow"]["ok"], true);
    });
}

#[test]
fn pages_follow_one_another() {
    test(async |app| {
        let project = app.candidate("Quiet nights").await;
        let path = format!("/projects/{project}/supports");
        for backer in app.backers(3).await {
            let new = json!({ "organization": backer.slug, "kind": "endorse" });
            backer.lead.post(&path, new).await.is(201);
        }
        let first = app.public().get(&format!("{path}?limit=2")).await;
        assert_eq!(first.is(200).items().len(), 2);
        let cursor = first["next_cursor"].as_str().expect("there is more").to_owned();
        let second = app.public().get(&format!("{path}?limit=2&cursor={cursor}")).await;
        assert_eq!(second.is(200).items().len(), 1);
        assert_eq!(second["next_cursor"], json!(null));
        let draft = app.draft("Unseen", json!({})).await;
        app.public().get(&format!("/projects/{draft}/supports")).await.refused(404, "not_found");
    });
}
