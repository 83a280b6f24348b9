//! One organisation: its profile for everybody, the rest for its own people and staff.

use cofund_tests::{Person, Value, json, test};

const PRIVATE: [&str; 11] = [
    "id",
    "membership_starts",
    "membership_ends",
    "fiscal_year_start_month",
    "yearly_ceiling",
    "currency",
    "billing_name",
    "billing_email",
    "billing_address",
    "billing_reference",
    "my_role",
];

async fn private_members(reader: &Person, slug: &str) -> Vec<&'static str> {
    let seen = reader.get(&format!("/organizations/{slug}")).await;
    PRIVATE.into_iter().filter(|member| seen.is(200).json.get(member).is_some()).collect()
}

#[test]
fn the_private_part_is_absent_for_others() {
    test(async |app| {
        let (tidewater, harbour) = (app.organization("Tidewater").await, app.organization("Harbour").await);
        let stranger = app.lead_of(&harbour).await;
        for outsider in [app.public(), app.person().await, stranger] {
            assert_eq!(private_members(&outsider, &tidewater).await, [""; 0]);
        }
        for role in ["viewer", "finance", "champion", "lead"] {
            let insider = app.member(&tidewater, role).await;
            assert_eq!(private_members(&insider, &tidewater).await, PRIVATE, "{role}");
            assert_eq!(insider.get(&format!("/organizations/{tidewater}")).await["my_role"], role);
        }
        assert_eq!(private_members(&app.staff().await, &tidewater).await, PRIVATE);
    });
}

#[test]
fn it_says_what_the_reader_can_do() {
    test(async |app| {
        let tidewater = app.organization("Tidewater").await;
        let path = format!("/organizations/{tidewater}");
        let parts = ["edit_membership", "edit_profile", "edit_billing", "edit_ceiling", "see_people", "manage_people"];
        let can = async |reader: &Person| {
            let seen = reader.get(&path).await;
            parts.into_iter().filter(|part| seen["can"][*part]["ok"] == json!(true)).collect::<Vec<_>>()
        };
        assert_eq!(can(&app.public()).await, [""; 0]);
        assert_eq!(can(&app.person().await).await, [""; 0]);
        assert_eq!(can(&app.member(&tidewater, "viewer").await).await, ["see_people"]);
        assert_eq!(can(&app.member(&tidewater, "champion").await).await, ["see_people"]);
        let finance = app.member(&tidewater, "finance").await;
        assert_eq!(can(&finance).await, ["edit_billing", "edit_ceiling", "see_people"]);
        let lead = app.lead_of(&tidewater).await;
        assert_eq!(can(&lead).await, ["edit_profile", "edit_billing", "see_people", "manage_people"]);
        assert_eq!(can(&app.program_of(&lead, &["read"]).await).await, ["see_people"]);
        assert_eq!(can(&app.staff().await).await, parts);
        assert_eq!(app.public().get(&path).await["can"]["edit_profile"]["code"], "unauthenticated");
    });
}

#[test]
fn whoever_has_it_already_is_told_so() {
    test(async |app| {
        let tidewater = app.organization("Tidewater").await;
        let lead = app.lead_of(&tidewater).await;
        let path = format!("/organizations/{tidewater}");
        let etag = lead.get(&path).await.etag();
        let again = lead.get(&path).header("if-none-match", &etag).await;
        assert_eq!((again.is(304).etag(), again.bytes.len()), (etag.clone(), 0));
        lead.get(&path).header("if-none-match", &format!("\"x\", W/{etag}")).await.is(304);
        // The public's view is another one.
        app.public().get(&path).header("if-none-match", &etag).await.is(200);
        lead.edit(&path, json!({ "profile": "New" })).await.is(200);
        lead.get(&path).header("if-none-match", &etag).await.is(200);
    });
}

#[test]
fn the_publics_answer_may_be_shared_and_a_persons_not() {
    test(async |app| {
        let tidewater = app.organization("Tidewater").await;
        let path = format!("/organizations/{tidewater}");
        let public = app.public().get(&path).await;
        assert!(public.header("cache-control").is_some_and(|keep| keep.starts_with("public")), "{public:?}");
        assert!(public.header("vary").is_some_and(|vary| vary.contains("Authorization")));
        let own = app.lead_of(&tidewater).await.get(&path).await;
        assert_eq!(own.header("cache-control"), Some("private, no-store"));
    });
}

#[test]
fn markdown_is_shown_without_what_could_run() {
    test(async |app| {
        let tidewater = app.organization("Tidewater").await;
        let profile = "# Tides\n\n<script>alert(1)</script>\n\n[a](javascript:alert(2)) [b](https://b.example)\n\n\
            <img src=x onerror=alert(3)> <a href=\"JaVaScRiPt:alert(4)\" onclick=\"alert(5)\">c</a>\n\n\
            <iframe src=\"//evil.example\"></iframe><style>*{}</style> [d](data:text/html,x)";
        let edited = app
            .lead_of(&tidewater)
            .await
            .edit(&format!("/organizations/{tidewater}"), json!({ "profile": profile }))
            .await;
        assert_eq!(edited.is(200)["profile"], profile);
        let html = edited["profile_html"].as_str().expect("HTML").to_lowercase();
        for bad in ["<script", "javascript:", "onerror", "onclick", "<img", "<iframe", "<style", "href=\"data:"] {
            assert!(!html.contains(bad), "{bad} in {html}");
        }
        assert!(html.contains("<h1>tides</h1>") && html.contains("https://b.example"), "{html}");
        assert!(html.contains("nofollow noopener noreferrer"), "{html}");
    });
}

#[test]
fn what_is_not_there_is_not_found() {
    test(async |app| {
        for name in ["nobody", "No-Slug", "a%2Fb", "..%2F..", "%00", "-"] {
            app.public().get(&format!("/organizations/{name}")).await.refused(404, "not_found");
        }
        let staff = app.staff().await;
        assert_eq!(staff.get("/organizations/nobody").await.refused(404, "not_found")["errors"], Value::Array(vec![]));
    });
}
