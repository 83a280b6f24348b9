//! A transaction that writes more than goes to the database at once is still one.

use cofund::kernel::Event;
use cofund_tests::test;
use uuid::Uuid;

#[test]
fn many_writes_are_one_transaction() {
    test(async |app| {
        app.record_often(Event::DeliveryRetried { delivery: Uuid::now_v7() }, 100).await;
        let of_them = "FROM audit_log WHERE action = 'delivery_retried'";
        assert_eq!(app.count(&format!("SELECT count(*) {of_them}")).await, 100);
        assert_eq!(app.count(&format!("SELECT count(DISTINCT xmin::text) {of_them}")).await, 1);
    });
}
