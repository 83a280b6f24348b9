//! Whose address counts behind a proxy.

use cofund_tests::{Answer, TestApp, test_with};

async fn by_way_of(app: &TestApp, hops: &[&str]) -> Answer {
    hops.iter().fold(app.public().get("/tiers"), |call, hop| call.header("x-forwarded-for", hop)).await
}

#[test]
fn nobody_says_by_themselves_where_they_come_from() {
    test_with(&["--limit-address", "3"], async |app| {
        for hop in ["203.0.113.1", "203.0.113.2", "203.0.113.3"] {
            by_way_of(app, &[hop]).await.is(200);
        }
        by_way_of(app, &["203.0.113.4"]).await.refused(429, "rate_limited");
    });
}

#[test]
fn our_own_proxies_are_believed_and_nobody_beyond_them() {
    let settings = ["--limit-address", "3", "--trusted-proxies", "127.0.0.0/8,10.0.0.0/8"];
    test_with(&settings, async |app| {
        for _ in 0..3 {
            by_way_of(app, &["203.0.113.1"]).await.is(200);
        }
        // Whatever a client wrote before the proxies did, and by however many of them it came.
        let attempts: [&[&str]; 6] = [
            &["203.0.113.1"],
            &["198.51.100.1, 203.0.113.1"],
            &["198.51.100.1", "203.0.113.1"],
            &["203.0.113.1, 10.0.0.7"],
            &["nonsense, 203.0.113.1"],
            &["nonsense", "\"<script>\", 203.0.113.1, 10.0.0.7"],
        ];
        for hops in attempts {
            by_way_of(app, hops).await.refused(429, "rate_limited");
        }
        by_way_of(app, &["203.0.113.2"]).await.is(200);
        // Nobody knows beyond what is no address.
        by_way_of(app, &["203.0.113.1, unknown"]).await.is(200);
    });
}

#[test]
fn a_household_is_one_address() {
    let settings = ["--limit-address", "2", "--trusted-proxies", "127.0.0.0/8"];
    test_with(&settings, async |app| {
        by_way_of(app, &["2001:db8:1:2::1"]).await.is(200);
        by_way_of(app, &["2001:db8:1:2:ffff::9"]).await.is(200);
        by_way_of(app, &["2001:db8:1:2:abcd::7"]).await.refused(429, "rate_limited");
        by_way_of(app, &["2001:db8:1:3::1"]).await.is(200);
    });
}
