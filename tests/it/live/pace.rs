//! How often a stream speaks.

use std::time::{Duration, Instant};

use cofund_tests::{json, test};

#[test]
fn many_quick_changes_make_an_event_a_second_and_the_last_one_is_right() {
    test(async |app| {
        let project = app.open_project("Quick", json!({ "goal": "100000.00" })).await;
        let backer = app.backer("Alder").await;
        let pledge = backer.gives(&project, "1000.00").await;
        let mut streams =
            [app.public().follow(&format!("/projects/{project}/live")).await, app.public().follow("/live").await];
        let path = format!("/pledges/{pledge}");
        let etag = backer.lead.get(&path).await.etag();
        let changes = async {
            let mut etag = etag;
            for step in 1..=30 {
                let amount = format!("{}.00", 1000 + step);
                let changed = backer.lead.patch(&path, &etag, json!({ "amount": amount })).await;
                etag = changed.is(200).etag();
            }
        };
        let [one, board] = &mut streams;
        let listen = async |stream: &mut cofund_tests::Stream| {
            let mut heard = Vec::new();
            while let Some(event) = stream.event_within(2500).await {
                heard.push((Instant::now(), event));
            }
            heard
        };
        let ((), one, board) = tokio::join!(changes, listen(one), listen(board));
        for heard in [one, board] {
            let ((first, _), (at, last)) = (heard.first().expect("it was told"), heard.last().expect("it was told"));
            assert_eq!(last.data["pledged"], "1030.00");
            // What is said a second apart may arrive a little less apart.
            let seconds = (*at - *first + Duration::from_millis(500)).as_secs();
            assert!(heard.len() as u64 <= seconds + 1, "{} events in {seconds} seconds", heard.len());
        }
    });
}

#[test]
fn what_nobody_can_see_is_no_event() {
    test(async |app| {
        let project = app.open_project("Requests", json!({})).await;
        let organization = app.organization("Tidewater").await;
        let champion = app.member(&organization, "champion").await;
        let members = app.staff().await.get(&format!("/organizations/{organization}/members")).await;
        let id = members.is(200).items()[0]["user_id"].as_str().expect("an id").to_owned();
        let limit = json!({ "role": "champion", "pledge_limit": "1.00" });
        app.staff().await.patch(&format!("/organizations/{organization}/members/{id}"), "\"1\"", limit).await.is(200);
        let mut stream = app.public().follow(&format!("/projects/{project}/live")).await;
        stream.event().await;
        let backer = cofund_tests::Backer { slug: organization, lead: champion };
        let asked = backer.pledge(&project, json!({ "amount": "500.00" })).await;
        assert_eq!(asked.is(201)["status"], "requested");
        assert!(stream.event_within(2000).await.is_none());
    });
}

#[test]
fn a_silent_stream_shows_that_it_is_alive() {
    test(async |app| {
        let project = app.open_project("Silent", json!({})).await;
        let silence = async |path: String| {
            let mut stream = app.public().follow(&path).await;
            let mut begun = Instant::now();
            loop {
                let block = stream.block().await.expect("it goes on");
                if block.text.starts_with(": still") {
                    return begun.elapsed();
                }
                begun = Instant::now();
            }
        };
        let (one, board) = tokio::join!(silence(format!("/projects/{project}/live")), silence("/live".to_owned()));
        for waited in [one, board] {
            assert!((14..20).contains(&waited.as_secs()), "{waited:?}");
        }
    });
}
