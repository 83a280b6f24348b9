//! Missed, settled, closed: by the date alone.

use chrono::TimeDelta;
use cofund_tests::{json, test};

use super::{closes_at, funding, lines, noted, set_before_date};

#[test]
fn a_project_is_missed_at_its_instant_and_not_before() {
    test(async |app| {
        let project = app.open_project("Missed", json!({})).await;
        let backer = app.backer("Alder").await;
        let pledge = backer.gives(&project, "400.00").await;
        set_before_date(app, &project, TimeDelta::milliseconds(1)).await;
        app.note_dates().await;
        assert_eq!((funding(app, &project).await, noted(app, &project).await), ("open".into(), "open".into()));
        app.advance(TimeDelta::milliseconds(1));
        assert_eq!(app.note_dates().await, 1);
        assert_eq!((funding(app, &project).await, noted(app, &project).await), ("missed".into(), "missed".into()));
        assert_eq!(lines(app, &project).await, ["opened", "pledge_placed", "missed"]);
        assert_eq!(app.note_dates().await, 0, "it is noted once");
        // Nothing is owed, and nothing is taken away: it may still be extended.
        assert_eq!(app.project(&project).await["pledged"], "400.00");
        let lead = app.sign_in(&backer.lead.email()).await;
        assert_eq!(lead.get(&format!("/pledges/{pledge}")).await["status"], "pledged");
    });
}

#[test]
fn what_nobody_extends_is_closed_after_two_weeks() {
    test(async |app| {
        let project = app.open_project("Lapsed", json!({})).await;
        let backer = app.backer("Alder").await;
        let pledge = backer.gives(&project, "400.00").await;
        set_before_date(app, &project, TimeDelta::zero()).await;
        app.note_dates().await;
        app.advance(TimeDelta::days(14) - TimeDelta::milliseconds(1));
        assert_eq!((app.note_dates().await, funding(app, &project).await), (0, "missed".into()));
        app.advance(TimeDelta::milliseconds(1));
        assert_eq!(app.note_dates().await, 1);
        let closed = app.project(&project).await;
        assert_eq!((&closed["funding"], &closed["close_reason"]), (&json!("closed"), &json!("not_funded")));
        assert_eq!((&closed["pledged"], &closed["backers"]), (&json!("0.00"), &json!(0)));
        let lead = app.sign_in(&backer.lead.email()).await;
        let released = lead.get(&format!("/pledges/{pledge}")).await;
        assert_eq!((&released["status"], &released["reason"]), (&json!("released"), &json!("project_closed")));
    });
}

#[test]
fn a_worker_that_slept_notes_all_of_it_in_one_look() {
    test(async |app| {
        let slept = app.open_project("Slept", json!({})).await;
        let other = app.open_project("Later", json!({})).await;
        set_before_date(app, &slept, TimeDelta::days(-20)).await;
        assert_eq!(app.note_dates().await, 2);
        for project in [&slept, &other] {
            assert_eq!(noted(app, project).await, "closed");
            assert_eq!(lines(app, project).await, ["opened", "missed", "closed"]);
        }
        assert_eq!(app.note_dates().await, 0);
    });
}

#[test]
fn a_covered_coalition_is_settled_by_its_date_and_an_uncovered_one_missed() {
    test(async |app| {
        let shared = json!({ "mode": "shared", "goal": "1000.00" });
        let covered = app.open_project("Covered", shared.clone()).await;
        let short = app.open_project("Short", shared).await;
        let [a, b] = [app.backer("Alder").await, app.backer("Birch").await];
        a.gives(&covered, "800.00").await;
        b.gives(&covered, "600.00").await;
        a.gives(&short, "999.99").await;
        set_before_date(app, &covered, TimeDelta::zero()).await;
        assert_eq!((funding(app, &covered).await, funding(app, &short).await), ("funded".into(), "missed".into()));
        assert_eq!(app.note_dates().await, 2);
        assert_eq!((noted(app, &covered).await, noted(app, &short).await), ("funded".into(), "missed".into()));
        let settled = app.project(&covered).await;
        assert_eq!((&settled["pledged"], &settled["ceilings"]), (&json!("1000.00"), &json!("1000.00")));
        assert_eq!(lines(app, &covered).await[3..], ["settled", "funded"]);
        // It stays so, however late it gets.
        app.advance(TimeDelta::days(60));
        app.note_dates().await;
        assert_eq!((noted(app, &covered).await, noted(app, &short).await), ("funded".into(), "closed".into()));
    });
}

#[test]
fn what_people_see_does_not_wait_for_a_worker() {
    test(async |app| {
        let project = app.open_project("Derived", json!({})).await;
        let listed = async |state: &str| {
            let list = app.public().get(&format!("/projects?funding={state}")).await;
            list.is(200).items().iter().any(|item| item["slug"] == json!(project) && item["funding"] == json!(state))
        };
        for (after, state) in [(0, "missed"), (13, "missed"), (14, "closed"), (20, "closed")] {
            set_before_date(app, &project, TimeDelta::days(-after)).await;
            assert_eq!(funding(app, &project).await, state, "{after} days after");
            assert!(listed(state).await, "{after} days after");
            assert!(!listed("open").await, "{after} days after");
        }
        assert_eq!(noted(app, &project).await, "open", "nobody noted it");
    });
}

#[test]
fn a_late_pledge_is_refused_though_no_worker_looked() {
    test(async |app| {
        let project = app.open_project("Late", json!({})).await;
        let [a, b] = [app.backer("Alder").await, app.backer("Birch").await];
        // Sessions are renewed on the way; the token of a program holds for longer.
        let b = cofund_tests::Backer { lead: app.program_of(&b.lead, &["read", "pledge"]).await, ..b };
        a.gives(&project, "400.00").await;
        set_before_date(app, &project, TimeDelta::zero()).await;
        b.pledge(&project, json!({ "amount": "600.00" })).await.refused(409, "project_not_open");
        assert_eq!(noted(app, &project).await, "open", "a refusal changes nothing");
        assert_eq!(app.note_dates().await, 1);
        b.pledge(&project, json!({ "amount": "600.00" })).await.refused(409, "project_not_open");
        assert_eq!(app.project(&project).await["pledged"], "400.00");
    });
}

#[test]
fn extending_what_is_over_notes_that_it_was_missed_first() {
    test(async |app| {
        let project = app.open_project("Extended", json!({})).await;
        let staff = app.staff().await;
        let program = app.program_of(&staff, &["read", "staff"]).await;
        set_before_date(app, &project, TimeDelta::days(-3)).await;
        let later = (closes_at(app, &project).await + TimeDelta::days(10)).date_naive();
        let path = format!("/projects/{project}");
        let etag = program.get(&path).await.is(200).etag();
        let extend = json!({ "pledge_by": later, "reason": "One more is in the making" });
        let call = program.post(&format!("{path}/extend"), extend).header("if-match", &etag);
        assert_eq!(call.key("once").await.is(200)["funding"], "open");
        assert_eq!(noted(app, &project).await, "open");
        assert_eq!(lines(app, &project).await, ["opened", "missed", "extended"]);
        // Five days later the first date and its grace would be over, were it still the date.
        app.advance(TimeDelta::days(5));
        app.note_dates().await;
        assert_eq!(noted(app, &project).await, "open");
        set_before_date(app, &project, TimeDelta::zero()).await;
        app.note_dates().await;
        assert_eq!(lines(app, &project).await, ["opened", "missed", "extended", "missed"]);
    });
}
