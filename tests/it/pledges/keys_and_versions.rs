//! What commits money needs an idempotency key, and every change of a pledge the version that was seen.

use cofund_tests::{json, new_key, test};

#[test]
fn a_pledge_is_placed_once_for_each_key() {
    test(async |app| {
        let project = app.open_project("Sync", json!({})).await;
        let alder = app.backer("Alder").await;
        let path = format!("/projects/{project}/pledges");
        let body = |amount: &str| json!({ "organization": "alder", "amount": amount, "visibility": "public", "terms_version": "2026-11" });
        alder.lead.post(&path, body("100.00")).await.refused(400, "idempotency_key_required");
        let first = alder.lead.post(&path, body("100.00")).key("one").await;
        let again = alder.lead.post(&path, body("100.00")).key("one").await;
        assert_eq!(again.is(201).header("idempotent-replayed"), Some("true"));
        assert_eq!((again.bytes.clone(), again.etag()), (first.bytes.clone(), first.etag()));
        alder.lead.post(&path, body("100.01")).key("one").await.refused(422, "idempotency_key_reused");
        alder.lead.post(&path, body("100.00")).key("two").await.refused(409, "already_pledged");
        assert_eq!(app.count("SELECT count(*) FROM pledges").await, 1);
        // A refusal is not kept: the same key may succeed later.
        alder.step(&first.id(), "withdraw", super::because()).await.is(200);
        alder.lead.post(&path, body("100.00")).key("two").await.is(201);
        // Another project is another target.
        let other = app.open_project("Other", json!({})).await;
        alder.lead.post(&format!("/projects/{other}/pledges"), body("100.00")).key("one").await.is(201);
    });
}

#[test]
fn every_step_needs_both() {
    test(async |app| {
        let (_, alder, pledge) = app.funded_project("Sync").await;
        let staff = app.staff().await;
        let steps = [
            (&alder.lead, "approve", json!({})),
            (&alder.lead, "decline", super::because()),
            (&alder.lead, "withdraw", super::because()),
            (&staff, "release", super::because()),
            (&staff, "sign", super::agreement()),
            (&staff, "default", super::because()),
        ];
        for (person, step, body) in steps {
            let call = || person.post(&format!("/pledges/{pledge}/{step}"), body.clone());
            call().header("if-match", "\"1\"").await.refused(400, "idempotency_key_required");
            call().key(&new_key()).await.refused(428, "if_match_required");
            call().key(&new_key()).header("if-match", "\"2\"").await.refused(412, "version_conflict");
        }
        let edit = alder.lead.call("PATCH".parse().expect("a method"), &format!("/pledges/{pledge}")).json(&json!({}));
        edit.await.refused(428, "if_match_required");
        alder.lead.patch(&format!("/pledges/{pledge}"), "\"2\"", json!({})).await.refused(412, "version_conflict");
    });
}

#[test]
fn a_step_that_was_taken_is_answered_again() {
    test(async |app| {
        let (_, alder, pledge) = app.funded_project("Sync").await;
        let withdraw = |reason: &str| {
            let body = json!({ "reason": reason });
            alder.lead.post(&format!("/pledges/{pledge}/withdraw"), body).header("if-match", "\"1\"").key("once")
        };
        let first = withdraw("Sorry").await;
        first.is(200);
        let again = withdraw("Sorry").await;
        assert_eq!(again.is(200).header("idempotent-replayed"), Some("true"), "before the version is looked at");
        assert_eq!((&again.bytes, again.etag()), (&first.bytes, first.etag()));
        withdraw("Not sorry").await.refused(422, "idempotency_key_reused");
        assert_eq!(app.count("SELECT count(*) FROM ledger_lines WHERE kind = 'pledge_withdrawn'").await, 1);
    });
}

#[test]
fn a_question_takes_no_key_and_writes_nothing() {
    test(async |app| {
        let project = app.open_project("Sync", json!({})).await;
        let alder = app.backer("Alder").await;
        let pledge = alder.gives(&project, "100.00").await;
        let before = app.dump().await;
        let path = format!("/projects/{project}/simulate");
        for body in [
            json!({ "amount": "500.00" }),
            json!({ "edit": pledge, "amount": "200.00" }),
            json!({ "withdraw": pledge }),
        ] {
            alder.lead.post(&path, body).await.is(200);
        }
        assert_eq!(app.dump().await, before);
    });
}

#[test]
fn the_answer_is_found_before_a_version_is_asked_for() {
    test(async |app| {
        let (_, alder, pledge) = app.funded_project("Sync").await;
        let path = format!("/pledges/{pledge}/withdraw");
        let call = || alder.lead.post(&path, super::because()).key("once");
        call().header("if-match", "\"1\"").await.is(200);
        assert_eq!(call().await.is(200).header("idempotent-replayed"), Some("true"));
    });
}
