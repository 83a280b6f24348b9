//! The commitment letter.

use cofund_tests::{json, test};

#[test]
fn it_says_what_is_committed_and_escapes_all_of_it() {
    test(async |app| {
        let a = app.backer("Alder <b>& Co").await;
        let b = app.backer("Birch \"B\"").await;
        let project = json!({ "mode": "shared", "goal": "9000.00" });
        let project = app.open_project("<script>alert(1)</script>", project).await;
        let pledge = json!({
            "amount": "1500.00",
            "purchase_order": "<img src=x onerror=alert(1)>",
            "conditions": { "min_other_orgs": 2, "min_total": "4000.00", "requires_org": b.slug },
        });
        let pledge = a.pledge(&project, pledge).await.is(201).id();
        let path = format!("/pledges/{pledge}");
        let shown = a.lead.get(&path).await;
        let letter = a.lead.get(&format!("{path}/letter")).await;
        let page = letter.is(200).text();
        assert_eq!(letter.header("content-type"), Some("text/html; charset=utf-8"));
        for sentence in [
            "Alder &lt;b&gt;&amp; Co",
            "&lt;script&gt;alert(1)",
            "&lt;img src=x onerror=alert(1)&gt;",
            "USD 1,500.00",
            "USD 0.00",
            "at least 2 others count",
            "at least USD 4,000.00 is committed in all",
            "a public pledge of Birch &quot;B&quot; counts",
            "nothing is owed until an",
            "waits for its conditions",
            "version 2026-11",
            "Signature",
        ] {
            assert!(page.contains(sentence), "{sentence}: {page}");
        }
        for stated in [&shown["handle"], &shown["ledger"]["hash"]] {
            assert!(page.contains(stated.as_str().expect("a text")), "{stated}: {page}");
        }
        assert!(!page.contains("<script") && !page.contains("<img"), "{page}");
        let policy = letter.header("content-security-policy").expect("a policy");
        assert!(policy.starts_with("default-src 'none'; style-src 'sha256-"), "{policy}");
        assert!(!policy.contains("unsafe"), "{policy}");
    });
}

#[test]
fn a_signed_pledge_points_to_its_agreement() {
    test(async |app| {
        let a = app.backer("Alder").await;
        let project = app.open_project("Reef", json!({})).await;
        let pledge = a.gives(&project, "1000.00").await;
        let agreement = json!({ "agreement_reference": "A<1>", "agreement_date": "2026-01-01" });
        app.staff().await.step(&pledge, "sign", agreement).await.is(200);
        let page = a.lead.get(&format!("/pledges/{pledge}/letter")).await.is(200).text();
        assert!(page.contains("The agreement A&lt;1&gt;, signed on 2026-01-01, says what is owed."), "{page}");
        assert!(!page.contains("statement of intent"), "{page}");
    });
}

#[test]
fn nobody_else_gets_it() {
    test(async |app| {
        let [a, b] = [app.backer("Alder").await, app.backer("Birch").await];
        let project = app.open_project("Reef", json!({})).await;
        let path = format!("/pledges/{}/letter", a.gives(&project, "100.00").await);
        b.lead.get(&path).await.refused(404, "not_found");
        app.public().get(&path).await.refused(401, "unauthenticated");
        app.member(&a.slug, "viewer").await.get(&path).await.is(200);
        app.staff().await.get(&path).await.is(200);
    });
}
