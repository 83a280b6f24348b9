//! Counts for those who watch.

use cofund_tests::{MailServer, Program, free_address, test_program};
use reqwest::Method;

#[test]
fn requests_are_counted_by_route_on_an_address_of_their_own() {
    test_program(async |database| {
        let mails = MailServer::start();
        let mut settings = Program::settings(database, &mails.url);
        let bind = free_address();
        settings.insert("COFUND_METRICS_BIND", bind.to_string());
        let program = Program::serve(&settings);
        let public = program.public();
        for slug in ["tidewater", "kelpwatch"] {
            public.get(&format!("/organizations/{slug}")).await.refused(404, "not_found");
        }
        public.get("/nothing/at-all").await.refused(404, "not_found");
        let invented = Method::from_bytes(b"INVENTED-METHOD").expect("a method");
        public.call(invented, "/tiers").await.refused(405, "method_not_allowed");

        let answer = reqwest::get(format!("http://{bind}/metrics")).await.expect("an answer");
        let text = answer.text().await.expect("text");
        let counted = r#"http_requests_total{method="GET",route="/api/v1/organizations/{slug}",status="404"} 2"#;
        assert!(text.contains(counted), "{text}");
        assert!(text.contains("http_request_seconds_bucket"), "times, too: {text}");
        for word in ["tidewater", "kelpwatch", "at-all", "INVENTED"] {
            assert!(!text.contains(word), "{word} would be one more series for each caller's fancy: {text}");
        }
        public.get("//metrics").await.refused(404, "not_found");
        program.stop();
    });
}
