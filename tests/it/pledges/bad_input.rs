//! What nobody can mean: each is refused with its place and a code, and nothing changes.

use cofund_tests::{Answer, TestApp, Value, json, new_key, test};

const AMOUNTS: [(&str, &str); 16] = [
    ("1e5", "malformed"),
    ("12,5", "malformed"),
    ("12", "malformed"),
    ("12.", "malformed"),
    ("12.5", "malformed"),
    ("12.505", "malformed"),
    ("-12.50", "malformed"),
    ("+12.50", "malformed"),
    (" 12.50", "malformed"),
    ("012.50", "malformed"),
    ("١٢.٥٠", "malformed"),
    ("0x1.00", "malformed"),
    ("", "malformed"),
    ("0.00", "out_of_range"),
    ("100000000000.01", "out_of_range"),
    ("99999999999999999999999999.00", "out_of_range"),
];

const FRACTIONS: [(&str, &str); 13] = [
    ("0", "out_of_range"),
    ("0/1", "out_of_range"),
    ("2/1", "out_of_range"),
    ("1.0001", "out_of_range"),
    ("1/0", "out_of_range"),
    ("1/49", "out_of_range"),
    ("4294967296/4294967297", "out_of_range"),
    ("0.33333", "malformed"),
    ("-1/3", "malformed"),
    ("1/-3", "malformed"),
    ("1/3/3", "malformed"),
    (".5", "malformed"),
    ("33%", "malformed"),
];

/// A body with this value at this place; `/a/b` makes the way there.
fn with(body: &Value, pointer: &str, value: Value) -> Value {
    let mut body = body.clone();
    let mut place = &mut body;
    for name in pointer.split('/').skip(1) {
        place = &mut place[name];
    }
    *place = value;
    body
}

struct Target<'a> {
    send: &'a dyn Fn(Value) -> cofund_tests::Call,
    body: Value,
}

impl Target<'_> {
    async fn refuses(&self, pointer: &str, value: Value, code: &str) {
        let answer: Answer = (self.send)(with(&self.body, pointer, value)).await;
        answer.refused(422, "body_invalid").refused_field(pointer, code);
    }

    async fn refuses_amounts(&self, pointer: &str, zero_is_one: bool) {
        for (text, code) in AMOUNTS {
            if text != "0.00" || !zero_is_one {
                self.refuses(pointer, json!(text), code).await;
            }
        }
        for value in [json!(12.5), json!(12), json!(true), json!(["12.50"]), json!({ "amount": "12.50" })] {
            self.refuses(pointer, value, "wrong_type").await;
        }
    }
}

/// Runs and compares all tables before and after.
async fn nothing_changes(app: &TestApp, body: impl AsyncFn()) {
    let before = app.dump().await;
    body().await;
    assert_eq!(app.dump().await, before);
}

#[test]
fn in_a_pledge() {
    test(async |app| {
        let project = app.open_project("Coalition", json!({ "mode": "shared" })).await;
        let alder = app.backer("Alder").await;
        let body =
            json!({ "organization": "alder", "amount": "100.00", "visibility": "public", "terms_version": "2026-11" });
        let send = |body| alder.lead.post(&format!("/projects/{project}/pledges"), body).key(&new_key());
        let target = Target { send: &send, body: body.clone() };
        nothing_changes(app, async || {
            target.refuses_amounts("/amount", false).await;
            target.refuses_amounts("/conditions/min_other_amount", false).await;
            target.refuses_amounts("/conditions/min_total", false).await;
            let mut whole = body.clone();
            whole.as_object_mut().expect("an object").remove("amount");
            let by_fraction = Target { send: &send, body: whole };
            for (text, code) in FRACTIONS {
                by_fraction.refuses("/fraction", json!(text), code).await;
            }
            by_fraction.refuses("/fraction", json!(0.5), "wrong_type").await;
            by_fraction.refuses("/take_remaining", json!("yes"), "wrong_type").await;
            (send)(by_fraction.body.clone()).await.refused_field("/amount", "required");
            let not_taken = with(&by_fraction.body, "/take_remaining", json!(false));
            (send)(not_taken).await.refused_field("/amount", "required");
            for (name, value) in [("fraction", json!("1/2")), ("take_remaining", json!(true))] {
                (send)(with(&body, &format!("/{name}"), value)).await.refused_field("/amount", "not_allowed");
            }
            for (pointer, value, code) in [
                ("/organization", json!("Not a slug"), "malformed"),
                ("/organization", json!(["alder"]), "wrong_type"),
                ("/visibility", json!("secret"), "malformed"),
                ("/visibility", json!(null), "wrong_type"),
                ("/note", json!("n".repeat(1001)), "too_long"),
                ("/note", json!("a\u{0}b"), "malformed"),
                ("/note", json!("a\u{202e}b"), "malformed"),
                ("/note", json!("n".repeat(100_000)), "too_long"),
                ("/purchase_order", json!("p".repeat(101)), "too_long"),
                ("/purchase_order", json!("a\nb"), "malformed"),
                ("/terms_version", json!(""), "required"),
                ("/terms_version", json!(2026), "wrong_type"),
                ("/conditions", json!([]), "wrong_type"),
                ("/conditions", json!("none"), "wrong_type"),
                ("/conditions/min_other_orgs", json!(0), "out_of_range"),
                ("/conditions/min_other_orgs", json!(-1), "out_of_range"),
                ("/conditions/min_other_orgs", json!(1.5), "wrong_type"),
                ("/conditions/min_other_orgs", json!("1"), "wrong_type"),
                ("/conditions/max_other_orgs", json!(1), "unknown_field"),
                ("/conditions/requires_org", json!("alder"), "not_allowed"),
                ("/conditions/requires_org", json!("Not a slug"), "malformed"),
                ("/instalments", json!({}), "wrong_type"),
                ("/organization_id", json!("x"), "unknown_field"),
                ("/status", json!("signed"), "unknown_field"),
            ] {
                target.refuses(pointer, value, code).await;
            }
            for body in [json!([]), json!("pledge"), json!(null), json!(1)] {
                (send)(body).await.refused_field("", "wrong_type");
            }
            for raw in [
                br#"{"organization":"alder","amount":"1.00","visibility":"public","terms_version":"2026-11","note":"\ud800"}"#.as_slice(),
                b"{\"organization\":\"alder\",\"note\":\"\xff\"}",
                b"{\"organization\":",
            ] {
                let path = format!("/projects/{project}/pledges");
                let call = alder.lead.call("POST".parse().expect("a method"), &path).key(&new_key());
                call.body("application/json", raw).await.refused(400, "body_malformed");
            }
        })
        .await;
    });
}

#[test]
fn in_a_change_of_a_pledge_or_a_question() {
    test(async |app| {
        let project = app.open_project("Coalition", json!({ "mode": "shared" })).await;
        let alder = app.backer("Alder").await;
        let pledge = alder.gives(&project, "100.00").await;
        let path = format!("/pledges/{pledge}");
        let edit = |body| alder.lead.patch(&path, "\"1\"", body);
        let ask = |body| alder.lead.post(&format!("/projects/{project}/simulate"), body);
        nothing_changes(app, async || {
            Target { send: &edit, body: json!({}) }.refuses_amounts("/amount", false).await;
            Target { send: &ask, body: json!({}) }.refuses_amounts("/amount", false).await;
            Target { send: &ask, body: json!({ "edit": pledge }) }.refuses_amounts("/amount", false).await;
            for (text, code) in FRACTIONS {
                Target { send: &edit, body: json!({}) }.refuses("/fraction", json!(text), code).await;
            }
            for (pointer, value, code) in [
                ("/organization", json!("alder"), "unknown_field"),
                ("/terms_version", json!("2026-11"), "unknown_field"),
                ("/note", json!("a\u{0}b"), "malformed"),
                ("/note", json!(5), "wrong_type"),
                ("/visibility", json!("secret"), "malformed"),
            ] {
                Target { send: &edit, body: json!({}) }.refuses(pointer, value, code).await;
            }
            let reason =
                |body| alder.lead.post(&format!("{path}/withdraw"), body).key(&new_key()).header("if-match", "\"1\"");
            let target = Target { send: &reason, body: json!({}) };
            for (value, code) in [
                (json!(""), "required"),
                (json!("\u{200b} \u{2800}"), "required"),
                (json!("r".repeat(1001)), "too_long"),
                (json!("a\u{0}b"), "malformed"),
                (json!(null), "wrong_type"),
            ] {
                target.refuses("/reason", value, code).await;
            }
            for id in ["nothing", "0", "%00", "00000000-0000-0000-0000-000000000000"] {
                alder.lead.get(&format!("/pledges/{id}")).await.refused(404, "not_found");
            }
        })
        .await;
    });
}

#[test]
fn in_a_project() {
    test(async |app| {
        let staff = app.staff().await;
        let project = app.draft("Sync", json!({})).await;
        let create = |body| staff.post("/projects", body);
        let edit = |body| staff.patch(&format!("/projects/{project}"), "\"1\"", body);
        let deliverable = |changes: Value| {
            let mut one = json!({ "title": "It works", "done_when": "Used", "hours_low": 1, "hours_high": 2 });
            one.as_object_mut().expect("an object").extend(changes.as_object().expect("an object").clone());
            json!([one])
        };
        let cases = [
            ("/title", json!(""), "/title", "required"),
            ("/title", json!("t".repeat(201)), "/title", "too_long"),
            ("/title", json!("two\nlines"), "/title", "malformed"),
            ("/title", json!(["Sync"]), "/title", "wrong_type"),
            ("/slug", json!("Not a slug"), "/slug", "malformed"),
            ("/summary", json!("s".repeat(301)), "/summary", "too_long"),
            ("/problem", json!("p".repeat(20_001)), "/problem", "too_long"),
            ("/problem", json!("p".repeat(100_000)), "/problem", "too_long"),
            ("/solution", json!("a\u{0}b"), "/solution", "malformed"),
            ("/mode", json!("auction"), "/mode", "malformed"),
            ("/visibility", json!("public"), "/visibility", "malformed"),
            ("/capacity_hours", json!(-1), "/capacity_hours", "out_of_range"),
            ("/capacity_hours", json!(1.5), "/capacity_hours", "wrong_type"),
            ("/capacity_hours", json!(99_999_999_999_i64), "/capacity_hours", "wrong_type"),
            ("/pledge_by", json!("2020-02-29"), "/pledge_by", "out_of_range"),
            ("/pledge_by", json!("2027-02-29"), "/pledge_by", "malformed"),
            ("/pledge_by", json!("2027-03-31T00:00:00Z"), "/pledge_by", "malformed"),
            ("/pledge_by", json!(20_270_331), "/pledge_by", "wrong_type"),
            ("/time_zone", json!("CET/Nowhere"), "/time_zone", "malformed"),
            ("/theme", json!({}), "/theme", "wrong_type"),
            ("/narratives", json!("open-science"), "/narratives", "wrong_type"),
            ("/narratives", json!(["Not a slug"]), "/narratives/0", "malformed"),
            ("/deliverables", json!({ "title": "It works" }), "/deliverables", "wrong_type"),
            ("/deliverables", deliverable(json!({ "title": "" })), "/deliverables/0/title", "required"),
            ("/deliverables", deliverable(json!({ "hours_low": 3 })), "/deliverables/0/hours_high", "out_of_range"),
            ("/deliverables", deliverable(json!({ "hours_low": -3 })), "/deliverables/0/hours_low", "out_of_range"),
            ("/deliverables", deliverable(json!({ "price": "1.00" })), "/deliverables/0/price", "unknown_field"),
            ("/links", json!([{ "kind": "virus", "url": "https://a.example" }]), "/links/0/kind", "malformed"),
            ("/links", json!([{ "kind": "upstream", "url": "javascript:alert(1)" }]), "/links/0/url", "malformed"),
            ("/funding", json!("funded"), "/funding", "unknown_field"),
            ("/pledged", json!("5.00"), "/pledged", "unknown_field"),
            ("/currency", json!("EUR"), "/currency", "unknown_field"),
        ];
        nothing_changes(app, async || {
            let targets =
                [Target { send: &create, body: json!({ "title": "New" }) }, Target { send: &edit, body: json!({}) }];
            for target in &targets {
                target.refuses_amounts("/goal", false).await;
                target.refuses_amounts("/goal_low", false).await;
                target.refuses_amounts("/minimum_pledge", true).await;
                for (at, value, pointer, code) in &cases {
                    let answer = (target.send)(with(&target.body, at, value.clone())).await;
                    answer.refused(422, "body_invalid").refused_field(pointer, code);
                }
            }
            let huge = json!({ "title": "Huge", "problem": "p".repeat(1_000_000) });
            create(huge.clone()).await.refused(413, "body_too_large");
            edit(huge).await.refused(413, "body_too_large");
        })
        .await;
    });
}

#[test]
fn what_looks_odd_and_is_good() {
    test(async |app| {
        let staff = app.staff().await;
        let script =
            "<script>alert(1)</script>\n\n<iframe src=\"https://a.example\"></iframe> <a href=\"javascript:1\">x</a>";
        let new = json!({
            "title": "<b>Ünïcode</b> & 🪸", "slug": "odd", "problem": script, "minimum_pledge": "0.00", "goal": "100000000000.00",
            "pledge_by": "2027-09-04", "time_zone": "America/Santiago",
        });
        let made = staff.post("/projects", new).await;
        made.is(201).says(json!({ "title": "<b>Ünïcode</b> & 🪸", "problem": script, "goal": "100000000000.00" }));
        let html = made["problem_html"].as_str().expect("HTML").to_lowercase();
        for bad in ["<script", "<iframe", "javascript:"] {
            assert!(!html.contains(bad), "{html}");
        }
        let leap = staff.edit("/projects/odd", json!({ "pledge_by": "2028-02-29", "time_zone": "UTC" })).await;
        leap.is(200).says(json!({ "closes_at": "2028-03-01T00:00:00Z" }));
    });
}
