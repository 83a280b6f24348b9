//! Staff close a project, with a reason and a public sentence; who has not signed is released.

use cofund_tests::{json, test};

const REASONS: [&str; 7] =
    ["withdrawn", "superseded", "declined", "not_funded", "funded_elsewhere", "upstream_rejected", "other"];

#[test]
fn every_reason_closes_and_the_sentence_is_public() {
    test(async |app| {
        for reason in REASONS {
            let project = app.open_project(&format!("Closed, {reason}"), json!({})).await;
            let closed = app.run(&project, "close", json!({ "reason": reason, "note": "It was not to be." })).await;
            closed.is(200).says(json!({ "funding": "closed", "close_reason": reason }));
            let seen = app.project(&project).await;
            seen.is(200)
                .says(json!({ "funding": "closed", "close_reason": reason, "close_note": "It was not to be." }));
            assert!(seen["closed_at"].is_string());
        }
        let project = app.open_project("Open", json!({})).await;
        let close = async |body| app.run(&project, "close", body).await;
        assert_eq!(close(json!({ "reason": "tired", "note": "So." })).await.refused(422, "body_invalid").status, 422);
        close(json!({ "reason": "other", "note": "" })).await.refused_field("/note", "required");
        close(json!({ "reason": "other" })).await.refused_field("/note", "required");
    });
}

#[test]
fn whoever_pledged_is_released() {
    test(async |app| {
        let project = app.open_project("Coalition", json!({ "mode": "shared" })).await;
        let [alder, birch] = [app.backer("Alder").await, app.backer("Birch").await];
        let counted = alder.gives(&project, "800.00").await;
        let waits = json!({ "amount": "500.00", "conditions": { "min_other_orgs": 5 } });
        let waiting = birch.pledge(&project, waits).await.is(201).id();
        let champion = app.member(&app.organization("Cedar").await, "champion").await;
        let request =
            json!({ "organization": "cedar", "amount": "50.00", "visibility": "public", "terms_version": "2026-11" });
        let requested = champion.post(&format!("/projects/{project}/pledges"), request).key("one").await.is(201).id();
        app.run(&project, "close", json!({ "reason": "funded_elsewhere", "note": "A grant came." })).await.is(200);
        let staff = app.staff().await;
        for pledge in [&counted, &waiting, &requested] {
            let released = staff.get(&format!("/pledges/{pledge}")).await;
            released.is(200).says(json!({ "status": "released", "reason": "project_closed", "active": false }));
        }
        app.project(&project).await.says(json!({
            "pledged": "0.00", "ceilings": "0.00", "waiting": "0.00", "backers": 0, "waiters": 0, "covered": false,
        }));
        alder.step(&counted, "withdraw", json!({ "reason": "Late" })).await.refused(409, "pledge_ended");
        alder.pledge(&project, json!({ "amount": "100.00" })).await.refused(409, "project_not_open");
        app.run(&project, "close", json!({ "reason": "other", "note": "Again." }))
            .await
            .refused(409, "not_in_this_state");
    });
}

#[test]
fn a_funded_project_closes_only_while_nothing_is_signed() {
    test(async |app| {
        let body = json!({ "reason": "upstream_rejected", "note": "They said no." });
        let (unsigned, ..) = app.funded_project("Unsigned").await;
        app.run(&unsigned, "close", body.clone()).await.is(200).says(json!({ "funding": "closed", "pledged": "0.00" }));
        let (signed, _, pledge) = app.funded_project("Signed").await;
        let agreement = json!({ "agreement_reference": "A-1", "agreement_date": "2026-01-01" });
        app.staff().await.step(&pledge, "sign", agreement).await.is(200);
        app.run(&signed, "close", body).await.refused(409, "signed_pledges_stand");
        app.project(&signed).await.says(json!({ "funding": "funded", "signed": "1000.00" }));
    });
}

#[test]
fn a_draft_can_be_closed() {
    test(async |app| {
        let project = app.draft("Draft", json!({})).await;
        let closed = app.run(&project, "close", json!({ "reason": "declined", "note": "No." })).await;
        closed.is(200).says(json!({ "funding": "closed" }));
        assert_eq!(app.count("SELECT count(*) FROM ledger_lines").await, 0, "no money was ever asked for");
    });
}

#[test]
fn a_key_and_a_version_are_needed() {
    test(async |app| {
        let project = app.open_project("Sync", json!({})).await;
        let (staff, etag) = (app.staff().await, app.project(&project).await.etag());
        let bodies = [
            ("extend", json!({ "pledge_by": "2099-01-01", "reason": "More time" })),
            ("settle", json!(null)),
            ("close", json!({ "reason": "other", "note": "No." })),
        ];
        for (step, body) in bodies {
            let path = format!("/projects/{project}/{step}");
            let call = || if body.is_null() { staff.post_nothing(&path) } else { staff.post(&path, body.clone()) };
            call().header("if-match", &etag).await.refused(400, "idempotency_key_required");
            call().key("a").await.refused(428, "if_match_required");
            call().key("a").header("if-match", "\"77\"").await.refused(412, "version_conflict");
        }
        let close = |note: &str| {
            let body = json!({ "reason": "other", "note": note });
            staff.post(&format!("/projects/{project}/close"), body).header("if-match", &etag).key("close")
        };
        let first = close("No.").await;
        let again = close("No.").await;
        assert_eq!(again.is(200).header("idempotent-replayed"), Some("true"));
        assert_eq!(again.bytes, first.bytes, "though the version has moved on");
        close("Never.").await.refused(422, "idempotency_key_reused");
    });
}
