ALTER TABLE pledge_years RESET (fillfactor);
ALTER TABLE pledges RESET (fillfactor);

DROP TRIGGER supports_are_kept ON supports;
DROP TRIGGER project_updates_are_append_only ON project_updates;

ALTER TABLE projects
    DROP CONSTRAINT projects_close_note_has_length,
    DROP CONSTRAINT projects_summary_has_length;

ALTER TABLE pledges
    DROP CONSTRAINT pledges_agreement_has_length,
    DROP CONSTRAINT pledges_reason_has_length,
    DROP CONSTRAINT pledges_purchase_order_has_length,
    DROP CONSTRAINT pledges_signed_have_share,
    DROP CONSTRAINT pledges_requests_count_nothing;

ALTER TABLE project_money
    DROP CONSTRAINT project_money_never_passes_goal,
    ADD CONSTRAINT project_money_never_passes_goal CHECK (pledged <= goal OR pledged = 0),
    ADD COLUMN revision bigint NOT NULL DEFAULT 0;
