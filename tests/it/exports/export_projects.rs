//! The roadmap as a table.

use cofund_tests::{json, test};

use super::{in_api, lines, sum};

#[test]
fn it_says_what_the_api_says() {
    test(async |app| {
        let [a, b] = [app.backer("Alder").await, app.backer("Birch").await];
        let reef = app.open_project("=SUM(A1), a reef", json!({ "goal": "500.00" })).await;
        let bay = app.open_project("Bay", json!({ "mode": "shared", "goal": "300.00" })).await;
        app.draft("Secret", json!({})).await;
        a.pledge(&reef, json!({ "fraction": "1/3", "visibility": "anonymous" })).await.is(201);
        b.gives(&reef, "100.00").await;
        a.gives(&bay, "250.00").await;
        b.pledge(&bay, json!({ "amount": "20.00", "conditions": { "min_other_orgs": 7 } })).await.is(201);

        let table = app.public().get("/exports/projects.csv").await;
        let lines = lines(&table);
        let api = app.public().get("/projects").await;
        assert_eq!(lines.len(), api.is(200).items().len());
        for name in ["goal", "pledged", "ceilings", "waiting", "signed", "collected", "remaining"] {
            let written = sum(lines.iter().map(|line| line[name].as_str()));
            assert_eq!(written, sum(in_api(api.items(), name)), "{name}");
            let found = lines.iter().any(|line| line[name] != "0.00");
            assert!(found || ["signed", "collected"].contains(&name), "{name} is nothing, which shows nothing");
        }
        let of_reef = lines.iter().find(|line| line["slug"] == reef).expect("the reef");
        assert_eq!(of_reef["title"], "'=SUM(A1), a reef", "no formula");
        let text = table.text();
        assert!(!text.contains("Secret") && !text.contains("lder") && !text.contains("irch"), "{text}");

        assert_eq!(table.header("content-type"), Some("text/csv; charset=utf-8; header=present"));
        assert_eq!(table.header("content-disposition"), Some("attachment; filename=\"projects.csv\""));
        assert!(table.header("cache-control").is_some_and(|keep| keep.starts_with("public")));
        let by_staff = app.staff().await.get("/exports/projects.csv").await;
        assert_eq!(by_staff.is(200).text(), text, "it is the same for everybody");
    });
}

#[test]
fn it_goes_on_past_one_piece() {
    test(async |app| {
        app.open_project("Seed", json!({})).await;
        // Whatever columns there are, but for those that follow from others.
        let copies = "DO $$ DECLARE names text := (SELECT string_agg(quote_ident(column_name), ', ') \
                      FROM information_schema.columns WHERE table_name = 'projects' AND is_generated = 'NEVER'); \
                      BEGIN EXECUTE format('INSERT INTO projects (%1$s) SELECT %1$s FROM ( \
                      SELECT (jsonb_populate_record(p, jsonb_build_object( \
                      ''id'', gen_random_uuid(), ''slug'', ''copy-'' || n))).* \
                      FROM projects p, generate_series(1, 410) n) AS copies', names); END $$";
        app.database.client().batch_execute(copies).await.expect("copies");
        let money =
            "INSERT INTO project_money (project_id, goal) SELECT id, 1000 FROM projects WHERE slug LIKE 'copy-%'";
        app.database.client().batch_execute(money).await.expect("their money");
        let lines = lines(&app.public().get("/exports/projects.csv").await);
        let slugs: std::collections::HashSet<&str> = lines.iter().map(|line| line["slug"].as_str()).collect();
        assert_eq!((lines.len(), slugs.len()), (411, 411));
        let gone = "DELETE FROM project_money USING projects WHERE project_id = id AND slug LIKE 'copy-%'; \
                    DELETE FROM projects WHERE slug LIKE 'copy-%'";
        app.database.client().batch_execute(gone).await.expect("the test leaves its books in order");
    });
}
