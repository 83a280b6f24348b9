//! A kept answer is what would be answered anew: to each caller, in each form, before and after each change.

use chrono::TimeDelta;
use cofund_tests::{TestApp, json, test};
use futures_util::future::join_all;

#[test]
fn a_list_has_a_version_and_is_not_sent_again() {
    test(async |app| {
        let project = app.open_project("Quiet nights", json!({})).await;
        let path = "/projects?funding=open";
        let first = app.public().get(path).await.is(200).clone();
        for _ in 0..3 {
            let again = app.public().get(path).header("if-none-match", &first.etag()).await;
            assert_eq!((again.is(304).etag(), again.bytes.len()), (first.etag(), 0));
        }
        app.backer("Alder").await.gives(&project, "10.00").await;
        let changed = app.public().get(path).header("if-none-match", &first.etag()).await;
        assert_eq!(changed.is(200).items()[0]["pledged"], "10.00");
        assert_ne!(changed.etag(), first.etag());
    });
}

#[test]
fn each_caller_gets_the_form_they_ask_for() {
    test(async |app| {
        for n in 0..5 {
            app.candidate(&format!("Candidate {n}")).await;
        }
        let plain = app.public().get("/projects").await.is(200).clone();
        assert_eq!(plain.header("content-encoding"), None);
        for _ in 0..2 {
            for coding in ["gzip", "br"] {
                let coded = app.public().get("/projects").header("accept-encoding", coding).await;
                assert_eq!(coded.header("content-encoding"), Some(coding));
                assert_eq!(coded.etag(), plain.etag());
                let length = coded.bytes.len();
                assert!(length * 2 < plain.bytes.len(), "{coding}: {length} of {}", plain.bytes.len());
            }
            assert_eq!(app.public().get("/projects").await.is(200).bytes, plain.bytes);
        }
    });
}

#[test]
fn nobody_gets_what_was_kept_for_somebody_else() {
    test(async |app| {
        let (staff, project) = (app.staff().await, app.candidate("Seen by all").await);
        app.draft("Seen by staff", json!({})).await;
        let page = format!("/projects/{project}");
        for _ in 0..3 {
            assert_eq!(app.public().get("/projects").await.is(200).items().len(), 1);
            assert_eq!(staff.get("/projects").await.is(200).items().len(), 2);
            assert_eq!(app.public().get(&page).await.is(200)["can"]["edit"]["code"], "unauthenticated");
            let own = staff.get(&page).await;
            assert_eq!(own.is(200)["can"]["edit"]["code"], json!(null));
            assert_eq!(own.header("cache-control"), Some("private, no-store"));
        }
    });
}

#[test]
fn what_is_refused_is_not_kept() {
    test(async |app| {
        let slug = app.draft("Not yet", json!({})).await;
        let page = format!("/projects/{slug}");
        for _ in 0..2 {
            app.public().get(&page).await.refused(404, "not_found");
            app.public().get("/projects?funding=nonsense").await.refused(422, "query_invalid");
        }
        app.publish(&slug, "candidate").await.is(200);
        app.public().get(&page).await.is(200);
    });
}

/// Who waited for what nobody may have need not wait for each other, too.
#[test]
fn many_are_refused_at_once() {
    test(async |app| {
        let asked = (0..40).map(|_| app.public().get("/projects/never-there"));
        let asked = asked.map(async |call| call.await.refused(404, "not_found").status);
        assert_eq!(join_all(asked).await, [404; 40]);
    });
}

#[test]
fn a_date_that_passes_is_seen_at_once() {
    test(async |app| {
        let project = app.open_project("Until then", json!({})).await;
        let funding = async || app.project(&project).await["funding"].clone();
        let listed =
            async |state: &str| app.public().get(&format!("/projects?funding={state}")).await.is(200).items().len();
        assert_eq!((funding().await, listed("open").await, listed("closed").await), (json!("open"), 1, 0));
        app.clock.advance(TimeDelta::days(400));
        assert_eq!((funding().await, listed("open").await, listed("closed").await), (json!("closed"), 0, 1));
    });
}

/// What no event tells of, and what is changed in one place and shown in another.
#[test]
fn every_change_is_in_the_next_answer() {
    test(async |app| {
        let project = app.open_project("Of many parts", json!({ "mode": "shared", "goal": "100.00" })).await;
        let page = format!("/projects/{project}");
        let read = async |name: &str| app.public().get(&page).await.is(200)[name].clone();
        let person = app.person().await;
        assert_eq!(read("followers").await, 0);
        person.put(&format!("{page}/follow")).await.is(204);
        assert_eq!(read("followers").await, 1);
        person.delete(&format!("{page}/follow")).await.is(204);
        assert_eq!(read("followers").await, 0);

        let backer = app.backer("Alder").await;
        let pledges = format!("{page}/pledges");
        assert_eq!(app.public().get(&pledges).await.is(200).items().len(), 0);
        assert_eq!(days(app, &page).await, "0.00");
        backer.gives(&project, "10.00").await;
        assert_eq!(app.public().get(&pledges).await.is(200).items()[0]["organization"]["name"], "Alder");
        assert_eq!(days(app, &page).await, "10.00");
        app.staff().await.edit(&format!("/organizations/{}", backer.slug), json!({ "name": "Elder" })).await.is(200);
        assert_eq!(app.public().get(&pledges).await.is(200).items()[0]["organization"]["name"], "Elder");
    });
}

/// What the last day of its course says is pledged.
async fn days(app: &TestApp, page: &str) -> String {
    let progress = app.public().get(&format!("{page}/progress")).await.is(200).clone();
    let last = progress["points"].as_array().and_then(|points| points.last()).expect("it was opened");
    last["pledged"].as_str().expect("an amount").to_owned()
}
