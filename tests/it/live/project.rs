//! One project's stream: first what is, then what changes.

use std::time::{Duration, Instant};

use chrono::TimeDelta;
use cofund_tests::{Value, json, test};

/// The part of a project's page that its card shows.
fn card(page: &Value) -> Value {
    let mut card = page.clone();
    let texts = ["problem", "solution", "implementation", "fit", "research", "deliverables", "links"];
    let members = card.as_object_mut().expect("an object");
    for text in texts {
        members.remove(text);
        members.remove(&format!("{text}_html"));
    }
    card
}

#[test]
fn it_tells_what_anybody_is_shown_at_once_and_on_every_change() {
    test(async |app| {
        let project = app.open_project("Followed", json!({})).await;
        let backer = app.backer("Alder").await;
        for person in [app.public(), app.person().await, app.staff().await] {
            let mut stream = person.follow(&format!("/projects/{project}/live")).await;
            let first = stream.event().await;
            assert_eq!(first.event, "project");
            assert_eq!(first.data, card(&app.project(&project).await.json));
        }
        let mut stream = app.public().follow(&format!("/projects/{project}/live")).await;
        let before = stream.event().await;
        let pledge = backer.gives(&project, "400.00").await;
        let after = stream.event().await;
        assert_eq!((&after.data["pledged"], &after.data["backers"]), (&json!("400.00"), &json!(1)));
        assert_eq!(after.data, card(&app.project(&project).await.json));
        assert_ne!(before.id, after.id);
        backer.step(&pledge, "withdraw", json!({ "reason": "Changed our mind" })).await.is(200);
        assert_eq!(stream.event().await.data["pledged"], "0.00");
        app.staff().await.edit(&format!("/projects/{project}"), json!({ "summary": "New words" })).await.is(200);
        assert_eq!(stream.event().await.data["summary"], "New words");
        app.run(&project, "close", json!({ "reason": "withdrawn", "note": "Not now" })).await.is(200);
        assert_eq!(stream.event().await.data["funding"], "closed");
    });
}

#[test]
fn it_tells_of_support_and_of_what_staff_say() {
    test(async |app| {
        let project = app.candidate("Wanted").await;
        let (backer, staff) = (app.backer("Alder").await, app.staff().await);
        let mut stream = app.public().follow(&format!("/projects/{project}/live")).await;
        let first = stream.event().await.data;
        assert_eq!((&first["supports"], &first["updates"]), (&json!(0), &json!(0)));
        let path = format!("/projects/{project}/supports");
        let support = json!({ "organization": backer.slug, "kind": "test", "would_use": true });
        let given = backer.lead.post(&path, support).await.is(201).id();
        let told = stream.event().await.data;
        assert_eq!((&told["supports"], &told["communities_served"]), (&json!(1), &json!(1)));
        backer.lead.delete(&format!("{path}/{given}")).await.is(204);
        assert_eq!(stream.event().await.data["supports"], 0);
        let update = json!({ "kind": "news", "title": "Hear", "body": "This." });
        staff.post(&format!("/projects/{project}/updates"), update).await.is(201);
        assert_eq!(stream.event().await.data["updates"], 1);
    });
}

#[test]
fn it_looks_like_a_stream_to_everything_on_the_way() {
    test(async |app| {
        let project = app.open_project("Headers", json!({})).await;
        for path in [format!("/projects/{project}/live"), "/live".to_owned()] {
            let call = app.public().get(&path).header("accept-encoding", "gzip, br");
            let answer = call.await;
            assert_eq!(answer.is(200).header("content-type"), Some("text/event-stream"));
            assert_eq!(answer.header("cache-control"), Some("no-cache"));
            assert_eq!(answer.header("x-accel-buffering"), Some("no"));
            assert_eq!(answer.header("content-encoding"), None);
            assert!(answer.text().starts_with("retry: "), "{}", answer.text());
            let head = app.public().call(reqwest::Method::HEAD, &path).await;
            assert_eq!(head.is(200).header("content-type"), Some("text/event-stream"));
        }
    });
}

#[test]
fn who_comes_back_is_told_only_what_is_new() {
    test(async |app| {
        let project = app.open_project("Again", json!({})).await;
        let path = format!("/projects/{project}/live");
        let first = app.public().follow(&path).await.event().await;
        let mut same = app.public().follow_after(&path, Some(&first.id)).await;
        assert!(same.event_within(1500).await.is_none(), "nothing is new");
        app.backer("Alder").await.gives(&project, "10.00").await;
        let second = same.event().await;
        assert_eq!(second.data["pledged"], "10.00");
        let mut behind = app.public().follow_after(&path, Some(&first.id)).await;
        assert_eq!(behind.event().await.id, second.id);
        let mut confused = app.public().follow_after(&path, Some("nonsense")).await;
        assert_eq!(confused.event().await.id, second.id);
    });
}

#[test]
fn a_date_that_passes_is_told_though_nobody_noted_it() {
    test(async |app| {
        let project = app.open_project("Passing", json!({})).await;
        let mut stream = app.public().follow(&format!("/projects/{project}/live")).await;
        let first = stream.event().await;
        let closes_at = first.data["closes_at"].as_str().expect("an instant");
        app.clock.set(closes_at.parse().expect("RFC 3339"));
        assert_eq!(stream.event().await.data["funding"], "missed");
        app.advance(TimeDelta::days(14));
        assert_eq!(stream.event().await.data["funding"], "closed");
        assert_eq!(app.count("SELECT count(*) FROM projects WHERE funding = 'open'").await, 1, "no worker looked");
        app.note_dates().await;
        assert!(stream.event().await.data["closed_at"].is_string(), "now it is a fact");
    });
}

#[test]
fn a_draft_is_not_there_for_those_who_may_not_see_it() {
    test(async |app| {
        let draft = app.draft("Draft", json!({})).await;
        let path = format!("/projects/{draft}/live");
        for person in [app.public(), app.person().await] {
            person.get(&path).await.refused(404, "not_found");
            person.get("/projects/no-such-thing/live").await.refused(404, "not_found");
        }
        let mut staff = app.staff().await.follow(&path).await;
        let seen = staff.event().await.data;
        assert_eq!((&seen["funding"], &seen["can"]["edit"]["ok"]), (&json!("draft"), &json!(false)));
        app.publish(&draft, "open").await.is(200);
        assert_eq!(staff.event().await.data["funding"], "open");
        app.public().follow(&path).await.event().await;
    });
}

#[test]
fn whoever_is_hidden_is_in_no_event() {
    test(async |app| {
        let project = app.open_project("Hidden", json!({ "goal": "1000.00" })).await;
        let [named, hidden] = [app.backer("Alder").await, app.backer("Zanthoxylum").await];
        let mut streams = [
            app.public().follow(&format!("/projects/{project}/live")).await,
            hidden.lead.follow(&format!("/projects/{project}/live")).await,
            app.staff().await.follow("/live").await,
        ];
        hidden.pledge(&project, json!({ "amount": "300.00", "visibility": "anonymous" })).await.is(201);
        let until = Instant::now() + Duration::from_millis(2500);
        tokio::time::sleep(Duration::from_millis(1200)).await;
        named.gives(&project, "700.00").await;
        let organization = app.public().get(&format!("/organizations/{}", hidden.slug)).await;
        let id = organization.is(200)["id"].as_str().unwrap_or("zanthoxylum").to_owned();
        for stream in &mut streams {
            let mut heard = 0;
            let left = until.saturating_duration_since(Instant::now());
            while let Some(event) = stream.event_within(left.as_millis() as u64 + 500).await {
                heard += 1;
                let text = event.text.to_lowercase();
                for secret in ["zanthoxylum", &hidden.lead.email(), &hidden.lead.id(), &id] {
                    assert!(!text.contains(secret), "{secret} is in {text}");
                }
            }
            assert!(heard >= 2, "{heard}");
        }
    });
}
